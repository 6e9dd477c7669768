import type { Element, ElementContent, Root } from 'hast';
import type { DroppedKind } from '../model/found.ts';
import { classesOf, hasClass } from './classes.ts';
import { firstIn, wordsOf } from './words-of.ts';

type Leave = (what: DroppedKind, text: string) => void;

/** What Notion and Confluence write in ways of their own, as the elements that it stands for, in place. */
export function plainMarkup(parent: Root | Element, leave: Leave): void {
  parent.children = joined(
    (parent.children as ElementContent[]).flatMap((node) =>
      node.type === 'element' ? plain(node, leave) : [node],
    ),
  );
}

function plain(node: Element, leave: Leave): ElementContent[] {
  const classes = classesOf(node);
  // A fold of Notion is the one item of a list.
  const items = node.children.filter(({ type }) => type === 'element');
  if (node.tagName === 'ul' && /(?:^| )toggle(?: |$)/.test(classes) && items.length === 1)
    return node.children.flatMap((item) => (item.type === 'element' ? item.children : [item]));
  if (/(?:^| )expand-container(?: |$)/.test(classes)) return [fold(node)];
  const isBox =
    node.tagName === 'aside' || (node.tagName === 'figure' && /(?:^| )callout(?: |$)/.test(classes));
  return isBox ? [box(node, leave)] : [node];
}

/** The words on which one presses in Confluence are the summary. */
function fold(node: Element): Element {
  const inside = (name: string) => firstIn(node, (one) => hasClass(one, name))?.children ?? [];
  const summary: Element = {
    type: 'element',
    tagName: 'summary',
    properties: {},
    children: inside('expand-control-text'),
  };
  return { ...node, tagName: 'details', children: [summary, ...inside('expand-content')] };
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[💡✅🎉]/u, 'tip'],
  [/[⚠❗🚨🛑⛔🔥]/u, 'warning'],
  [/\p{Extended_Pictographic}/u, 'note'],
];

/** A box of Notion, whose picture tells its kind. One without a picture is what it was. */
function box(node: Element, leave: Leave): Element {
  const [sign] = /^\s*\p{Extended_Pictographic}\ufe0f?\s*/u.exec(wordsOf(node)) ?? [];
  const kind = sign === undefined ? undefined : SIGNS.find(([form]) => form.test(sign))?.[1];
  if (sign === undefined || kind === undefined) return node;
  const text = firstText(node.children);
  if (text) text.value = text.value.replace(/^\s*\p{Extended_Pictographic}\ufe0f?\s*/u, '');
  leave('drawing', sign);
  return { ...node, tagName: 'div', properties: { ...node.properties, className: ['callout', kind] } };
}

/** The first text that is not blank. */
export function firstText(children: readonly ElementContent[]): { value: string } | undefined {
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() !== '') return child;
    const found = child.type === 'element' ? firstText(child.children) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Lists that follow one another are one: Notion writes a list for each item, Google Docs one for each change of depth. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    const list = node.type === 'element' && last?.type === 'element' ? goesOn(last, node) : undefined;
    if (node.type === 'element' && list)
      list.children.push(...(list.tagName === 'li' ? [node] : node.children));
    else kept.push(node);
  }
  return kept;
}

/** What of a list the next one goes on: itself, or the last item of it, which the next one is below. */
function goesOn(list: Element, next: Element): Element | undefined {
  const [depth, nextDepth] = [depthIn(list), depthIn(next)];
  if (depth === undefined || nextDepth === undefined) return undefined;
  const { start } = next.properties;
  if (nextDepth === depth)
    return list.tagName === next.tagName &&
      (next.tagName !== 'ol' || start === undefined || Number(start) > 1)
      ? list
      : undefined;
  const item = list.children.findLast((child) => child.type === 'element');
  if (nextDepth < depth || item?.type !== 'element') return undefined;
  const inner = item.children.at(-1);
  return (inner?.type === 'element' ? goesOn(inner, next) : undefined) ?? item;
}

/** How deep a list is that one of these programs wrote; undefined for any other. */
function depthIn(list: Element): number | undefined {
  const classes = classesOf(list);
  const depth = /\blst-kix_\w+-(\d)/.exec(classes)?.[1];
  if (depth !== undefined) return Number(depth);
  return /\b(?:bulleted|numbered|to-do)-list\b/.test(classes) ? 0 : undefined;
}
