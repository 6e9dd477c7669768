import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('what init writes passes its own workflow without a warning, in all four formats, and shows every construct', async () => {
  const folder = await temporaryFolder();
  expect((await runOctavo(['init', 'book'], folder)).code).toBe(0);
  const book = join(folder, 'book');
  const workflow = await readFile(join(book, '.github/workflows/handbook.yml'), 'utf8');
  const lines = [...workflow.matchAll(/^ {6}- run: npx octavo (.+)$/gm)].map(([, line = '']) => line);
  expect(lines).toEqual(['check --reporter github --fail-on warning', 'build']);
  const [checked, built] = await Promise.all(lines.map((line) => runOctavo(line.split(' '), book)));
  expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(built?.stderr).toMatch(
    /^Book 0\.1: 6 entries in 2 chapters\n {2}html .*\n {2}pdf .*\n {2}epub .*\n {2}jsonld/m,
  );
  const { chapters, images, glossary, topics } = JSON.parse(
    await readFile(join(book, 'dist/book/preview/handbook.json'), 'utf8'),
  );
  const found = new Set<string>();
  JSON.stringify(chapters, (key, value) => {
    if (key === 'type') found.add(value);
    return value;
  });
  const model = await readFile(
    new URL('../../packages/core/src/model/documents.generated.ts', import.meta.url),
    'utf8',
  );
  const types = [...model.matchAll(/readonly type: '(\w+)'/g)].map(([, type = '']) => type);
  expect(types.length).toBeGreaterThan(25);
  // What a redline marks is written by nobody.
  const written = types.filter((type) => !type.startsWith('edit'));
  expect(written.filter((type) => !found.has(type))).toEqual([]);
  expect([images.length, glossary.length, topics.length]).toEqual([2, 3, 3]);
});
