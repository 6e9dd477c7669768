import { numberKey } from '../numbers/number-key.ts';
import type { Rule } from './rule.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LIKE_A_NUMBER = /^q?\d+(?:-?[a-z]{1,2})?$/;

/**
 * The id that an entry takes from its file's name is a slug that is not shaped like a number: it
 * becomes an address. (One given as `id:` is held to that by the schema.)
 */
export const idWellFormed: Rule = ({ handbook, sources, entries, report }) => {
  const given = new Set(
    sources.entries.filter((source) => source.data.id !== undefined).map((source) => source.file.path),
  );
  // Where the grammar is another one, so is what looks like a number.
  const keys = new Set(handbook.numbers ? entries.map(({ number }) => numberKey(number).toLowerCase()) : []);
  for (const { id, source } of entries) {
    if (keys.has(id) || keys.has(id.replace(/^q/, '')))
      report({
        path: source.path,
        keys: ['id'],
        reason: `the id "${id}" is the address of a number`,
        actual: id,
        note: 'Give the entry another "id:", or rename its file.',
      });
    if (given.has(source.path)) continue;
    const reason = faultOfId(id);
    if (reason)
      report({
        path: source.path,
        reason,
        actual: id,
        expected: '<number>-<slug>.md, the slug in lower-case letters, digits and single hyphens',
        note: 'Rename the file, or give the entry an "id:".',
      });
  }
};

function faultOfId(id: string): string | undefined {
  if (!SLUG.test(id)) return `the file's name gives the entry the id "${id}", which cannot be an address`;
  if (LIKE_A_NUMBER.test(id))
    return `the file's name gives the entry the id "${id}", which looks like a number`;
  return undefined;
}
