import type { Element, ElementContent } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { Nodes, RootContent } from 'mdast';

/** Turns the content of an element into blocks. */
export function flowOf(state: State, node: Element): RootContent[] {
  return flow(state, node.children, node);
}

/** Turns nodes into blocks. A block without a place of its own gets the place of what it comes from. */
export function flow(state: State, children: readonly ElementContent[], from?: Element): RootContent[] {
  const nodes = state.toFlow(state.all({ type: 'root', children: [...children] })) as RootContent[];
  const at = from?.position ?? children.find((child) => child.position)?.position;
  return nodes.map((node) => (node.position || !at ? node : { ...node, position: at }));
}

/** Gives a node the place of the element that it is made of. */
export function patched<Made extends Nodes>(state: State, from: Element, made: Made): Made {
  state.patch(from, made);
  return made;
}
