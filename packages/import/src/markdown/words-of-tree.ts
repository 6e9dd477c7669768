import type { Nodes, Root } from 'mdast';
import type { SourceWord } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';

/** The words that a reader of a Markdown document sees, with their lines: text, code, alternative texts, the text between HTML tags. */
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

/** The text between tags. Comments, scripts and styles are not seen. Linear in its length. */
export function withoutTags(html: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
    pieces.push(html.slice(from, at));
    const comment = html.startsWith('<!--', at);
    const hidden = /^<(script|style)\b/i.exec(html.slice(at, at + 10))?.[1];
    const end = comment
      ? html.indexOf('-->', at + 4)
      : hidden
        ? html.indexOf('>', html.toLowerCase().indexOf(`</${hidden.toLowerCase()}`, at))
        : html.indexOf('>', at);
    if (end < 0) return pieces.join('');
    const tag = html.slice(at, end + (comment ? 3 : 1));
    pieces.push(
      '\n'.repeat(tag.split('\n').length - 1) ||
        (/^<\/?(?:b|i|em|strong|a|span|sub|sup|u|code|kbd|font|small|wbr)\b/i.test(tag) ? '' : ' '),
    );
    from = end + (comment ? 3 : 1);
  }
  pieces.push(html.slice(from));
  return pieces.join('').replace(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/gi, ' ');
}
