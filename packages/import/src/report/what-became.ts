import type { Book } from '../assign/book.ts';
import type { FoundDocument, FoundDropped } from '../model/found.ts';
import { excerpt, textOf } from '../model/text-of.ts';

/** A part of the source, and what it became. */
export interface Became {
  readonly path: string;
  readonly line: number;
  readonly what: 'entry' | 'chapter' | 'page' | 'left out';
  readonly text: string;
}

/** What every part of every document became, in the order of the source. */
export function whatBecame(
  documents: readonly FoundDocument[],
  dropped: readonly FoundDropped[],
  book: Book | undefined,
): readonly Became[] {
  const byPlace = new Map(
    book?.entries.map((entry) => [
      `${entry.place.path}:${entry.place.line}:${textOf(entry.question)}`,
      entry.number,
    ]),
  );
  const order = new Map(documents.map(({ path }, at) => [path, at]));
  const found = documents.flatMap(({ path, parts }): Became[] =>
    parts.flatMap((part): Became[] => {
      const { line } = part.place;
      switch (part.kind) {
        case 'question': {
          const text = textOf(part.question);
          const number = byPlace.get(`${path}:${line}:${text}`) ?? part.number;
          return [{ path, line, what: 'entry', text: `${number ? `${number}. ` : ''}${excerpt(text, 100)}` }];
        }
        case 'chapter':
          return [{ path, line, what: 'chapter', text: excerpt(part.title, 100) }];
        case 'prose':
          return [
            {
              path,
              line,
              what: 'page',
              text: part.title ?? excerpt(part.body.map((block) => textOf(block)).join(' '), 100),
            },
          ];
        case 'dropped':
          return [];
        default:
          return part satisfies never;
      }
    }),
  );
  const left = dropped
    .filter(({ what }) => what !== 'numbers and marks')
    .map(
      ({ what, text, place }): Became => ({
        path: place.path,
        line: place.line,
        what: 'left out',
        text: `${what}: ${excerpt(text, 80)}`,
      }),
    );
  return [...found, ...left].sort(
    (a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.line - b.line,
  );
}
