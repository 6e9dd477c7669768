import type { Nodes, TableCell } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { type BodyContext, sourceOf } from '../body-context.ts';
import type { Condition } from '../condition.ts';
import { isQuote, isSnippet } from '../inserts/is-insert.ts';
import type { Item } from '../item.ts';
import { checkContainer, splitLabel } from './directives.ts';
import { captionMark } from './own-id.ts';

/**
 * The children of a parent with what `:::only` holds in its place where the edition keeps it, and without it where
 * not; without a table of which no row or column is left, and the caption of one. Where the rest is read by what
 * stands before it, `noteLeft` is told of what is left out, which stays.
 */
export function keptChildren(
  children: readonly Nodes[],
  context: BodyContext,
  noteLeft?: (left: Nodes) => void,
): readonly Nodes[] {
  const kept: Nodes[] = [];
  for (const child of children) {
    const inner = isOnlyBlock(child) ? heldBy(child, context) : [child];
    const isKept = isOnlyBlock(child) ? isKeptOnly(child, context) : !isTableLeft(child, context);
    const before = kept.at(-1);
    const caption = !isKept && inner[0]?.type === 'table' && isCaption(before, context) ? before : undefined;
    if (!isKept) noteLeft?.(child);
    if (caption && noteLeft) noteLeft(caption);
    else if (caption) kept.pop();
    if (!isOnlyBlock(child)) kept.push(...(isKept || noteLeft ? inner : []));
    else if (isKept || noteLeft) kept.push(...keptChildren(inner, context, noteLeft));
  }
  return kept;
}

/** Children with what is left out still there, and the lines of that: a label is read by those before it. */
export function markedChildren(context: BodyContext): {
  readonly keep: (children: readonly Nodes[]) => readonly Nodes[];
  readonly isLeft: (line: number) => boolean;
} {
  const left: Nodes[] = [];
  return {
    keep: (children) => keptChildren(children, context, (one) => left.push(one)),
    isLeft: (line) =>
      left.some(({ position }) => position && position.start.line <= line && line <= position.end.line),
  };
}

/** What `:::only` holds; reports a title (`directive-known`). */
function heldBy(node: ContainerDirective, context: BodyContext): readonly Nodes[] {
  checkContainer(node, context);
  const { label, children } = splitLabel(node);
  if (label)
    context.report('directive-known', {
      reason: '":::only" has no title',
      place: node.position,
      note: 'Write the title as a heading or a bold line of its text.',
    });
  return children;
}

/** Whether a node is a table of which the edition leaves out each row or each column. */
function isTableLeft(node: Nodes, context: BodyContext): boolean {
  if (node.type !== 'table' || !context.conditions.leavesOut) return false;
  const quiet = { ...context, report: () => {} };
  const isLeft = (cell: TableCell | undefined) => {
    const mark = markOf(cell);
    return mark !== undefined && !isKeptOnly(mark, quiet);
  };
  const [head, ...rows] = node.children;
  const isBare = rows.length > 0 && rows.every((row) => isLeft(row.children[0]));
  return isBare || head?.children.every(isLeft) === true;
}

/** Whether a paragraph is the caption of a table below it. */
function isCaption(node: Nodes | undefined, context: BodyContext): boolean {
  return node?.type === 'paragraph' && captionMark(sourceOf(node, context), context.tableWord) !== undefined;
}

/** A mark right behind what is cut; where the author wrote a space before the mark, as in French, that stays. */
const CLOSING = /^[.,;:!?)\]}…。、，；：！？）」』]/;

/**
 * Phrasing without what `:only[…]` holds where the edition leaves it out, without the mark of a note of which it left
 * nothing, without what else `isGone`, and without a space that that leaves before another or before a mark that
 * closes. `isGone` is asked of all that is no text and that a condition keeps, in its order.
 */
export function keptPhrasing(
  items: readonly Item[],
  context: BodyContext,
  isGone: (item: Item) => boolean,
): readonly Item[] {
  if (!items.some((item) => isOnlyText(item) || isSnippet(item) || isMarkOf(item, context.emptyNotes)))
    return items;
  const kept: Item[] = [];
  let isCut = false;
  const isLeft = (item: Item) =>
    isMarkOf(item, context.emptyNotes) || (isOnlyText(item) && !isKeptOnly(item, context)) || isGone(item);
  for (const item of items) {
    if (item.type !== 'text' && isLeft(item)) {
      isCut = true;
      continue;
    }
    const before = kept.at(-1);
    const isSpaced = !before || (before.type === 'text' && /\s$/.test(before.value));
    const isBehind = isCut && isSpaced && item.type === 'text';
    if (isCut && before?.type === 'text' && item.type === 'text' && CLOSING.test(item.value))
      kept[kept.length - 1] = { ...before, value: before.value.replace(/[ \t]+$/, '') };
    kept.push(isBehind ? { ...item, value: item.value.replace(/^[ \t]+/, '') } : item);
    isCut = false;
  }
  return kept;
}

/** The empty `:only[]{…}` that begins a cell of a table, and decides about its row or column. */
export function markOf(cell: { readonly children: readonly Nodes[] } | undefined): TextDirective | undefined {
  const [first] = cell?.children ?? [];
  return first && isOnlyText(first) && first.children.length === 0 ? first : undefined;
}

/** Says whether the edition keeps what a directive `only` holds or marks; reports a condition that is wrong (`condition-known`). */
export function isKeptOnly(node: ContainerDirective | TextDirective, context: BodyContext): boolean {
  const condition = conditionOf(node);
  const faults = context.conditions.faults(condition);
  for (const { reason, expected } of faults)
    context.report('condition-known', { reason, place: node.position, expected });
  if (Object.keys(condition).length === 0)
    context.report('condition-known', {
      reason: '"only" says not for which editions',
      place: node.position,
      expected: ':::only{audience=internal}, or :only[…]{audience=internal} in text',
    });
  return faults.length > 0 || context.conditions.keeps(condition);
}

/** Says whether something has lost all that it held because of a condition, there or in a value. */
export function isEmptied(
  node: Item | Nodes,
  children: readonly unknown[],
  { conditions }: BodyContext,
): boolean {
  if (children.length > 0 || !conditions.leavesOut) return false;
  let holdsOnly = false;
  visit(node as Nodes, (each) => {
    // What is put in or cited may hold a condition, or be left out as a whole.
    holdsOnly ||=
      isOnly(each) || isSnippet(each) || isQuote(each) || /^(?:variable|footnoteR)/.test(each.type);
  });
  return holdsOnly;
}

/** Whether something is the mark of a note of which a condition left nothing. */
function isMarkOf(item: Item, notes: BodyContext['emptyNotes']): boolean {
  return item.type === 'footnoteReference' && notes?.has(item.identifier) === true;
}

function isOnlyBlock(node: Nodes | Item): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'only';
}

function isOnlyText(node: Nodes | Item): node is TextDirective {
  return node.type === 'textDirective' && node.name === 'only';
}

/** Whether a directive is `only`. */
export function isOnly(node: Nodes | Item): node is ContainerDirective | TextDirective {
  return isOnlyBlock(node) || isOnlyText(node);
}

/** What a directive `only` asks of an edition. */
export function conditionOf({ attributes }: ContainerDirective | TextDirective): Condition {
  return Object.fromEntries(Object.entries(attributes ?? {}).map(([axis, value]) => [axis, value ?? '']));
}
