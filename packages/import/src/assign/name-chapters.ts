import type { Arranged } from '../model/arrangement.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import type { BookPart } from './book.ts';
import { slugOf } from './slugs.ts';

export interface NamedChapter {
  readonly id: string;
  readonly title: string;
  readonly arranged: Arranged;
}
/** Chapters with ids and titles, and the parts above them where every chapter has one. */
export type NamedChapters = readonly NamedChapter[] & { readonly parts: readonly BookPart[] };

/** Names the chapters. Headings above a chapter become parts when every chapter has one; else they go into its title. */
export function nameChapters(
  chapters: readonly Arranged[],
  give: (wanted: string) => string,
  { title, fallback }: { readonly title: string; readonly fallback: string },
): NamedChapters {
  const asParts =
    chapters.length > 1 &&
    chapters.every(({ above }) => above.length > 0) &&
    contiguous(chapters.map(({ above }) => above[0] ?? ''));
  const named = chapters.map((arranged): NamedChapter => {
    const own = arranged.title ?? (chapters.length === 1 ? title : fallback);
    const full = [...arranged.above.slice(asParts ? 1 : 0), own].join(': ');
    return {
      id: give(slugOf(full) ?? 'chapter'),
      title: oneLine(full) || fallback,
      arranged,
    };
  });
  const parts: { id: string; title: string; chapters: string[] }[] = [];
  if (asParts) {
    for (const { id, arranged } of named) {
      const above = arranged.above[0] ?? '';
      const last = parts.at(-1);
      if (last?.title === above) last.chapters.push(id);
      else parts.push({ id: give(slugOf(above) ?? 'part'), title: above, chapters: [id] });
    }
  }
  return Object.assign(named, { parts });
}

function contiguous(titles: readonly string[]): boolean {
  const seen = new Set<string>();
  return titles.every((title, at) => {
    if (title === titles[at - 1]) return true;
    if (seen.has(title)) return false;
    seen.add(title);
    return true;
  });
}

/** The text of a chapter as its summary, when it is one plain paragraph without a heading. */
export function summaryOf({ intro }: Arranged): string | undefined {
  const blocks = intro.flatMap(({ found }) => found.body);
  const [only] = blocks;
  const isPlain = only?.type === 'paragraph' && only.children.every((child) => child.type === 'text');
  if (blocks.length !== 1 || !isPlain || intro.some(({ found }) => found.title !== undefined))
    return undefined;
  const text = textOf(only);
  return text.length <= 600 ? oneLine(text) : undefined;
}
