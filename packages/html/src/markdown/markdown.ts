import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';

const encoder = new TextEncoder();

/** Words in which no mark could be taken for markup, wherever they stand: they are written as they are. */
const PLAIN = /^[\p{L}\p{M}](?:[\p{L}\p{M}\p{N} ,;?()/%’“”–—-]|:(?= )|\.(?= )|(?<![Ww])\.$)*$/u;

/** The same behind a number, which begins a list where it begins a line. */
const NUMBERED = /^\p{N}+[A-Z]?\. (?=\p{L})/u;

/** The library tries each of its hundred patterns on every text. */
const text: typeof defaultHandlers.text = (node, parent, state, info) => {
  const number = /[\r\n]$/.test(info.before) ? undefined : NUMBERED.exec(node.value)?.[0];
  const words = node.value.slice(number?.length ?? 0);
  return PLAIN.test(words) && !words.endsWith(' ')
    ? node.value
    : defaultHandlers.text(node, parent, state, info);
};

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
