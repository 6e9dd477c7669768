import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crossReferences, type Handbook, loadHandbook } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { readFolder } from '../core/read-folder.ts';

const BOOKS = ['tests/fixtures/kitchen-sink', 'tests/fixtures/parity', 'tests/fixtures/small'];

/** What an edition promises, as far as it concerns entries. */
function promises(handbook: Handbook | undefined) {
  return {
    id: handbook?.id,
    iri: handbook?.iri,
    edition: handbook?.edition,
    topics: handbook?.topics.map(({ id, title }) => ({ id, title })),
    chapters: handbook?.chapters.map(({ id, title, summary, entries }) => ({
      id,
      title,
      summary,
      entries: entries.map(
        ({ number, id: name, status, topics, related, aliases, replacedBy, index, fingerprint, answer }) => ({
          ...{ number, name, status, topics, related, aliases, replacedBy, index, fingerprint },
          links: crossReferences(answer).map((link) => [link.number, link.automatic]),
        }),
      ),
    })),
  };
}

describe('a document of `octavo export` gives every entry back', () => {
  test.each(BOOKS)('%s', async (book) => {
    const place = await temporaryFolder();
    const folder = join(place, 'book');
    cpSync(fileURLToPath(new URL(`../../${book}/`, import.meta.url)), folder, { recursive: true });
    const run = async (...argv: string[]) => expect((await runOctavo(argv, place)).code).toBe(0);
    await run('export', 'book', '--drafts', '--out', 'exported.md');
    await run('import', 'exported.md', '--out', 'back', '--quiet');
    const given = loadHandbook(readFolder(folder), { drafts: true }).handbook;
    const back = loadHandbook(readFolder(join(place, 'back')), { drafts: true }).handbook;
    expect(promises(back)).toEqual(promises(given));
    rmSync(place, { recursive: true });
  });
});
