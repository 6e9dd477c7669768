import { parseClauses } from '../../read/parse-markdown.ts';
import type { EntryFile } from '../../read/read.ts';
import { tooDeepAt } from '../../read/tree-depth.ts';

/**
 * The tree of an answer whose labels make clauses: four spaces make no code there. Without code by indentation lists
 * may nest deeper than the tree that was checked; then it is that one.
 */
export function clauseSource({ text, tree }: Pick<EntryFile, 'text' | 'tree'>): EntryFile['tree'] {
  const own = parseClauses(text);
  return tooDeepAt(own) ? tree : own;
}
