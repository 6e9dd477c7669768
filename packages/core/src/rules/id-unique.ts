import type { Rule } from './rule.ts';

/** No two entries, and no entry and prose page, have the same id, whatever the case of its letters. */
export const idUnique: Rule = ({ entries, handbook, report }) => {
  const taken = new Map<string, string>();
  for (const page of [...handbook.front, ...handbook.back])
    taken.set(page.id.toLowerCase(), page.source.path);
  for (const { id } of handbook.chapters) taken.set(id.toLowerCase(), `the chapter "${id}"`);
  for (const { id, source } of entries) {
    const key = id.toLowerCase();
    const other = taken.get(key);
    if (other === undefined) taken.set(key, source.path);
    else {
      report({
        path: source.path,
        keys: ['id'],
        reason: `the id "${id}" is already that of ${other}`,
        actual: id,
        note: 'Give the entry an "id:" of its own, or rename its file.',
      });
    }
  }
};
