import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';

const encoder = new TextEncoder();

/** A Markdown tree as UTF-8 text: CommonMark, GFM, math and directives. */
export function markdown(tree: Root): Uint8Array {
  const text = toMarkdown(tree, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    extensions: [gfmToMarkdown(), mathToMarkdown(), directiveToMarkdown()],
  });
  return encoder.encode(text);
}
