import type { Nodes } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { BodyContext } from '../body-context.ts';
import type { Condition } from '../condition.ts';
import { isQuote, isSnippet } from '../inserts/is-insert.ts';
import type { Item } from '../item.ts';
import { checkContainer, splitLabel } from './directives.ts';

/** The children of a parent with what `:::only` holds in its place where the edition keeps it, and without it where not. */
export function keptChildren(children: readonly Nodes[], context: BodyContext): readonly Nodes[] {
  if (!children.some(isOnlyBlock)) return children;
  return children.flatMap((child): readonly Nodes[] => {
    if (!isOnlyBlock(child)) return [child];
    checkContainer(child, context);
    const { label, children: inner } = splitLabel(child);
    if (label)
      context.report('directive-known', {
        reason: '":::only" has no title',
        place: child.position,
        note: 'Write the title as a heading or a bold line of its text.',
      });
    return isKeptOnly(child, context) ? keptChildren(inner, context) : [];
  });
}

/** A mark right behind what is cut; where the author wrote a space before the mark, as in French, that stays. */
const CLOSING = /^[.,;:!?)\]}…。、，；：！？）」』]/;

/** Phrasing without what `:only[…]` holds where the edition leaves it out, and without a space that it leaves before another or before a mark that closes. */
export function keptPhrasing(
  items: readonly Item[],
  context: BodyContext,
  isGone: (item: Item) => boolean = () => false,
): readonly Item[] {
  if (!items.some((item) => isOnlyText(item) || isGone(item))) return items;
  const kept: Item[] = [];
  let isCut = false;
  for (const item of items) {
    if (isGone(item) || (isOnlyText(item) && !isKeptOnly(item, context))) {
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

/** Says whether something has lost all that it held because of a condition. */
export function isEmptied(
  node: Item | Nodes,
  children: readonly unknown[],
  { conditions }: BodyContext,
): boolean {
  if (children.length > 0 || !conditions.leavesOut) return false;
  let holdsOnly = false;
  visit(node as Nodes, (each) => {
    // What is put in may hold a condition, or be left out as a whole.
    holdsOnly ||= isOnly(each) || isSnippet(each) || isQuote(each);
  });
  return holdsOnly;
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
