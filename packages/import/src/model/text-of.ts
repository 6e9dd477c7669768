import type { Nodes } from 'mdast';
import { toString as nodeText } from 'mdast-util-to-string';

/** The words of nodes: inline run together, blocks apart. HTML and markup left out. */
export function textOf(nodes: Nodes | readonly Nodes[] | undefined): string {
  if (nodes === undefined) return '';
  const list = Array.isArray(nodes) ? (nodes as readonly Nodes[]) : [nodes as Nodes];
  return list.map((node) => nodeText(node, { includeHtml: false })).join(BLOCK.has(list[0]?.type ?? '') ? '\n' : '');
}

const BLOCK: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'list',
  'code',
  'blockquote',
  'table',
  'thematicBreak',
  'containerDirective',
  'definition',
  'footnoteDefinition',
  'html',
  'math',
]);

/** Text to compare by: lower case, no punctuation, single spaces. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One line, single spaces, cut after `length` characters. */
export function excerpt(text: string, length = 80): string {
  const line = text.slice(0, length * 4).replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : line;
}
