import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Every approval is as it was given, and of an entry that is there. (Reading reports the lines.) */
export const approvalValid: Rule = {
  id: 'approval-valid',
  check({ entries, references, sources, report }) {
    const numbers = new Set(entries.map((entry) => entry.number));
    for (const [number, { file }] of sources.approvals) {
      if (numbers.has(number) || references.excused.has(number)) continue;
      report({
        path: file.path,
        reason: `no entry has the number ${number}${didYouMean(number, numbers)}`,
        note: 'Restore the entry. If it never was published, remove this file too.',
      });
    }
  },
};
