import type { Book } from '../assign/book.ts';
import type { FoundDocument, FoundDropped, FoundPart } from '../model/found.ts';
import type { Place } from '../model/source.ts';
import { excerpt, textOf } from '../model/text-of.ts';

/** A part of the source, and what it became. */
export interface Became extends Place {
  readonly what: 'entry' | 'chapter' | 'introduction' | 'page' | 'left out';
  readonly text: string;
}

/** Lists what every part of every document became, in the order of the source. */
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
  // Other prose is of the introduction of its chapter.
  const pages = new Set([...(book?.front ?? []), ...(book?.back ?? [])].map(({ place }) => place));
  const order = new Map(documents.map(({ path }, at) => [path, at]));
  const became = ({ place }: FoundPart, what: Became['what'], text: string): Became => ({
    ...place,
    what,
    text,
  });
  const found = documents.flatMap(({ path, parts }) =>
    parts.flatMap((part): Became[] => {
      switch (part.kind) {
        case 'question': {
          const text = textOf(part.question);
          const number = byPlace.get(`${path}:${part.place.line}:${text}`) ?? part.number;
          return [became(part, 'entry', `${number ? `${number}. ` : ''}${excerpt(text, 100)}`)];
        }
        case 'chapter':
          return [became(part, 'chapter', excerpt(part.title, 100))];
        case 'prose':
          return [
            became(
              part,
              pages.has(part.place) ? 'page' : 'introduction',
              part.title ?? excerpt(part.body.map((one) => textOf(one)).join(' '), 100),
            ),
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
    .map((part) => became(part, 'left out', `${part.what}: ${excerpt(part.text, 80)}`));
  return [...found, ...left].sort(
    (a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.line - b.line,
  );
}
