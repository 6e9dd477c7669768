import { type Entry, entrySchema, indexHandbook, schemaTools } from '@octavo/core';
import { ownFacts, sayText } from '@octavo/core/say';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { bare, entryText, filesOf, load as loadPlain, type Result } from './sample.ts';

const TYPES = `fields:
  grade: { title: Grade, schema: { type: integer, oneOf: [{ const: 1, title: Good }, { const: 2, title: Fair }] } }
  span: { title: Span, schema: { type: object, properties: { from: { type: string }, width: { type: number } } } }
  see: { title: See, schema: { type: array, items: { type: string, format: entry } } }
  note: { title: Note, schema: { type: string, format: markdown } }
  draftNote: { title: Draft note, approved: false }
  code: { title: Code, shown: data }
mixins:
  graded: { fields: [grade], required: [grade] }
  noted: { mixins: [graded], fields: [note] }
types:
  rule: { title: Rule, mixins: [noted], fields: [see, span, draftNote, code], required: [see] }
`;

async function load(files: Readonly<Record<string, string>>): Promise<Result> {
  const all = { 'types.yaml': TYPES, ...files };
  return loadPlain(all, { tools: await schemaTools(filesOf(all)) });
}

async function entryOf(extra: string, body = 'So.'): Promise<Entry> {
  const files = {
    'basics/1-first.md': entryText('1', body, extra),
    'basics/2-second.md': entryText('2', 'Two.'),
  };
  const { handbook, messages } = await load(files);
  const entry = handbook?.chapters[0]?.entries[0];
  if (!entry) throw new Error(messages.map(({ reason }) => reason).join('\n'));
  return entry;
}

test('the loaded model holds fields, types and demands with their mixins resolved', async () => {
  const handbook = `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: basics, title: Basics, requires: [noted] }, { id: more, title: More }]
`;
  const { handbook: book } = await load({
    'handbook.yaml': handbook,
    'basics/1-first.md': entryText('1', 'So.', 'grade: 1\n'),
    'more/2-second.md': entryText('2', 'So.'),
  });
  expect(book?.types?.types).toEqual([
    {
      name: 'question',
      title: '',
      fields: ['grade', 'span', 'see', 'note', 'draftNote', 'code'],
      required: [],
    },
    {
      name: 'rule',
      title: 'Rule',
      fields: ['grade', 'note', 'see', 'span', 'draftNote', 'code'],
      required: ['grade', 'see'],
    },
  ]);
  expect(book?.types?.demands).toEqual([
    { chapter: 'basics', fields: ['grade', 'note'], required: ['grade'] },
  ]);
  expect(book?.types?.fields[0]).toEqual({
    name: 'grade',
    title: 'Grade',
    schema: {
      type: 'integer',
      oneOf: [
        { const: 1, title: 'Good' },
        { const: 2, title: 'Fair' },
      ],
    },
    shown: 'facts',
    search: false,
    filter: false,
    index: false,
    approved: true,
  });
});

test('values are of the type that the schema asks for, in the order of the type', async () => {
  const { fields } = await entryOf(
    'type: rule\nspan: { from: 3.10, width: 3.10 }\nsee: [first, "2"]\ngrade: "2"\n',
  );
  expect(bare(fields)).toEqual([
    { name: 'grade', value: 2 },
    {
      name: 'see',
      value: ['1', '2'],
      prose: ['first', '2'].map((written, at) => [
        {
          type: 'crossReference',
          number: `${at + 1}`,
          written,
          automatic: true,
          children: [{ type: 'text', value: `${at + 1}` }],
        },
      ]),
    },
    { name: 'span', value: { from: '3.10', width: 3.1 } },
  ]);
});

