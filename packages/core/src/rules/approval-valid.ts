import { didYouMean } from '../message/nearest.ts';
import { approvables } from '../model/approvals.ts';
import type { Rule } from './rule.ts';

/** Every approval is as it was given, and of an entry, term or page that is there. (Reading reports the lines.) */
export const approvalValid: Rule = {
  id: 'approval-valid',
  check({ handbook, entries, references, sources, report }) {
    if (sources.approvals.size === 0) return;
    const numbers = new Set(entries.map((entry) => entry.number));
    const items = new Set(approvables(handbook).map(({ subject }) => subject));
    for (const [number, { file }] of sources.approvals) {
      if (numbers.has(number) || items.has(number) || references.excused.has(number)) continue;
      if (!/^\d/.test(number)) {
        report({
          path: file.path,
          reason: `there is no ${number} in the handbook${didYouMean(number, items)}`,
          note: 'Restore it. If it never was published, remove this file too.',
        });
        continue;
      }
      report({
        path: file.path,
        reason: `no entry has the number ${number}${didYouMean(number, numbers)}`,
        note: 'Restore the entry. If it never was published, remove this file too.',
      });
    }
  },
};
