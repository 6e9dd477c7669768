import type { AnswerNode } from '../model/answer.ts';
import { toText } from '../model/to-text.ts';

/**
 * Returns nodes as the plain text by which editions are compared. How a source breaks its lines does not
 * count, as in the fingerprint; a link's target is content and follows its words; the cells of a row are
 * separated. An automatic link is only its number, because the other entry's question may change on its own.
 */
export function plainWords(nodes: readonly AnswerNode[]): string {
  return toText(nodes.map(plain));
}

function plain<Node extends AnswerNode>(node: Node): Node {
  const said = (value: string) => ({ type: 'text', value }) as const;
  if (node.type === 'text') return { ...node, value: node.value.replace(/[ \t\r\n]+/g, ' ') };
  if (node.type === 'crossReference' && node.automatic) return said(node.number) as AnswerNode as Node;
  if (node.type === 'tableRow') {
    const cells = node.children.map((cell) => toText(plain(cell).children).replaceAll('\n', ' '));
    const [first] = node.children;
    return { ...node, children: first ? [{ ...first, children: [said(cells.join(' | '))] }] : [] };
  }
  const copy: Record<string, unknown> = { ...node };
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) copy[key] = value.map((item) => (isNode(item) ? plain(item) : item));
  }
  if (node.type === 'crossReference') {
    const own = toText(node.children).split(/[^\dA-Z.]+/);
    if (!own.includes(node.number)) copy.children = [...node.children.map(plain), said(` [${node.number}]`)];
  }
  if (node.type === 'link' && toText(node.children) !== node.url.replace(/^mailto:/, ''))
    copy.children = [...node.children.map(plain), said(` [${node.url}]`)];
  return copy as unknown as Node;
}

function isNode(value: unknown): value is AnswerNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
