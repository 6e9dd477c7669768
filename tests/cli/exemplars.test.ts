import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadHandbook, RULE_IDS, schemaTools } from '@octavo/core';
import { type Exemplar, makeExemplars } from '@octavo/core/exemplars';
import { read } from '@octavo/core/read';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readFolder } from '../core/read-folder.ts';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

/** Rules about a book and its history, which no single entry breaks. */
const OF_THE_BOOK =
  /^(?:ledger-|release-|number-kept|number-keeps|number-order|number-in-one|numbers-sound|clause-kept|anchor-kept|isbn-|work-tree|history-|formats-|handbook-|inventory-|rule-known|schema-version|chapter-|part-|page-|glossary-|term-|topic-unique|types-sound|volume-|labels-|file-|approval-|entry-approved|image-readable|image-sound|text-is-utf-8|text-has-no-nul|value-whole|revised-in-time|replacement-follows|reference-current|nesting-bounded|field-resolves|id-well-formed|numbered-complete)/;

/** A book whose fields use every keyword that a value can break. */
const TYPES = `fields:
  grade: { title: Grade, schema: { enum: [A, B] } }
  kind: { title: Kind, schema: { oneOf: [{ const: x, title: X }, { const: y, title: Y }] } }
  only: { title: Only, schema: { const: one } }
  name: { title: Name, schema: { type: string, minLength: 3, maxLength: 9 } }
  code: { title: Code, schema: { type: string, pattern: "^(?:[A-Z]{2}|x)-\\\\d{2,4}[^a-z]$" } }
  day: { title: Day, schema: { type: string, format: date } }
  site: { title: Site, schema: { type: string, format: uri } }
  mail: { title: Mail, schema: { type: string, format: email } }
  share: { title: Share, schema: { type: number, minimum: 0, maximum: 1 } }
  more: { title: More, schema: { type: number, exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 0.5 } }
  count: { title: Count, schema: { type: integer, minimum: 2 } }
  flag: { title: Flag, schema: { type: boolean } }
  list: { title: List, schema: { type: array, items: { type: string }, minItems: 2, maxItems: 3, uniqueItems: true } }
  pair: { title: Pair, schema: { type: array, prefixItems: [{ type: integer }, { type: string }], items: false, minItems: 2 } }
  some: { title: Some, schema: { type: array, items: { type: integer }, contains: { const: 7 } , examples: [[7]] } }
  price: { title: Price, schema: { type: object, additionalProperties: false, required: [sum], properties: { sum: { type: integer }, unit: { type: string }, per: { type: string } }, dependentRequired: { unit: [per] } } }
  either: { title: Either, schema: { anyOf: [{ type: integer, minimum: 5 }, { type: array, items: { type: string } }] } }
  never: { title: Never, schema: { type: string, not: { const: no } } }
types:
  record: { title: Record, fields: [grade, kind, only, name, code, day, site, mail, share, more, count, flag, list, pair, some, price, either, never], required: [grade] }
`;
const HANDBOOK = `schemaVersion: 1
id: keywords
title: Every keyword
language: en
iri: https://keywords.example/
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: all, title: All }]
`;
const bytes = (path: string, text: string) => new VFile({ path, value: new TextEncoder().encode(text) });

async function exemplarsOf(files: readonly VFile[], seed?: number) {
  const tools = await schemaTools(files);
  return makeExemplars(read(files, { tools }), tools, seed);
}

const KEYWORDS = [
  bytes('handbook.yaml', HANDBOOK),
  bytes('types.yaml', TYPES),
  bytes('all/1-first.md', '---\nnumber: 1\nquestion: What is first?\ntype: record\ngrade: A\n---\n\nThis.\n'),
];

