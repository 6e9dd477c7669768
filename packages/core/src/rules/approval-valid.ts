import { didYouMean } from '../message/nearest.ts';
import { approvalName } from '../model/approval-line.ts';
import { approvables } from '../model/approvals.ts';
import type { Rule } from './rule.ts';

/** Every approval is as it was given, and of an entry, term or page that is there. (Reading reports the lines.) */
export const approvalValid: Rule = ({ handbook, entries, references, sources, report }) => {
  if (sources.approvals.size === 0) return;
  const numbers = entries.flatMap(({ number, aliases }) => [number, ...aliases]);
  const items = approvables(handbook).map(({ subject }) => subject);
  const known = new Set([...numbers, ...items].map(approvalName));
  for (const [name, { file, approvals }] of sources.approvals) {
    if (known.has(name) || references.excused.has(name)) continue;
    if (name.includes('/')) {
      report({
        path: file.path,
        reason: `there is no ${name} in the handbook${didYouMean(name, items)}`,
        note: 'Restore it. If it never was published, remove this file too.',
      });
      continue;
    }
    const number = approvals.at(-1)?.number ?? name;
    report({
      path: file.path,
      reason: `no entry has the number ${number}${didYouMean(number, numbers)}`,
      note: 'Restore the entry. If it never was published, remove this file too.',
    });
  }
};
