import { allElements, type Element } from './element.ts';

/** A picture in a document. */
export interface FoundImage {
  readonly src: string;
  /** The path of its file. */
  readonly file: string;
  /** The size it is given, in pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Pictures in an element, in order; `fileOf` knows where an address leads. */
export function imagesIn(element: Element, fileOf: (src: string) => string): readonly FoundImage[] {
  const pixels = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  return allElements(element, 'img').map(({ attributes: { src = '', width, height } }) => ({
    src,
    file: fileOf(src),
    width: pixels(width),
    height: pixels(height),
  }));
}
