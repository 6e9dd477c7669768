import type { Nodes, Parents, RootContent } from 'mdast';

/** An answer keeps so many levels of nesting; core refuses a file with more than 100. */
const MAX_DEPTH = 36;

/** Containers below 36 levels give up their nesting: what they hold follows, nothing is lost. */
export function flattenDeep(blocks: RootContent[], tell: (line: number) => void): RootContent[] {
  let told = false;
  const visit = (parent: Parents, depth: number): void => {
    if (depth < MAX_DEPTH) {
      for (const child of parent.children) if ('children' in child) visit(child as Parents, depth + 1);
      return;
    }
    if (
      !(parent.children as Nodes[]).some(
        (child) => 'children' in child && (child.children as Nodes[]).some((inner) => 'children' in inner),
      )
    )
      return;
    if (!told) tell(parent.position?.start.line ?? 0);
    told = true;
    parent.children = leaves(parent.children as Nodes[], isPhrasingParent(parent)) as typeof parent.children;
  };
  visit({ type: 'root', children: blocks }, 0);
  return blocks;
}

function isPhrasingParent(node: Nodes): boolean {
  return /^(?:paragraph|heading|emphasis|strong|delete|link|tableCell|textDirective)$/.test(node.type);
}

/** Lists the blocks that hold no other blocks, in order. It does not call itself, because a tree may be of any depth. */
function leaves(nodes: readonly Nodes[], inline: boolean): Nodes[] {
  const found: Nodes[] = [];
  const todo = [...nodes].reverse();
  for (let node = todo.pop(); node; node = todo.pop()) {
    if ('children' in node && (inline || !isPhrasingParent(node)) && node.type !== 'table')
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as Nodes);
    else if (!inline && isPhrasingParent(node))
      found.push({ ...node, children: leaves((node as Parents).children as Nodes[], true) } as Nodes);
    else found.push(node);
  }
  return found;
}

/** Call-outs and folded blocks that nest deeper than this are replaced by their content. */
const MAX_CONTAINERS = 8;

export function openContainers(node: RootContent, depth: number): RootContent[] {
  if (!('children' in node) || isPhrasingParent(node)) return [node];
  const inside = node.type === 'containerDirective' ? depth + 1 : depth;
  const children = (node.children as RootContent[]).flatMap((child) => openContainers(child, inside));
  if (inside > MAX_CONTAINERS && node.type === 'containerDirective') return children;
  return [{ ...node, children } as RootContent];
}
