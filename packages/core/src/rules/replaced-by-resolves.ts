import { faultOf } from './reference-resolves.ts';
import type { Rule } from './rule.ts';

/** `replacedBy` of an entry that is withdrawn, deprecated or in force until a day names another entry, and replacements form no cycle. */
export const replacedByResolves: Rule = (book) => {
  for (const entry of book.entries) {
    const { number, replacedBy, status, effective, source } = entry;
    if (replacedBy === undefined) continue;
    const finding = { path: source.path, keys: ['replacedBy'] };
    const fault = faultOf(replacedBy, `"${replacedBy}"`, book, book.drafts || status === 'draft');
    if (fault) book.report({ ...finding, ...fault });
    else if (replacedBy === number) book.report({ ...finding, reason: `${number} cannot replace itself` });
    else if (status !== 'withdrawn' && status !== 'deprecated' && effective?.until === undefined) {
      book.report({
        ...finding,
        reason: `${number} is ${status}, yet something replaces it`,
        expected: 'status: deprecated, status: withdrawn, or the day until which it is in force',
      });
    } else if (leadsBack(number, book.index.entry)) {
      book.report({
        ...finding,
        reason: `the replacements of ${number} lead back to it`,
        note: 'Remove one "replacedBy:" of the circle.',
      });
    }
  }
};

function leadsBack(number: string, entries: ReadonlyMap<string, { readonly replacedBy?: string }>): boolean {
  const seen = new Set<string>();
  for (let next = entries.get(number)?.replacedBy; next !== undefined; next = entries.get(next)?.replacedBy) {
    if (next === number) return true;
    if (seen.has(next)) return false;
    seen.add(next);
  }
  return false;
}
