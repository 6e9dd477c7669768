import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { AnswerNode, Block, List, ListItem, Paragraph } from '../model/answer.ts';
import { clauseKey } from '../model/clause.ts';
import { localised } from './localised.ts';
import type { ToHastOptions } from './options.ts';
import { editElement, editedLabel, exchanged } from './passages.ts';

/** The way down: nodes as hast. */
export type All = (nodes: readonly AnswerNode[]) => ElementContent[];

/** A list; one of clauses prints their labels. */
export function list(node: List, options: ToHastOptions, all: All): Element {
  if (node.labelled) return clauses(node, options, all);
  const task = node.children.some((item) => item.checked !== undefined);
  const properties = {
    ...(node.ordered && node.start !== 1 ? { start: node.start } : {}),
    ...(task ? { className: ['task-list'] } : {}),
  };
  return h(
    node.ordered ? 'ol' : 'ul',
    properties,
    numberedItems(node).map(([item, value]) => {
      const { properties, ...element } = listItem(item, node.spread, options, all);
      return { ...element, properties: { ...properties, ...value } };
    }),
  );
}

/** The items of a list; those of a redlined one each with the number that it has in its edition. */
function numberedItems({ ordered, start = 1, children }: List): [ListItem, { value?: string }][] {
  if (!ordered || children.every(({ edited }) => edited === undefined))
    return children.map((item) => [item, {}]);
  let [before, now] = [start, start];
  return children.map((item) => {
    const value = item.edited === 'deleted' ? before : now;
    if (item.edited !== 'inserted') before += 1;
    if (item.edited !== 'deleted') now += 1;
    return [item, { value: `${value}` }];
  });
}

/** A list of clauses: their labels are text, so that whoever copies one has it. */
function clauses(node: List, options: ToHastOptions, all: All): Element {
  const isWide = node.children.some(({ label = '' }) => label.length > 4);
  return h(
    'ol',
    { className: ['clauses', ...(isWide ? ['wide-labels'] : [])], role: 'list' },
    node.children.map((item) => clause(item, node.spread, options, all)),
  );
}

function clause(
  { label = '', before, clause: address = '', formerly = [], ...item }: ListItem,
  spread: boolean,
  options: ToHastOptions,
  all: All,
): Element {
  const idOf = (one: string): string => `${options.headingPrefix ?? options.idPrefix}${clauseKey(one)}`;
  const id = idOf(address);
  const { children } = listItem({ ...item, type: 'listItem' }, spread, options, all);
  const link = address === '' ? undefined : options.labelLink?.(id);
  const old = formerly.map((one) => h('span', { id: idOf(one), className: ['anchor'] }));
  return h('li', address === '' ? {} : { id }, [
    h(link ? 'a' : 'span', { className: ['label'], ...link }, [
      ...old,
      ...(item.edited ? [editedLabel(label, item.edited)] : exchanged(before, label, options.labels)),
    ]),
    ' ',
    ...children,
  ]);
}

/** A tight item's paragraphs are bare text, as CommonMark renders them. A task's box is labelled by its first line. */
function listItem({ edited, ...item }: ListItem, spread: boolean, options: ToHastOptions, all: All): Element {
  if (edited) {
    const { children, ...element } = listItem(item, spread, options, all);
    return { ...element, children: [editElement(edited, children, options.labels, true)] };
  }
  const [first, ...rest] = item.children;
  const words = (own: Paragraph) =>
    own.lang || own.dir ? [h('span', localised(own, options), all(own.children))] : all(own.children);
  const bare = (child: Block) => (child.type === 'paragraph' && !spread ? words(child) : all([child]));
  if (item.checked === undefined) return h('li', item.children.flatMap(bare));
  const text = first?.type === 'paragraph' ? first : undefined;
  const box = h('input', { type: 'checkbox', disabled: true, checked: item.checked });
  const label = h('label', [box, ' ', ...(text ? words(text) : [])]);
  const others = (text ? rest : item.children).flatMap(bare);
  return h('li.task-list-item', [spread ? h('p', [label]) : label, ...others]);
}
