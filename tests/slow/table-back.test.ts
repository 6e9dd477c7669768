import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Handbook } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { loadBack, withoutPlaces } from '../import/load-back.ts';

const BOOKS = ['parity', 'clauses', 'rulebook', 'guideline', 'help-center', 'in-force'];
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}/`, import.meta.url));

/** What the rows of a table say of a handbook; pictures are not in it. */
function rowsOf({ chapters = [] }: Partial<Handbook>, { chapters: given }: Handbook) {
  const all = given.flatMap(({ entries }) => entries);
  const pictured = all.filter(({ answer }) => JSON.stringify(answer).includes('"image"'));
  return chapters.flatMap(({ id: chapter, entries }) =>
    entries.map(({ number, id, status, topics, type, fields, question, answer, ...entry }) => ({
      ...{ number, id, chapter, status, topics, type, related: entry.related, aliases: entry.aliases },
      ...(withoutPlaces({ question, effective: entry.effective, replacedBy: entry.replacedBy }) as object),
      answer: pictured.some((one) => one.number === number) ? '' : withoutPlaces(answer),
      fields: fields && Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    })),
  );
}

describe('a table of `octavo export` that is imported as a new handbook keeps what its rows say', () => {
  test.each(BOOKS.flatMap((book) => ['csv', 'xlsx'].map((kind) => [book, kind] as const)))(
    '%s as %s',
    async (book, kind) => {
      const place = await temporaryFolder();
      const run = async (...argv: string[]) => {
        const { code, stderr } = await runOctavo(argv, place);
        expect(code, stderr).toBe(0);
      };
      await run('export', fixture(book), '--drafts', '--out', `table.${kind}`);
      await run('import', `table.${kind}`, '--out', 'back', '--title', 'From a table');
      const given = await loadBack(fixture(book));
      const back = await loadBack(join(place, 'back'));
      if (!given || !back) throw new Error('what was imported has errors');
      expect(back.title).toBe('From a table');
      expect(rowsOf(back, given)).toEqual(rowsOf(given, given));
    },
  );
});
