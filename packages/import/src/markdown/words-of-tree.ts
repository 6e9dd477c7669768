import type { Nodes, Root } from 'mdast';
import { piecesOf } from '../html/scan.ts';
import type { SourceWord } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';

/** Lists the words that a reader of a Markdown document sees, with their lines: text, code, alternative texts, the text between HTML tags. */
export function wordsOfTree(tree: Root): readonly SourceWord[] {
  const words: SourceWord[] = [];
  const todo: { node: Nodes; line: number }[] = [{ node: tree, line: 1 }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node } = next;
    const line = node.position?.start.line ?? next.line;
    const text = seen(node);
    if (text !== '')
      for (const word of wordsAt(text, node.type === 'code' ? line + 1 : line)) words.push(word);
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        todo.push({ node: node.children[at] as Nodes, line });
  }
  return words;
}

function seen(node: Nodes): string {
  switch (node.type) {
    case 'text':
      // The first line of a call-out is its kind.
      return node.value.replace(/^\[!\w+\]/, '');
    case 'inlineCode':
    case 'code':
    case 'math':
    case 'inlineMath':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return withoutTags(node.value);
    default:
      return '';
  }
}

const INLINE = /^(?:b|i|em|strong|a|span|sub|sup|u|code|kbd|font|small|wbr)$/;

/** Returns the text between tags. Comments, scripts and styles are not seen, but their lines stay. */
function withoutTags(html: string): string {
  let hidden = '';
  const seen: string[] = [];
  for (const { kind, html: piece, name } of piecesOf(html)) {
    const lines = '\n'.repeat(piece.split('\n').length - 1);
    if (kind === 'text') seen.push(hidden === '' ? piece : lines);
    else seen.push(lines || (kind !== 'comment' && INLINE.test(name) ? '' : ' '));
    if (kind !== 'comment') hidden = kind === 'open' && /^(?:script|style)$/.test(name) ? name : '';
  }
  return seen.join('').replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ');
}
