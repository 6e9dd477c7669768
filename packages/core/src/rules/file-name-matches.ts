import { nameOf } from '../assemble/references.ts';
import type { Rule } from './rule.ts';

/** An entry's file is named `<number>-<slug>.md`, with the entry's own number. */
export const fileNameMatches: Rule = {
  id: 'file-name-matches',
  check({ entries, report }) {
    for (const { number, id, source } of entries) {
      if (number === '' || nameOf(source.path).number === number) continue;
      report({
        path: source.path,
        keys: ['number'],
        reason: `the file of ${number} is not named for it`,
        expected: `${number}-${id.replace(/^[\d.]+[A-Z]{0,2}$/, 'slug')}.md`,
      });
    }
  },
};
