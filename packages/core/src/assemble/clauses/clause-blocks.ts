import type { Block } from '../../model/answer.ts';
import { once } from '../../read/once.ts';
import type { Item } from '../item.ts';
import { ClauseTree } from './clause-tree.ts';
import { type Label, mayFollow } from './label.ts';
import { placeLabel } from './place-label.ts';
import { type ClauseContext, type Token, tokensOf } from './tokens.ts';

/** How many lines and blocks a text is looked through for the label that goes on with a list. */
const AHEAD = 200;

/**
 * The blocks of an answer whose labels make clauses. A label further in than the one before it opens a level
 * below it; one that follows an open one in its kind belongs beside it; the first of a kind opens a level at any
 * column. What goes on in a label's paragraph, or stands further in than it, is the clause's. Reports labels
 * that are out of order (`clause-order`). `convert` makes the blocks of what is no clause.
 */
export function clauseBlocks(
  items: readonly Item[],
  context: ClauseContext,
  convert: (items: readonly Item[]) => readonly Block[],
): readonly Block[] {
  const tokens = tokensOf(items, context);
  const tree = new ClauseTree(convert);
  let lastLine = 0;
  for (const [at, token] of tokens.entries()) {
    // Few labels need those below them to be read.
    const below = once(() => labelsOf(tokens.slice(at + 1, at + AHEAD)));
    if (token.type === 'line') readLine(token, tree, below, token.line > lastLine + 1, context);
    else {
      tree.flush();
      leave(token, tree, token.item.type === 'heading' ? () => [] : below);
      if (context.isLeft?.(token.line)) tree.leaveOut();
      else tree.add(token.item);
    }
    lastLine = token.endLine;
  }
  tree.flush();
  return context.isLeft ? tree.kept() : tree.root;
}

function labelsOf(tokens: readonly Token[]): readonly Label[] {
  return tokens.flatMap((token) => (token.type === 'line' && token.labels[0] ? [token.labels[0].label] : []));
}

function readLine(
  token: Token & { readonly type: 'line' },
  tree: ClauseTree,
  below: () => readonly Label[],
  isApart: boolean,
  context: ClauseContext,
): void {
  const { labels, begins, isRunOn = false } = token;
  const isText = labels.findIndex(
    (found, index) =>
      !placeLabel({ found, isChained: isRunOn || index > 0, begins, isApart, below }, tree, context.report),
  );
  const count = isText < 0 ? labels.length : isText;
  const said = labels[count]?.text ?? token.nodes;
  if (context.isLeft?.(token.line)) {
    tree.flush();
    if (count === 0) leave(token, tree, below);
    tree.leaveOut();
  } else if (count > 0) tree.beginText(said);
  else if (!begins && tree.hasText && token.column >= tree.openColumn) tree.addLine(said);
  else {
    tree.flush();
    leave(token, tree, below);
    tree.beginText(said);
  }
}

/**
 * Leaves the clauses that a text is not in: those whose labels it does not stand further in than. Where a later
 * label goes on with one of them, the text is between its list's clauses, or in the clause before that label.
 */
function leave({ column }: Token, tree: ClauseTree, below: () => readonly Label[]): void {
  const { levels, openDepth } = tree;
  let depth = openDepth;
  while (depth > 0 && column <= (levels[depth - 1]?.found.column ?? 0)) depth--;
  if (depth < openDepth) {
    const listOf = (label: Label): number => levels.findLastIndex(({ reading }) => mayFollow(label, reading));
    const lists = below().map(listOf);
    const next = lists.findIndex((at) => at >= 0);
    if (next >= 0) depth = Math.max(depth, (lists[next] ?? 0) + (next === 0 ? 0 : 1));
  }
  tree.leave(depth);
}
