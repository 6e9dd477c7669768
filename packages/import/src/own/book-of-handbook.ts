import { type Entry, type FootnoteDefinition, type Handbook, numberedIn, type Page } from '@octavo/core';
import type { FootnoteDefinition as MdastNote } from 'mdast';
import type { Book, BookEntry, BookPage } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import type { Finding } from '../model/finding.ts';
import { phrasingToMarkdown } from '../write/to-markdown.ts';
import { blocksToMdast, phrasingToMdast } from './to-mdast.ts';

/** Whether data is the document of a handbook that a build writes: handbook.json. */
export function isHandbook(data: unknown): data is Handbook {
  const book = data as Partial<Handbook> | null;
  return (
    typeof book === 'object' &&
    book?.schemaVersion === 1 &&
    typeof book.iri === 'string' &&
    Array.isArray(book.chapters) &&
    Array.isArray(book.front) &&
    book.chapters.every(({ entries }) => Array.isArray(entries))
  );
}

/**
 * The book that a handbook.json was made of: numbers, ids, links, statuses, topics and terms as they were,
 * and pictures where they lie beside it. How the formats look is not written in it.
 */
export function bookOfHandbook(
  handbook: Handbook,
  path: string,
  find: FindAsset,
): { readonly book: Book; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const assets = new Map<string, Uint8Array>();
  for (const { path: name, sha256 } of handbook.images) {
    const base = name.split('/').at(-1) ?? name;
    const bytes = [
      name,
      `images/${name}`,
      `html/${name}`,
      `assets/${base}`,
      `images/${sha256.slice(0, 16)}-${base}`,
    ]
      .map(find)
      .find((found) => found !== undefined);
    if (bytes) assets.set(name, bytes);
    else
      findings.push({
        kind: 'image-missing',
        severity: 'warning',
        place: { path, line: 1 },
        reason: `the image "${name}" is not beside the document`,
        note: `Put it into ${name} of the handbook.`,
      });
  }
  const { title, language, edition, volume, parts, topics, glossary } = handbook;
  const book: Book = {
    id: handbook.id,
    title,
    language,
    ...(volume ? { volume: volume as NonNullable<Book['volume']> } : {}),
    chapters: handbook.chapters.map(({ id, title: own, summary }) => ({
      id,
      title: own,
      ...(summary === undefined ? {} : { summary }),
    })),
    parts,
    entries: handbook.chapters.flatMap(({ id, entries }) =>
      entries.map((entry) => bookEntry(entry, id, path)),
    ),
    front: handbook.front.map((page) => bookPage(page, path)),
    back: handbook.back.map((page) => bookPage(page, path)),
    topics: topics.map(({ source: _source, ...topic }) => topic),
    assets,
    provisional: false,
    matter: matterOf(handbook),
    edition,
    ...(glossary.length > 0
      ? {
          glossary: glossary.map(({ source: _source, definition, also, entries, ...term }) => ({
            ...term,
            definition: phrasingToMarkdown(phrasingToMdast(definition)),
            ...(also.length > 0 ? { also } : {}),
            ...(entries.length > 0 ? { entries } : {}),
          })),
        }
      : {}),
  };
  return { book, findings };
}

/** What handbook.yaml says beside what every import writes. */
function matterOf(handbook: Handbook): Readonly<Record<string, unknown>> {
  const {
    subtitle,
    description,
    keywords,
    publisher,
    contributors,
    license,
    copyright,
    identifiers,
    iri,
    cover,
  } = handbook;
  const given = {
    subtitle,
    description,
    keywords,
    publisher,
    contributors,
    license,
    copyright,
    identifiers,
    numbered: numberedKinds(handbook),
    lists: handbook.lists,
    cover: handbook.images.some(({ path }) => path === cover?.image) ? cover : undefined,
    iri,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => isSaid(value)));
}

/** What is numbered in answers: the document has the numbers, and not the setting. */
function numberedKinds({ chapters }: Handbook): readonly string[] {
  const kinds = { figure: 'figures', table: 'tables', math: 'formulas', heading: 'headings' } as const;
  const parts = chapters.flatMap(({ entries }) => entries.flatMap(({ answer }) => numberedIn(answer)));
  return [...new Set(parts.map(({ type }) => kinds[type]))];
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function bookEntry(entry: Entry, chapter: string, path: string): BookEntry {
  const { number, id, status, related, index, search, replacedBy, revised, reviewBy, change, origin } = entry;
  const matter = {
    id,
    status: status === 'active' ? undefined : status,
    related,
    index: index.map((term) => term.join(' > ')),
    search,
    replacedBy,
    revised,
    reviewBy,
    change,
    origin: origin ?? null,
  };
  return {
    number,
    sourceNumber: number,
    id,
    question: phrasingToMdast(entry.question),
    answer: blocksToMdast(entry.answer),
    footnotes: notesOf(entry.footnotes),
    aliases: entry.aliases,
    topics: entry.topics,
    chapter,
    place: { path, line: 1 },
    matter: Object.fromEntries(
      Object.entries(matter).filter(([key, value]) => key === 'origin' || isSaid(value)),
    ),
  };
}

function bookPage({ id, title, body, footnotes }: Page, path: string): BookPage {
  return { id, title, body: blocksToMdast(body), footnotes: notesOf(footnotes), place: { path, line: 1 } };
}

function notesOf(notes: readonly FootnoteDefinition[]): ReadonlyMap<string, MdastNote> {
  return new Map(
    notes.map((note) => [
      note.identifier,
      {
        type: 'footnoteDefinition',
        identifier: note.identifier,
        label: note.identifier,
        children: blocksToMdast(note.children) as MdastNote['children'],
      },
    ]),
  );
}
