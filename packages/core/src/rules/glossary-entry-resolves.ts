import { faultOf } from './reference-resolves.ts';
import type { Rule } from './rule.ts';

/** Every entry that a glossary term names is published. */
export const glossaryEntryResolves: Rule = (book) => {
  book.handbook.glossary.forEach((term, at) => {
    term.entries.forEach((number, position) => {
      const fault = faultOf(number, `"${number}"`, book, book.drafts);
      if (fault) book.report({ path: 'glossary.yaml', keys: ['terms', at, 'entries', position], ...fault });
    });
  });
};
