import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FAQ = '# Help\n\n## First\n\n**Why is it so?**\n\nSo.\n\n**How long?**\n\nA day.\n';

test('check and build take the options of an import', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'faq.md'), FAQ);
  const own = await runOctavo(['check', 'faq.md'], folder);
  expect(own.stderr).toContain('2 entries');
  const told = await runOctavo(
    ['check', 'faq.md', '--questions', 'h2', '--title', 'Mine', '--language', 'de'],
    folder,
  );
  expect(told.stderr).toContain('"Mine" (de)');
  expect(told.stderr).toContain('1 entry');
  const built = await runOctavo(
    ['build', 'faq.md', '--to', 'jsonld', '--renumber', '--title', 'Mine'],
    folder,
  );
  expect({ code: built.code, said: built.stderr }).toMatchObject({
    code: 0,
    said: expect.stringContaining('Mine'),
  });
  const wrong = await runOctavo(['build', 'faq.md', '--questions', 'h9'], folder);
  expect(wrong.code).toBe(2);
});

test('a handbook takes none of them', async () => {
  const folder = await temporaryFolder();
  expect((await runOctavo(['init', 'book'], folder)).code).toBe(0);
  const { code, stderr } = await runOctavo(['check', 'book', '--questions', 'h2'], folder);
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--questions is for a document'),
  });
});
