import { type AnswerNode, entryNodes, type Handbook, walk } from '@octavo/core';

/** A picture of the book where it must stand. */
export interface ExpectedImage {
  /** Its path among the handbook's images. */
  readonly path: string;
  readonly alt: string;
  /** The entry it is in. */
  readonly entry: string | undefined;
  /** With a caption, by itself. */
  readonly figure: boolean;
}

/** Every picture of prose pages, introductions and answers, in reading order. */
export function expectedImages({ front, chapters, back }: Handbook): readonly ExpectedImage[] {
  const pages = (list: Handbook['front']): ExpectedImage[] =>
    list.flatMap(({ body, footnotes }) => imagesOf([...body, ...footnotes], undefined));
  return [
    ...pages(front),
    ...chapters.flatMap(({ intro, entries }) => [
      ...pages(intro ? [intro] : []),
      ...entries.flatMap((entry) => imagesOf(entryNodes(entry), entry.number)),
    ]),
    ...pages(back),
  ];
}

function imagesOf(nodes: readonly AnswerNode[], entry: string | undefined): ExpectedImage[] {
  const figures = new Set<AnswerNode>();
  const found: ExpectedImage[] = [];
  for (const node of walk(nodes)) {
    if (node.type === 'figure') figures.add(node.image);
    if (node.type === 'image')
      found.push({ path: node.url, alt: node.alt, entry, figure: figures.has(node) });
  }
  return found;
}
