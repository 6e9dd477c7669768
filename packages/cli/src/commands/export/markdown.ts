import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';

/** Made once: the library compiles the patterns of its extensions into the objects themselves. */
const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  extensions: [gfmToMarkdown(), mathToMarkdown(), directiveToMarkdown()],
};

/** A Markdown tree as text, in the Markdown that Octavo reads. */
export function markdown(tree: Root): string {
  return toMarkdown(tree, OPTIONS);
}
