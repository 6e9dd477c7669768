import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { textOf } from '../model/text-of.ts';

/** Cuts inline content after `length` characters of its text; marks around a cut stay on both sides. */
export function splitAt(
  nodes: readonly PhrasingContent[],
  length: number,
): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  let left = length;
  for (const node of nodes) {
    const size = textOf(node).length;
    if (left >= size && (size > 0 || after.length === 0)) {
      (left > 0 || size === 0 ? before : after).push(node);
      left -= size;
    } else if (left <= 0) after.push(node);
    else {
      if (node.type === 'text' || node.type === 'inlineCode') {
        before.push({ ...node, value: node.value.slice(0, left) });
        after.push({ ...node, value: node.value.slice(left) });
      } else if ('children' in node) {
        const [a, b] = splitAt(node.children as PhrasingContent[], left);
        before.push({ ...node, children: a } as PhrasingContent);
        after.push({ ...node, children: b } as PhrasingContent);
      } else after.push(node);
      left = 0;
    }
  }
  return [before.filter(isSomething), after.filter(isSomething)];
}

function isSomething(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value !== '';
  return !('children' in node) || node.children.length > 0;
}

/** The lines of inline content: cut at hard breaks and line ends. */
export function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text' && node.value.includes('\n')) {
      node.value.split('\n').forEach((value, at) => {
        if (at > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ ...node, value });
      });
    } else lines.at(-1)?.push(node);
  }
  return lines;
}

/** Lines joined again, a line end between them. */
export function joinLines(lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return trimmed(
    lines.flatMap((line, at) => (at > 0 ? [{ type: 'text' as const, value: '\n' }, ...line] : line)),
  );
}

/** Without blank text at either end. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...nodes];
  const blank = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (blank(kept[0])) kept.shift();
  while (blank(kept.at(-1))) kept.pop();
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.trimEnd() };
  return kept;
}

/** Whether nodes say or show nothing. */
export function isBlank(nodes: readonly Nodes[]): boolean {
  return nodes.every(
    (node) =>
      node.type !== 'image' &&
      node.type !== 'footnoteReference' &&
      textOf(node).trim() === '' &&
      !holdsImage(node),
  );
}

function holdsImage(node: Nodes): boolean {
  return (
    'children' in node &&
    (node as Parents).children.some((child) => child.type === 'image' || holdsImage(child as Nodes))
  );
}
