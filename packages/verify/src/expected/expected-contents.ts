import type { ExpectedBook } from './expected-book.ts';

/** The lines that every table of contents must have, in order: prose pages, parts, chapters, entries. */
export function expectedContents({ handbook, entries, front, back }: ExpectedBook): readonly string[] {
  const own = new Map(entries.map((one) => [one.number, `${one.number} ${one.question}`]));
  const partBefore = new Map(handbook.parts.map((part) => [part.chapters[0], part.title]));
  return [
    ...front.map(({ page }) => page.title),
    ...handbook.chapters.flatMap((chapter) => [
      ...[partBefore.get(chapter.id)].filter((title) => title !== undefined),
      chapter.title,
      ...chapter.entries.map((entry) => own.get(entry.number) ?? entry.number),
    ]),
    ...back.map(({ page }) => page.title),
  ];
}

/** A line of a table of contents as it was read. */
export interface ContentsLine {
  /** Without what stands beside it, such as a page number. */
  readonly text: string;
  /** Where it leads: `#618` for an entry, anything else for the rest. */
  readonly target: string;
}
