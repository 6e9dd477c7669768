import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { FoundDropped } from '../model/found.ts';
import { anchor } from '../model/nodes.ts';
import { excerpt, textOf } from '../model/text-of.ts';

/** A paragraph of nothing but these is machinery: a contents marker, a Liquid or Hugo tag, a kramdown attribute list, an MDX import. */
const MACHINERY =
  /^(?:\s*(?:\[\[?_?TOC_?\]?\]|\{:?\s*toc\s*\}|\$\{?toc\}?|\{\{[<%]?[^{}]*[%>]?\}\}|\{%[^{}]*%\}|\{:[^{}]*\}|\{::[^{}]*\}|@\[toc\]|<!--.*-->))+\s*$/i;
const MDX_LINE =
  /^(?:import\s+[\w{*][^\n]*\sfrom\s+['"][^'"\n]+['"];?|export\s+(?:const|default|let|function)\b[^\n]*)(?:\n|$)/;
/** An attribute list at the end of a heading or paragraph. */
const ATTRIBUTES = /\s*\{:?\s*((?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|\S+)|\s)+)\s*\}\s*$/;

/** Takes template tags and attribute lists out of a tree, in place; ids become anchors. Returns what went. */
export function takeTemplateTags(tree: Root, path: string): FoundDropped[] {
  const dropped: FoundDropped[] = [];
  takeFrom(tree, path, dropped);
  return dropped;
}

function takeFrom(parent: Parents, path: string, dropped: FoundDropped[]): void {
  const kept: Nodes[] = [];
  for (const node of parent.children as Nodes[]) {
    const ids =
      node.type === 'paragraph' || node.type === 'heading' ? takeAttributes(node, path, dropped) : [];
    if (node.type === 'paragraph' && isMachinery(node, kept.at(-1))) {
      dropped.push({
        kind: 'dropped',
        what: 'template tag',
        text: excerpt(rawText(node), 200),
        anchors: [],
        place: { path, line: node.position?.start.line ?? 1 },
      });
      continue;
    }
    if (ids.length > 0) putAnchors(node, ids, kept);
    if (node.type === 'paragraph' && node.children.length === 0) continue;
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      takeFrom(node, path, dropped);
    kept.push(node);
  }
  parent.children = kept as typeof parent.children;
}

function isMachinery(node: Extract<Nodes, { type: 'paragraph' }>, before: Nodes | undefined): boolean {
  const text = rawText(node);
  if (text.length > 2000) return false;
  return (
    MACHINERY.test(text) ||
    (MDX_LINE.test(text) &&
      (before === undefined || before.type === 'paragraph' || before.type === 'heading'))
  );
}

/** The text of a paragraph as written, as far as it matters here: `[TOC]` and the like are text or links. */
function rawText(node: Nodes): string {
  return textOf(node);
}

function takeAttributes(
  node: Extract<Nodes, { type: 'paragraph' | 'heading' }>,
  path: string,
  dropped: FoundDropped[],
): readonly string[] {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return [];
  const found = ATTRIBUTES.exec(last.value);
  if (!found || (node.type === 'paragraph' && !/\{:|\{#/.test(found[0]))) return [];
  const ids = [...(found[1] ?? '').matchAll(/#([\w.:-]+)|(?:^|\s)(?:id|name)=["']?([\w.:-]+)/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  dropped.push({
    kind: 'dropped',
    what: 'template tag',
    text: found[0].trim(),
    anchors: [],
    place: { path, line: node.position?.start.line ?? 1 },
  });
  last.value = last.value.slice(0, found.index);
  if (last.value === '') node.children.pop();
  return ids;
}

/** An attribute list alone in a paragraph belongs to the block before it. */
function putAnchors(node: Nodes, ids: readonly string[], kept: readonly Nodes[]): void {
  const empty = node.type === 'paragraph' && node.children.length === 0;
  const target = empty ? kept.at(-1) : node;
  if (target && (target.type === 'paragraph' || target.type === 'heading'))
    target.children.unshift(...ids.map((id): PhrasingContent => anchor(id)));
}

/** Text nodes that still hold a template tag: it stays, and is said. */
export function templateTagsIn(text: Text): readonly string[] {
  return text.value.match(/\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}/g) ?? [];
}
