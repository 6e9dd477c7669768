import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { larder, readJson, released, revise } from './editions.ts';
import { runOctavo } from './run-octavo.ts';

const HISTORY = 'Changed in 2026.2 (A year was too careful.; Approved by: Editorial board)';

test('the history of an entry tells the roles of each edition, from the ledger, and no name', async () => {
  const { book, out } = await larder();
  const approve = async (role: string, date: string) => {
    const { code, stderr } = await runOctavo(
      ['approve', '633', book, '--by', 'Ada Lovelace', '--role', role, '--date', date],
      process.cwd(),
    );
    expect(code, stderr).toBe(0);
  };
  await approve('legal', '2026-01-30');
  await released(book, out, '2026.1');
  const record = await readFile(join(book, 'releases/2026.1.json'), 'utf8');
  expect(JSON.parse(record).entries[0]).toMatchObject({ number: '633', approvedBy: ['legal'] });
  // It comes after the day of the edition, so the release stays what it was.
  await approve('late', '2026-02-02');
  expect((await released(book, out, '2026.1')).stderr).toContain('already released, identical');
  await revise(book, 2);
  await approve('Editorial board', '2026-06-30');
  await released(book, out, '2026.2');
  const tree = join(out, '2026.2');
  const page = await readFile(join(tree, 'entry/633/index.html'), 'utf8');
  const said = page.replaceAll(/<[^>]*>/g, '');
  expect(said).toContain('Added in 2026.1 (Approved by: legal), ');
  expect(said).toContain(`${HISTORY}, `);
  const { 'dcterms:hasVersion': versions } = await readJson(tree, 'entry/633/history.jsonld');
  const roles = versions.map((version: Readonly<Record<string, unknown>>) => version['octavo:approvedBy']);
  expect(roles).toEqual([['legal'], ['Editorial board']]);
  const epub = unzipSync(new Uint8Array(await readFile(join(tree, 'larder.epub'))));
  expect(strFromU8(epub['OEBPS/history.xhtml'] ?? new Uint8Array())).toContain(
    'Approved by: Editorial board',
  );
  expect(page + (await readFile(join(tree, 'handbook.json'), 'utf8'))).not.toContain('Ada Lovelace');
});
