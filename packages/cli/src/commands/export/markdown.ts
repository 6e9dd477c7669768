import { markdownWriter } from '@octavo/core/markdown';
import type { Root } from 'mdast';
// The nodes that directives add to mdast.
import type {} from 'mdast-util-directive';

/** A Markdown tree as text, in the Markdown that Octavo reads. */
export const markdown: (tree: Root) => string = markdownWriter();
