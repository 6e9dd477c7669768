import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { calloutKind } from '../model/callout-kind.ts';
import { droppedPart, type FoundDropped } from '../model/found.ts';
import { admonition, anchor } from '../model/nodes.ts';

/** An attribute list at the end of a heading or paragraph. */
const ATTRIBUTES = /\s*\{:?\s*((?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|\S+)|\s)+)\s*\}\s*$/;

/** An attribute list that stands right behind a link, a picture or code. */
const BEHIND = /^\{:?\s*(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+)|\s)+\}/;

/** Takes attribute lists out of a tree, in place; ids become anchors. Returns what went. */
export function takeTemplateTags(tree: Root, path: string): FoundDropped[] {
  const dropped: FoundDropped[] = [];
  takeFrom(tree, path, dropped);
  return dropped;
}

function takeFrom(parent: Parents, path: string, dropped: FoundDropped[]): void {
  const kept: Nodes[] = [];
  let box: string | undefined;
  for (const node of parent.children as Nodes[]) {
    const boxed = box;
    box = undefined;
    const { ids, classes } =
      node.type === 'paragraph' || node.type === 'heading'
        ? takeAttributes(node, path, dropped)
        : { ids: [], classes: [] };
    if (ids.length > 0) putAnchors(node, ids, kept);
    if (node.type === 'paragraph' && node.children.length === 0) {
      box = classes.find((name) => calloutKind(name.replace(/-title$/, '')));
      continue;
    }
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      takeFrom(node, path, dropped);
    kept.push((boxed === undefined ? undefined : boxOf(boxed, node)) ?? node);
  }
  parent.children = kept as typeof parent.children;
}

/** A quote or paragraph to which kramdown gives the class of a call-out (`{: .note }`, `{: .note-title }`). */
function boxOf(name: string, node: Nodes): Nodes | undefined {
  const kind = calloutKind(name.replace(/-title$/, ''));
  if (!kind || (node.type !== 'blockquote' && node.type !== 'paragraph')) return undefined;
  const children: RootContent[] = node.type === 'blockquote' ? node.children : [node];
  const [first, ...rest] = children;
  const titled = name.endsWith('-title') && first?.type === 'paragraph' && rest.length > 0;
  const made = titled ? admonition(kind, first.children, rest) : admonition(kind, [], children);
  return { ...made, position: node.position };
}

function takeAttributes(
  node: Extract<Nodes, { type: 'paragraph' | 'heading' }>,
  path: string,
  dropped: FoundDropped[],
): { readonly ids: readonly string[]; readonly classes: readonly string[] } {
  const line = node.position?.start.line ?? 1;
  node.children.forEach((child, at) => {
    const list =
      at > 0 && child.type === 'text' && node.children[at - 1]?.type !== 'text' && BEHIND.exec(child.value);
    if (!list || child.type !== 'text') return;
    dropped.push(droppedPart('template tag', list[0], { path, line }));
    child.value = child.value.slice(list[0].length);
  });
  const last = node.children.at(-1);
  const found = last?.type === 'text' ? ATTRIBUTES.exec(last.value) : undefined;
  if (last?.type !== 'text' || !found || (node.type === 'paragraph' && !/\{:|\{\s*[#.]/.test(found[0])))
    return { ids: [], classes: [] };
  const classes = [...(found[1] ?? '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  const ids = [...(found[1] ?? '').matchAll(/#([\w.:-]+)|(?:^|\s)(?:id|name)=["']?([\w.:-]+)/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  dropped.push(droppedPart('template tag', found[0].trim(), { path, line }));
  last.value = last.value.slice(0, found.index);
  if (last.value === '') node.children.pop();
  return { ids, classes };
}

/** An attribute list alone in a paragraph belongs to the block before it. */
function putAnchors(node: Nodes, ids: readonly string[], kept: readonly Nodes[]): void {
  const empty = node.type === 'paragraph' && node.children.length === 0;
  const target = empty ? kept.at(-1) : node;
  if (target && (target.type === 'paragraph' || target.type === 'heading'))
    target.children.unshift(...ids.map((id): PhrasingContent => anchor(id)));
}