test('what a field refers to is cited, and must be published', async () => {
  const files = {
    'basics/1-first.md': entryText('1', 'So.', 'see: ["2"]\nnote: "As in [](#3)"\n'),
    'basics/2-second.md': entryText('2', 'Two.'),
    'basics/3-third.md': entryText('3', 'Three.'),
  };
  const { handbook } = await load(files);
  const { citedBy } = handbook ? indexHandbook(handbook) : { citedBy: new Map() };
  expect([citedBy.get('2'), citedBy.get('3')]).toEqual([['1'], ['1']]);
  const draft = await load({ ...files, 'basics/2-second.md': entryText('2', 'Two.', 'status: draft\n') });
  expect(draft.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['reference-resolves', 4]]);
});

test('concepts of a taxonomy are printed by their titles, and are part of the model', async () => {
  const files = {
    'types.yaml': 'fields:\n  part: { title: Part, schema: { type: string, format: taxonomy/parts } }\n',
    'taxonomies/parts.yaml':
      'title: Parts\nconcepts:\n  - { id: app, title: App }\n  - { id: view, title: View, broader: app, exactMatch: ["urn:x"] }\n',
    'basics/1-first.md': entryText('1', 'So.', 'part: view\n'),
  };
  const { handbook } = await load(files);
  expect(handbook?.types?.taxonomies).toEqual([
    {
      id: 'parts',
      title: 'Parts',
      concepts: [
        { id: 'app', title: 'App' },
        { id: 'view', title: 'View', broader: 'app', exactMatch: ['urn:x'] },
      ],
    },
  ]);
  const [entry] = handbook?.chapters[0]?.entries ?? [];
  const said = handbook && entry ? ownFacts(entry, handbook, () => true) : [];
  expect(said.map(({ label, values }) => [label, ...values.map(sayText)])).toEqual([['Part', 'View']]);
});

describe('the fingerprint of an entry', () => {
  const print = async (extra: string) => (await entryOf(extra)).fingerprint;

  test.each<readonly [what: string, one: string, two: string, isSame: boolean]>([
    ['a type', '', 'type: rule\ngrade: 1\nsee: ["2"]\n', false],
    ['a value', 'grade: 1\n', 'grade: 2\n', false],
    ['a value in other words', 'grade: 1\n', 'grade: "1"\n', true],
    ['a value that no approval covers', 'draftNote: a\n', 'draftNote: b\n', true],
    ['a value that is only data', 'code: a\n', 'code: b\n', true],
    ['Markdown', 'note: a *b*\n', 'note: a **b**\n', false],
    ['Markdown in another form', 'note: a *b* [x](#2)\n', 'note: a _b_ [x](#second)\n', true],
    ['a reference', 'see: ["2"]\n', 'see: [second]\n', true],
    ['another reference', 'see: ["2"]\n', 'see: ["1"]\n', false],
  ])('%s', async (_, one, two, isSame) => {
    expect((await print(one)) === (await print(two))).toBe(isSame);
  });

  test('is what it was before there were fields', async () => {
    const { handbook } = loadPlain({ 'basics/1-first.md': entryText('1', 'So.') });
    expect(await print('')).toBe(handbook?.chapters[0]?.entries[0]?.fingerprint);
  });
});

test('the schema of entries accepts what is sound, and nothing else', async () => {
  const { handbook } = await load({ 'basics/1-first.md': entryText('1', 'So.') });
  const schema = entrySchema(handbook?.types, 1);
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  const holds = (front: object) => validate({ number: '1', question: 'Why?', ...front });
  expect([
    holds({}),
    holds({ grade: 1, note: 'a' }),
    holds({ type: 'rule', grade: 2, see: ['2'] }),
    holds({ topics: ['bread'], status: 'draft' }),
  ]).toEqual([true, true, true, true]);
  expect([
    holds({ grade: 3 }),
    holds({ type: 'rule' }),
    holds({ type: 'rul' }),
    holds({ gradee: 1 }),
    holds({ status: 'lost' }),
    validate({ number: '1' }),
  ]).toEqual([false, false, false, false, false, false]);
});
