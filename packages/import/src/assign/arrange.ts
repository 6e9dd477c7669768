import { withoutHash } from '../detect/notion.ts';
import type { Arranged, Arrangement, PlacedProse } from '../model/arrangement.ts';
import type { FoundChapter, FoundDocument, FoundDropped } from '../model/found.ts';
import { plainKey, textOf } from '../model/text-of.ts';
import { settle } from './settle.ts';

/** Puts the parts of all documents into chapters, in reading order; prose before the first question is front matter, prose after it back matter. */
export function arrange(documents: readonly FoundDocument[]): Arrangement {
  const chapters: Arranged[] = [];
  const front: PlacedProse[] = [];
  const back: PlacedProse[] = [];
  const dropped: FoundDropped[] = [];
  const byTitle = new Map<string, Arranged>();
  let started = false;
  for (const document of documents) {
    const headings: FoundChapter[] = [];
    let current: Arranged | undefined;
    const folder = documents.length > 1 ? chapterOfPath(document) : undefined;
    // One of several documents with chapters of its own is a part.
    const around = documents.length > 1 && document.title !== undefined ? [document.title] : [];
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
          break;
        }
        case 'question': {
          const target = part.chapter ? open(part.chapter, part.above ?? []) : (current ?? open(folder, []));
          started = true;
          target.questions.push({ found: part, document });
          if (!part.chapter) current = target;
          break;
        }
        case 'prose': {
          const placed = { found: part, document };
          if (current && current.questions.length === 0 && part.title === undefined)
            current.intro.push(placed);
          else if (!started && !current) front.push(placed);
          else (started ? back : front).push(placed);
        }
      }
    }
  }
  return settle({
    chapters,
    front,
    back,
    dropped,
    footnotes: new Map(documents.map((document) => [document, document.footnotes])),
  });
}

/** In a folder a document of several questions without chapters of its own is one, by its title; one of a single question is in the folder's. */
function chapterOfPath(document: FoundDocument): string | undefined {
  const folder = document.path.split('/').slice(0, -1).at(-1);
  const questions = document.parts.filter((part) => part.kind === 'question');
  const [only] = questions;
  const isQuestion =
    only !== undefined &&
    questions.length === 1 &&
    plainKey(textOf(only.question)) === plainKey(document.title ?? '');
  if (isQuestion || (questions.length === 1 && document.title === undefined))
    return folder === undefined ? undefined : titleOf(folder);
  return document.title ?? titleOf((document.path.split('/').at(-1) ?? '').replace(/\.\w+$/, ''));
}

function titleOf(name: string): string {
  const words = withoutHash(name)
    .replace(/^\d[\d-]*[-_. ]+/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? name : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}
