import { readFileSync } from 'node:fs';
import { loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { formatMessages } from './format-messages.ts';

const PAGE = readFileSync(new URL('../../packages/core/docs/types.md', import.meta.url), 'utf8');

/** The examples of the page by what they are called: files, and what is said of them. */
const examples = new Map(
  [...PAGE.matchAll(/^```\w+ (?:file=)?(\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
);

async function load(names: readonly string[]) {
  const files = names.map((path) => new VFile({ path, value: Buffer.from(examples.get(path) ?? '') }));
  return loadHandbook(files, { tools: await schemaTools(files) });
}

test('the messages of the page on types are those that its examples get', async () => {
  const { files } = await load([...examples.keys()].filter((name) => name !== 'messages'));
  const heads = formatMessages(files)
    .split('\n')
    .filter((line) => /^\S/.test(line));
  expect(`${heads.join('\n')}\n`).toBe(examples.get('messages'));
});

test('what the page shows as sound is sound, and says what the page says', async () => {
  const { handbook, files } = await load(['handbook.yaml', 'types.yaml', 'moorings/101-swing-mooring.md']);
  expect(formatMessages(files)).toBe('');
  const [entry] = handbook?.chapters[0]?.entries ?? [];
  expect(entry?.type).toBe('rule');
  expect(entry?.fields?.map(({ name, value }) => [name, value])).toEqual([
    ['coast', ['N', 'W']],
    ['since', '2024-04-01'],
    ['fileNumber', 'HB-0917'],
  ]);
});
