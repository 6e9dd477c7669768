import { compareNumbers, isWithin, type NumberSystem } from '@octavo/core';
import type { Arranged, Placed } from '../model/arrangement.ts';

/** `601-605=Title`: a chapter by the numbers in it. */
export interface ChapterRange {
  readonly first: string;
  readonly last: string;
  readonly title: string;
}

/** Reads `601-605=AI assistance`; undefined when it is none. Several may stand in one text, apart by `;` or commas before a digit. */
export function readChapterRanges(text: string): readonly ChapterRange[] | undefined {
  const ranges: ChapterRange[] = [];
  for (const piece of text.split(/;|,(?=\s*\d)/)) {
    const [, first, last, title] =
      /^\s*(\d[\w.]*)\s*(?:[-–—]\s*(\d[\w.]*))?\s*=\s*(.+?)\s*$/.exec(piece) ?? [];
    if (first === undefined || title === undefined) return undefined;
    ranges.push({ first: first.toUpperCase(), last: (last ?? first).toUpperCase(), title });
  }
  return ranges;
}

/** Chapters as asked for by number ranges; what no range holds stays in the chapter it was in. `emptied` are the chapters without questions now. */
export function applyRanges(
  chapters: readonly Arranged[],
  numbers: ReadonlyMap<Placed, string>,
  ranges: readonly ChapterRange[],
  system?: NumberSystem,
): { readonly chapters: readonly Arranged[]; readonly emptied: readonly Arranged[] } {
  if (ranges.length === 0) return { chapters, emptied: [] };
  const wanted = ranges.map((range) => ({
    ...EMPTY,
    range,
    title: range.title,
    intro: [],
    questions: [] as Placed[],
  }));
  const rest = chapters.map((chapter) => ({
    ...chapter,
    questions: chapter.questions.filter((placed) => {
      const number = numbers.get(placed) ?? '';
      const target = wanted.find(
        ({ range }) =>
          compareNumbers(number, range.first, system) >= 0 &&
          (compareNumbers(number, range.last, system) <= 0 || isWithin(number, range.last, system)),
      );
      target?.questions.push(placed);
      return target === undefined;
    }),
  }));
  return {
    chapters: [...wanted, ...rest]
      .filter(({ questions }) => questions.length > 0)
      .sort(byFirst(numbers, system)),
    emptied: rest.filter(({ questions }) => questions.length === 0),
  };
}

const EMPTY = { above: [], anchors: [], heading: undefined, path: '' };

function byFirst(numbers: ReadonlyMap<Placed, string>, system: NumberSystem | undefined) {
  return (a: Arranged, b: Arranged): number => {
    const [first, second] = [a.questions[0], b.questions[0]];
    if (!first || !second) return first ? -1 : second ? 1 : 0;
    return compareNumbers(numbers.get(first) ?? '1', numbers.get(second) ?? '1', system);
  };
}
