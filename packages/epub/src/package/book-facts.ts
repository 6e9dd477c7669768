import { type Handbook, walk } from '@octavo/core';
import { sourcedTexts } from '../book/sourced-texts.ts';

/** What a book contains, as far as truthful accessibility metadata must know it. */
export interface BookFacts {
  /** Paths of the images in the text. */
  readonly images: ReadonlySet<string>;
  readonly allImagesDescribed: boolean;
  readonly math: boolean;
  readonly tables: boolean;
}

/** Reads every node of the book once. */
export function bookFacts(handbook: Handbook): BookFacts {
  const images = new Set<string>();
  let allImagesDescribed = true;
  let math = false;
  let tables = false;
  for (const { nodes } of sourcedTexts(handbook)) {
    for (const node of walk(nodes)) {
      if (node.type === 'image') {
        images.add(node.url);
        allImagesDescribed &&= node.alt.trim() !== '';
      }
      math ||= node.type === 'math' || node.type === 'inlineMath';
      tables ||= node.type === 'table';
    }
  }
  return { images, allImagesDescribed, math, tables };
}

/** What the finished book has besides its content. */
export interface Finished {
  readonly facts: BookFacts;
  readonly hasIndex: boolean;
  readonly hasPages: boolean;
  readonly hasAnimation: boolean;
}
