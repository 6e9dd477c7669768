import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

/** An import of two entries, and the state in which a kill would have left it when so many of its files were moved. */
async function killedAfter(moved: number | 'before the plan'): Promise<string> {
  const place = await temporaryFolder();
  await writeFile(join(place, 'faq.md'), '## Is it one?\n\nYes.\n\n## Is it two?\n\nNo.\n');
  expect((await runOctavo(['import', 'faq.md', '--out', 'book'], place)).code).toBe(0);
  const book = join(place, 'book');
  const record = join(book, '.octavo/import.json');
  const { files } = JSON.parse(await readFile(record, 'utf8')) as { files: Record<string, string> };
  for (const path of Object.keys(files).slice(moved === 'before the plan' ? 0 : moved)) {
    const staged = join(book, '.octavo/import.next', path);
    await mkdir(dirname(staged), { recursive: true });
    await rename(join(book, path), staged);
  }
  // Before there is a plan nothing was moved: not even a chapter's folder is there.
  for (const name of moved === 'before the plan' ? await readdir(book) : [])
    if (name !== '.octavo') await rm(join(book, name), { recursive: true });
  if (moved === 'before the plan') await rm(record);
  else await rename(record, join(book, '.octavo/import.plan.json'));
  return place;
}

test.each(['before the plan', 0, 1, 3, 100] as const)(
  'an import killed (%s) is mended by the next',
  async (moved) => {
    const place = await killedAfter(moved);
    const { code, stderr } = await runOctavo(['import', 'faq.md', '--out', 'book'], place);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(await readdir(join(place, 'book', '.octavo'))).toEqual(['import.json']);
    expect((await runOctavo(['check', 'book'], place)).code).toBe(0);
  },
);
