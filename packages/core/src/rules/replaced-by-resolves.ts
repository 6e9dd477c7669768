import { faultOf } from './reference-resolves.ts';
import type { Rule } from './rule.ts';

/** `replacedBy` of a withdrawn or deprecated entry names another entry, and replacements form no cycle. */
export const replacedByResolves: Rule = (book) => {
  for (const entry of book.entries) {
    const { number, replacedBy, status, source } = entry;
    if (replacedBy === undefined) continue;
    const finding = { path: source.path, keys: ['replacedBy'] };
    const fault = faultOf(replacedBy, `"${replacedBy}"`, book, book.drafts || status === 'draft');
    if (fault) book.report({ ...finding, ...fault });
    else if (replacedBy === number) book.report({ ...finding, reason: `${number} cannot replace itself` });
    else if (status !== 'withdrawn' && status !== 'deprecated') {
      book.report({
        ...finding,
        reason: `${number} is ${status}, yet something replaces it`,
        expected: 'status: deprecated, or status: withdrawn',
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
