import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { Nodes, PhrasingContent } from 'mdast';
import { term } from '../model/nodes.ts';
import { flow, patched } from './flow.ts';
import { phrasingOf } from './inline-content.ts';

/** A definition list: each term with what is said about it. */
export function termsOf(state: State, node: Element): Nodes[] {
  const items = node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  );
  const terms: Nodes[] = [];
  let title: PhrasingContent[] = [];
  let first: Element | undefined;
  let rest: ElementContent[] = [];
  const flush = () => {
    if (title.length === 0 && rest.length === 0) return;
    const made = title.length > 0 ? [term(title, flow(state, rest))] : flow(state, rest);
    terms.push(...made.map((each) => (first ? patched(state, first, each) : each)));
    title = [];
    rest = [];
    first = undefined;
  };
  for (const child of items) {
    if (child.type === 'element' && child.tagName === 'dt') {
      if (rest.some((each) => each.type === 'element')) flush();
      if (title.length > 0) title.push({ type: 'text', value: ' ' });
      title.push(...phrasingOf(state.all(child)));
      first ??= child;
    } else if (child.type === 'element' || child.type === 'text') rest.push(child);
  }
  flush();
  return terms;
}
