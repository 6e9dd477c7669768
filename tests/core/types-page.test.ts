import { readFileSync } from 'node:fs';
import { type JsonValue, loadHandbook, type OwnField, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { loadBook } from '../contract/load-book.ts';
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

/** What a value of a field shows: the types and the formats of it and of all that it holds. */
function* kindsIn(schema: OwnField['schema'], value: JsonValue): Generator<string> {
  for (const keyword of ['enum', 'oneOf']) if (schema[keyword]) yield keyword;
  if (typeof schema.type === 'string') yield schema.type;
  if (typeof schema.format === 'string') yield schema.format.replace(/\/.*/, '/<id>');
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value) as [string, JsonValue][]) {
    const part = Array.isArray(value) ? schema.items : (schema.properties as OwnField['schema'])?.[key];
    if (typeof part === 'object' && part !== null) yield* kindsIn(part as OwnField['schema'], item);
  }
}

test('every kind of field that the page names stands in one of the books that all tools read', async () => {
  const shown = new Set<string>();
  for (const folder of Object.values(FIELD_BOOKS)) {
    const { handbook } = await loadBook(folder);
    const schemas = new Map(handbook.types?.fields.map((field) => [field.name, field]));
    for (const { fields = [] } of handbook.chapters.flatMap(({ entries }) => entries))
      for (const { name: field, value } of fields) {
        const { schema = {}, shown: place = '' } = schemas.get(field) ?? {};
        for (const kind of [place, ...kindsIn(schema, value)]) shown.add(kind);
      }
  }
  const formats = [...PAGE.matchAll(/^\| `([\w/<>]+)` +\|/gm)].map(([, format = '']) => format).slice(1);
  expect(formats).toHaveLength(9);
  const types = ['string', 'number', 'integer', 'boolean', 'enum', 'oneOf', 'array', 'object'];
  const wanted = [...formats, ...types, 'badge', 'facts', 'after', 'data'];
  expect([...shown].sort()).toEqual(wanted.sort());
});
