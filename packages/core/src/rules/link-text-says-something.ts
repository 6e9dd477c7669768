import { toText } from '../model/to-text.ts';
import { nodesOf, type Rule } from './rule.ts';

const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'here|click here|this|this link|link|more|read more|see here|hier|mehr|ici|aquí|qui'.split('|'),
);

/** The text of a link says where it leads, also when it is read alone (WCAG 2.2, 2.4.4). */
export const linkTextSaysSomething: Rule = (book) => {
  for (const [{ children }, place] of nodesOf(book, 'link', 'crossReference')) {
    const text = toText(children).trim().toLowerCase();
    if (text === '' || EMPTY_WORDS.has(text))
      book.report({
        ...place,
        reason: `the link text "${text}" does not say where it leads`,
        note: 'Put the link on the words that name the thing.',
      });
  }
};
