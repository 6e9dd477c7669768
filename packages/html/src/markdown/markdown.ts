import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';

const encoder = new TextEncoder();

/** Words in which no mark could be taken for markup, wherever they stand: they are written as they are. */
const PLAIN = /^[\p{L}\p{M}](?:[\p{L}\p{M}\p{N} ,;’“”–—-]|\.(?= |$))*$/u;

/** The library tries each of its hundred patterns on every text. */
const text: typeof defaultHandlers.text = (node, parent, state, info) =>
  PLAIN.test(node.value) && !node.value.endsWith(' ')
    ? node.value
    : defaultHandlers.text(node, parent, state, info);

/** Made once: the library compiles the patterns of its extensions into the objects themselves. */
const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  handlers: { text },
  extensions: [gfmToMarkdown(), mathToMarkdown(), directiveToMarkdown()],
};

/** A Markdown tree as UTF-8 text: CommonMark, GFM, math and directives. */
export function markdown(tree: Root): Uint8Array {
  return encoder.encode(toMarkdown(tree, OPTIONS));
}
