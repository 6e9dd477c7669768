import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJson, released } from './editions.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

test('an edition in which nothing changed is released, and says since when', async () => {
  const place = await temporaryFolder();
  const [book, out] = [join(place, 'book'), join(place, 'out')];
  await cp(fixture('numbers/from-zero/first'), book, { recursive: true });
  await released(book, out, '1.0', '--allow-dirty', '--quiet');
  const path = join(book, 'handbook.yaml');
  const text = (await readFile(path, 'utf8')).replace('"1.0"', '"1.1"').replace('2026-01-31', '2026-05-01');
  await writeFile(path, text);
  await released(book, out, '1.1', '--allow-dirty', '--quiet');
  expect(await readJson(out, '1.1', 'changes.json')).toMatchObject({
    since: { version: '1.0' },
    changes: [],
  });
}, 120_000);
