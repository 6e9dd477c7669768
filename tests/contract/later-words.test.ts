import { readdir, readFile } from 'node:fs/promises';
import { readHistory } from '@octavo/press/history';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { LARDER } from './larder-history.ts';

test.each([
  ['of a form to come', '3', /it is of schemaVersion 3, and this Octavo reads version 2/, /a newer one/],
  ['that were edited', '1', /not the words that the release has sealed/, /Restore the file/],
])('words of the ledger %s are told as what they are', async (_, form, reason, note) => {
  const place = new URL(`../../${LARDER}/releases/`, import.meta.url);
  const files = await Promise.all(
    (await readdir(place)).map(
      async (name) =>
        new VFile({ path: `releases/${name}`, value: await readFile(new URL(name, place), 'utf8') }),
    ),
  );
  const words = files.find(({ path }) => path === 'releases/2026.2.text.jsonl') as VFile;
  words.value = String(words.value).replace('"schemaVersion":2', `"schemaVersion":${form}`);
  expect(await readHistory(files)).toBeUndefined();
  const told = files.flatMap(({ path, messages }) => messages.map((message) => ({ path, ...message })));
  expect(told).toMatchObject([
    { path: words.path, ruleId: 'ledger-valid', reason: expect.stringMatching(reason) },
  ]);
  expect(words.messages[0]?.note).toMatch(note);
});
