import { markdownWriter } from '@octavo/core/markdown';
import type { Root } from 'mdast';
// This import declares the nodes that directives add to mdast.
import type {} from 'mdast-util-directive';

/** Serializes a tree in the Markdown that Octavo reads. */
export const markdown: (tree: Root) => string = markdownWriter();
