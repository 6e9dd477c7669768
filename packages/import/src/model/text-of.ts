import type { Nodes } from 'mdast';

/** The words of nodes: inline run together, blocks apart by a line end. HTML and other markup left out. */
export function textOf(nodes: Nodes | readonly Nodes[] | undefined): string {
  if (nodes === undefined) return '';
  if ('type' in nodes) return one(nodes);
  return nodes.map(one).join(nodes.some((node) => BLOCK.has(node.type)) ? '\n' : '');
}

const BLOCK: ReadonlySet<string> = new Set(
  'paragraph heading list listItem code blockquote table tableRow tableCell thematicBreak containerDirective definition footnoteDefinition math'.split(
    ' ',
  ),
);

function one(node: Nodes): string {
  switch (node.type) {
    case 'html':
    case 'yaml':
    case 'definition':
      return '';
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      if ('children' in node) return textOf(node.children as Nodes[]);
      return 'value' in node ? (node as { value: string }).value : '';
  }
}

/** Text to compare by: lower case, no punctuation, single spaces. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Returns a text in one line, with single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Returns a text in one line, cut after `length` characters. */
export function excerpt(text: string, length = 80): string {
  const line = oneLine(text.slice(0, length * 4));
  const letters = Array.from(line);
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : line;
}
