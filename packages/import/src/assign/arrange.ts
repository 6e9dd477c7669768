import { withoutHash } from '../detect/notion.ts';
import type { Arranged, Arrangement, PlacedProse } from '../model/arrangement.ts';
import type { FoundChapter, FoundDocument, FoundDropped } from '../model/found.ts';
import { folderOf } from '../model/paths.ts';
import { plainKey, textOf } from '../model/text-of.ts';
import { settle } from './settle.ts';

/**
 * Puts the parts of all documents into chapters, in reading order. Prose before the first chapter is front matter, and
 * prose after the last one back matter. In a chapter it is of its introduction, wherever it stands there, and prose
 * between two chapters begins the introduction of the second.
 */
export function arrange(documents: readonly FoundDocument[]): Arrangement {
  const chapters: Arranged[] = [];
  const front: PlacedProse[] = [];
  const back: PlacedProse[] = [];
  const dropped: FoundDropped[] = [];
  const byTitle = new Map<string, Arranged>();
  let started = false;
  const indexes = new Map(
    documents.flatMap((one) => (isIndex(one) ? [[folderOf(one.path), one] as const] : [])),
  );
  for (const document of documents) {
    const headings: FoundChapter[] = [];
    let between: PlacedProse[] = [];
    let current: Arranged | undefined;
    const { title: own = document.title, above: groups = [] } = document.listed ?? {};
    // A question, or the index of a folder, is in the chapter that the folder is.
    const isWithin =
      isQuestion(document) ||
      (indexes.get(folderOf(document.path)) === document && document.listed?.title === undefined);
    const folder = documents.length > 1 ? chapterOfPath(document, indexes) : undefined;
    const under = isWithin ? groups.slice(0, -1) : groups;
    // One of several documents with chapters of its own is a part.
    const around = [...groups, ...(documents.length > 1 && own !== undefined ? [own] : [])];
    const open = (title: string | undefined, above: readonly string[], heading?: FoundChapter): Arranged => {
      const key = plainKey([...above, title ?? ''].join(' > '));
      const known = byTitle.get(key);
      if (known && heading === undefined) return known;
      const made: Arranged = {
        title,
        above,
        anchors: (heading?.anchors ?? []).map((id) => ({ id, path: document.path })),
        heading: heading?.title,
        path: document.path,
        intro: [],
        questions: [],
      };
      if (!known) byTitle.set(key, made);
      chapters.push(made);
      return made;
    };
    if (indexes.get(folderOf(document.path)) === document) current = open(folder, under);
    for (const part of document.parts) {
      switch (part.kind) {
        case 'dropped':
          dropped.push(part);
          break;
        case 'chapter': {
          while ((headings.at(-1)?.depth ?? 0) >= part.depth) headings.pop();
          const above = [...around, ...headings.map(({ title }) => title)];
          headings.push(part);
          current = open(part.title, above, part);
          current.intro.push(...between);
          between = [];
          break;
        }
        case 'question': {
          const target = part.chapter
            ? open(part.chapter, part.above ?? [])
            : (current ?? open(folder, under));
          started = true;
          target.questions.push({ found: part, document });
          if (!part.chapter) current = target;
          break;
        }
        case 'prose': {
          const placed = { found: part, document };
          const above = headings.at(-1)?.depth;
          const isBelow = part.title === undefined || (above !== undefined && (part.depth ?? 0) > above);
          if (current && isBelow && (above !== undefined || current.questions.length === 0))
            current.intro.push(placed);
          else if (started && above !== undefined) between.push(placed);
          else (started ? back : front).push(placed);
        }
      }
    }
    back.push(...between);
  }
  return settle({
    chapters,
    front,
    back,
    dropped,
    footnotes: new Map(documents.map((document) => [document, document.footnotes])),
  });
}

/** The folder that a document lies in; empty at the top. */
/** Whether a document is what a folder says of itself: it is called index or README, has text or a title, and asks nothing. */
function isIndex(document: FoundDocument): boolean {
  const isNamed = /\/(?:_?index|readme)\.\w+$/i.test(document.path);
  const kinds = new Set(document.parts.map(({ kind }) => kind));
  const says = kinds.has('prose') || document.title !== undefined;
  return isNamed && says && !kinds.has('question') && !kinds.has('chapter');
}

/** In a folder a document of several questions without chapters of its own is one, by its title; one of a single question is in the folder's. */
function chapterOfPath(
  document: FoundDocument,
  indexes: ReadonlyMap<string, FoundDocument>,
): string | undefined {
  const folder = GENERATORS.test(document.path) ? undefined : document.path.split('/').slice(0, -1).at(-1);
  const index = indexes.get(folderOf(document.path));
  const { title = document.title, above = [] } = document.listed ?? {};
  if (isQuestion(document))
    return above.at(-1) ?? (folder === undefined ? undefined : (index?.title ?? titleOf(folder)));
  if (index === document)
    return document.listed?.title ?? above.at(-1) ?? index.title ?? titleOf(folder ?? '');
  return title ?? titleOf((document.path.split('/').at(-1) ?? '').replace(/\.\w+$/, ''));
}

/** Whether a document is one question. */
function isQuestion({ parts, title }: FoundDocument): boolean {
  const [only, ...others] = parts.filter((part) => part.kind === 'question');
  if (only === undefined || others.length > 0) return false;
  return title === undefined || plainKey(textOf(only.question)) === plainKey(title);
}

/** Documents right in the folder that a generator keeps them in: its name is none of a chapter. */
const GENERATORS = /^(?:src|docs?|source|content)\/[^/]*$/;

function titleOf(name: string): string {
  const words = withoutHash(name)
    .replace(/^\d[\d-]*[-_. ]+/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? name : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}