test('every keyword that a value can break has a valid exemplar and one that breaks it alone', async () => {
  const { exemplars, notes } = await exemplarsOf(KEYWORDS);
  expect(notes).toEqual([]);
  const broken = (field: string) =>
    exemplars
      .flatMap(({ kind, about }) => (kind === 'faulty' && about.field === field ? [about.keyword] : []))
      .sort();
  const fields = [...TYPES.matchAll(/^ {2}(\w+): \{ title: [A-Z]\w+, schema/gm)].map(([, name = '']) => name);
  expect(Object.fromEntries(fields.map((name) => [name, broken(name).join(' ')]))).toMatchInlineSnapshot(`
    {
      "code": "pattern type",
      "count": "minimum type",
      "day": "format type",
      "either": "anyOf",
      "flag": "type",
      "grade": "enum required",
      "kind": "enum",
      "list": "maxItems minItems type uniqueItems",
      "mail": "format type",
      "more": "exclusiveMaximum exclusiveMinimum multipleOf type",
      "name": "maxLength minLength type",
      "never": "not type",
      "only": "const",
      "pair": "items minItems type",
      "price": "additionalProperties dependentRequired required type",
      "share": "maximum minimum type",
      "site": "format type",
      "some": "contains type",
    }
  `);
  const shown = new Set(exemplars.filter(({ kind }) => kind !== 'faulty').map(({ about }) => about.field));
  for (const name of fields) expect(shown).toContain(name);
});

test('every rule about an entry has an exemplar that keeps it and one that breaks it', async () => {
  const { exemplars, notes } = await exemplarsOf(KEYWORDS);
  expect(notes).toEqual([]);
  const rules = (kind: Exemplar['kind']) =>
    new Set(exemplars.flatMap((one) => (one.kind === kind && one.about.rule ? [one.about.rule] : [])));
  const wanted = RULE_IDS.filter((id) => !OF_THE_BOOK.test(id));
  expect(wanted.length).toBeGreaterThan(30);
  expect([...rules('faulty')].sort()).toEqual(wanted.toSorted());
  expect([...rules('valid')].sort()).toEqual(wanted.toSorted());
});

test('the command writes a handbook that every format reads back, and files with one message each', async () => {
  const home = await temporaryFolder();
  const { code, stdout, stderr } = await runOctavo(['exemplars', fixture('rulebook'), '--out', 'made'], home);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^made: \d\d valid exemplars, \d\d with a fault\n$/);
  const { beside, exemplars } = JSON.parse(await readFile(join(home, 'made/exemplars.json'), 'utf8')) as {
    beside: string[];
    exemplars: Exemplar[];
  };
  const files = readFolder(join(home, 'made/handbook'));
  const around = files.filter(({ path }) => !/^[^/]+\/\d/.test(path) || beside.includes(path));
  const tools = await schemaTools(files);
  // The command has tried each; here a stranger to it tries every fourth.
  const faulty = exemplars.filter(({ kind }) => kind === 'faulty').filter((_, at) => at % 4 === 0);
  for (const { path, message } of faulty) {
    const file = bytes(path, await readFile(join(home, 'made/faulty', path), 'utf8'));
    const read = [...around, file].map((one) => new VFile({ path: one.path, value: one.value }));
    loadHandbook(read, { tools });
    const said = read.flatMap((one) =>
      one.messages.map(({ ruleId, line, reason }) => [one.path, ruleId, line, reason]),
    );
    expect(said).toEqual([[path, message?.ruleId, message?.line, message?.reason]]);
  }
  const built = await runOctavo(['build', join(home, 'made/handbook'), '--out', join(home, 'site')], home);
  expect(built.code, built.stderr).toBe(0);
  const parity = await runOctavo(['verify', join(home, 'site')], home);
  expect(JSON.parse(parity.stdout).differences).toEqual([]);
  const within = await runOctavo(['exemplars', '.', '--out', 'x'], join(home, 'made/handbook'));
  expect([within.code, within.stderr]).toEqual([
    2,
    'octavo: "x" lies in the handbook\n  Give a folder outside of it with --out: what lies in it is read.\n',
  ]);
  const again = await runOctavo(['exemplars', fixture('rulebook'), '--out', 'made'], home);
  expect([again.code, again.stderr]).toEqual([
    2,
    'octavo: "made" exists already\n  Give another folder with --out.\n',
  ]);
}, 240_000);

test('one seed gives one result, in every grammar of numbers, and another seed another', async () => {
  for (const name of [
    'rulebook',
    'clauses',
    'numbered',
    'numbers/regulation/first',
    'numbers/statute/first',
  ]) {
    const made = await exemplarsOf(readFolder(fixture(name)));
    expect(await exemplarsOf(readFolder(fixture(name)))).toEqual(made);
    expect(made.exemplars.filter(({ kind }) => kind === 'faulty').length).toBeGreaterThan(30);
  }
  const texts = async (seed: number) => JSON.stringify(await exemplarsOf(KEYWORDS, seed));
  expect(await texts(2)).not.toBe(await texts(1));
});
