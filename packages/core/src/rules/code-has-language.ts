import { nodesOf, type Rule } from './rule.ts';

/** Every code block says what language it is in (`text` for none). */
export const codeHasLanguage: Rule = (book) => {
  for (const [{ lang }, place] of nodesOf(book, 'code'))
    if (lang === undefined)
      book.report({
        ...place,
        reason: 'the code has no language',
        expected: '```js, ```json, ```text, …',
      });
};
