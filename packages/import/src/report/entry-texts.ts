import type { Nodes } from 'mdast';
import type { Book } from '../assign/book.ts';
import { textOf } from '../model/text-of.ts';

/** An entry as the analyses read it. */
export interface EntryText {
  readonly number: string;
  readonly question: string;
  readonly answer: string;
  /** Numbers that the answer links to. */
  readonly links: readonly string[];
}

/** Longer answers are judged by their beginning. */
const MAX = 20_000;

export function entryTexts(book: Book): readonly EntryText[] {
  return book.entries.map(({ number, question, answer, draft }) => {
    const links: string[] = [];
    const texts: string[] = [];
    const todo: Nodes[] = [...answer].reverse();
    for (let node = todo.pop(); node; node = todo.pop()) {
      if (node.type === 'link' && node.url.startsWith('#')) links.push(node.url.slice(1));
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
        texts.push(textOf(node));
      if ('children' in node)
        for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as Nodes);
    }
    return {
      number,
      question: textOf(question),
      answer: draft ? '' : texts.join('\n').slice(0, MAX),
      links,
    };
  });
}
