import type { RootContent } from 'hast';

/** The text of a node on one line; of a picture its alternative. */
export function textOf(node: RootContent | undefined): string {
  if (node === undefined) return '';
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return node.tagName === 'img' ? String(node.properties.alt ?? '') : node.children.map(rawText).join('');
}
