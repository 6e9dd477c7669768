import type { RootContent } from 'mdast';
import { textOf } from '../model/text-of.ts';

/** Nothing that a reader would see: no word, no image, no formula. */
export function saysNothing(blocks: readonly RootContent[]): boolean {
  return blocks.every(
    (block) => textOf(block).trim() === '' && !JSON.stringify(block).includes('"type":"image"'),
  );
}
