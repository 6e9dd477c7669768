import { nodesOf, type Rule } from './rule.ts';

/** Every image has alternative text for those who do not see it. */
export const imageHasAlternative: Rule = (book) => {
  for (const [{ alt, url }, place] of nodesOf(book, 'image'))
    if (alt.trim() === '')
      book.report({
        ...place,
        reason: `the image "${url}" has no alternative text`,
        expected: '![what the image shows](…)',
      });
};
