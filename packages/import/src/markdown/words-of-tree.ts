import type { Nodes, Root } from 'mdast';
import type { SourceWord } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';
import { withoutTags } from './without-tags.ts';

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
