import { markdownWriter } from '@octavo/core/markdown';
import type { Root } from 'mdast';
// The nodes that directives and formulas add to mdast.
import type {} from 'mdast-util-directive';
import type {} from 'mdast-util-math';

const encoder = new TextEncoder();
const write = markdownWriter();

/** A Markdown tree as UTF-8 text: CommonMark, GFM, math and directives. */
export function markdown(tree: Root): Uint8Array {
  return encoder.encode(write(tree));
}
