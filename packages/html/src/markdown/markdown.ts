import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';

const encoder = new TextEncoder();

/** Made once: the library compiles the patterns of its extensions into the objects themselves. */
const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  extensions: [gfmToMarkdown(), mathToMarkdown(), directiveToMarkdown()],
};

/** A Markdown tree as UTF-8 text: CommonMark, GFM, math and directives. */
export function markdown(tree: Root): Uint8Array {
  return encoder.encode(toMarkdown(tree, OPTIONS));
}
