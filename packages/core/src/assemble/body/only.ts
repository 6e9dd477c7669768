import type { Nodes } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { BodyContext } from '../body-context.ts';
import type { Condition } from '../condition.ts';
import type { Item } from '../item.ts';
import { checkContainer, splitLabel } from './directives.ts';
import { captionMark } from './own-id.ts';

/**
 * The children of a parent with what `:::only` holds in its place where the edition keeps it, and without it where
 * not. Where the rest is read by what stands before it, `noteLeft` is told of what is left out, which stays.
 */
export function keptChildren(
  children: readonly Nodes[],
  context: BodyContext,
  noteLeft?: (left: ContainerDirective) => void,
): readonly Nodes[] {
  if (!children.some(isOnlyBlock)) return children;
  const kept: Nodes[] = [];
  for (const child of children) {
    if (!isOnlyBlock(child)) {
      kept.push(child);
      continue;
    }
    checkContainer(child, context);
    const { label, children: inner } = splitLabel(child);
    if (label)
      context.report('directive-known', {
        reason: '":::only" has no title',
        place: child.position,
        note: 'Write the title as a heading or a bold line of its text.',
      });
    const isKept = isKeptOnly(child, context);
    if (!isKept) noteLeft?.(child);
    if (isKept || noteLeft) kept.push(...keptChildren(inner, context, noteLeft));
    else if (inner[0]?.type === 'table' && isCaption(kept.at(-1), context)) kept.pop();
  }
  return kept;
}

/** Whether a paragraph is the caption of a table below it, which is gone with that. */
export function isCaption(
  node: { readonly type: string; readonly position?: Nodes['position'] } | undefined,
  { text, tableWord }: BodyContext,
): boolean {
  const source = text.slice(node?.position?.start.offset, node?.position?.end.offset);
  return node?.type === 'paragraph' && captionMark(source, tableWord) !== undefined;
}

/** A mark right behind what is cut; where the author wrote a space before the mark, as in French, that stays. */
const CLOSING = /^[.,;:!?)\]}…。、，；：！？）」』]/;

/** Phrasing without what `:only[…]` holds where the edition leaves it out, without the mark of a note of which it left nothing, and without a space that that leaves before another or before a mark that closes. */
export function keptPhrasing(items: readonly Item[], context: BodyContext): readonly Item[] {
  const isLeft = (item: Item) =>
    isOnlyText(item) ? !isKeptOnly(item, context) : isMarkOf(item, context.emptyNotes);
  if (!items.some((item) => isOnlyText(item) || isMarkOf(item, context.emptyNotes))) return items;
  const kept: Item[] = [];
  let isCut = false;
  for (const item of items) {
    if (isLeft(item)) {
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
  const condition: Condition = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([axis, value]) => [axis, value ?? '']),
  );
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

/** Says whether something has lost all that it held because of a condition. */
export function isEmptied(
  node: Item | Nodes,
  children: readonly unknown[],
  { conditions }: BodyContext,
): boolean {
  if (children.length > 0 || !conditions.leavesOut) return false;
  let holdsOnly = false;
  visit(node as Nodes, (each) => {
    holdsOnly ||= isOnlyBlock(each) || isOnlyText(each);
  });
  return holdsOnly;
}

/** Whether something is the mark of a note of which a condition left nothing. */
function isMarkOf(item: Item, notes: ReadonlySet<string> | undefined): boolean {
  return item.type === 'footnoteReference' && notes?.has(item.identifier) === true;
}

function isOnlyBlock(node: Nodes | Item): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'only';
}

function isOnlyText(node: Nodes | Item): node is TextDirective {
  return node.type === 'textDirective' && node.name === 'only';
}
