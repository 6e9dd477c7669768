import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { Nodes, RootContent } from 'mdast';

/** The blocks of an element. */
export function flowOf(state: State, node: Element): RootContent[] {
  return flow(state, node.children, node);
}

/** The blocks of some nodes; those without a place of their own get that of what they come from. */
export function flow(state: State, children: readonly ElementContent[], from?: Element): RootContent[] {
  const nodes = state.toFlow(state.all({ type: 'root', children: [...children] })) as RootContent[];
  const at = from?.position ?? children.find((child) => child.position)?.position;
  return nodes.map((node) => (node.position || !at ? node : { ...node, position: at }));
}

/** A node made of an element, with its place. */
export function patched<Made extends Nodes>(state: State, from: Element, made: Made): Made {
  state.patch(from, made);
  return made;
}
