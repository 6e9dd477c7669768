import { RESERVED_IDS } from '../model/reserved-ids.ts';
import type { Rule, RuleContext } from './rule.ts';

/** No two chapters or prose pages have the same id, and no chapter has one that Octavo uses itself. */
export const chapterUnique: Rule = ({ handbook, sources, report }) => {
  const taken = new Map<string, string>();
  const take = (id: string, what: string, keys: readonly (string | number)[]) => {
    const other = taken.get(id);
    if (other === undefined) taken.set(id, what);
    else
      report({
        keys,
        reason: `the id "${id}" is already that of ${other}`,
        actual: id,
        note: 'Rename one of the two.',
      });
  };
  handbook.chapters.forEach(({ id }, at) => {
    const keys = ['chapters', at, 'id'];
    if (RESERVED_IDS.has(id))
      report({
        keys,
        reason: `a chapter cannot be named "${id}": Octavo uses that folder itself`,
        actual: id,
      });
    take(id, `a chapter`, keys);
  });
  for (const folder of ['front', 'back'] as const) {
    listed(sources, folder).forEach((id, at) => {
      take(id, `a page in ${folder}/`, [folder, at]);
    });
  }
};

function listed(sources: RuleContext['sources'], folder: 'front' | 'back'): readonly string[] {
  return sources.handbook?.data[folder] ?? [];
}
