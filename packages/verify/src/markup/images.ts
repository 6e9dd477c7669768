import { allElements, type Element } from './element.ts';

/** A picture in a document. */
export interface FoundImage {
  readonly src: string;
  readonly alt: string;
  /** The size it is given, in pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Pictures in an element, in order. */
export function imagesIn(element: Element): readonly FoundImage[] {
  return allElements(element)
    .filter((one) => one.name === 'img')
    .map(({ attributes: { src = '', alt = '', width, height } }) => ({
      src,
      alt,
      width: width === undefined ? undefined : Number(width),
      height: height === undefined ? undefined : Number(height),
    }));
}
