import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadHandbook, RULE_IDS, schemaTools } from '@octavo/core';
import { type Exemplar, makeExemplars } from '@octavo/core/exemplars';
import { read } from '@octavo/core/read';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { bytes, KEYWORDS, TYPES } from '../cli/keywords-book.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';
import { readFolder } from '../core/read-folder.ts';

/** Rules about a book and its history, which no single entry breaks. */
const OF_THE_BOOK =
  /^(?:variable-|condition-|snippet-|quote-|edition-sound|nothing-leaks|ledger-|release-|number-kept|number-keeps|number-order|number-in-one|numbers-sound|clause-kept|anchor-kept|isbn-|work-tree|history-|formats-|handbook-|inventory-|rule-known|schema-version|chapter-|part-|page-|glossary-|term-|topic-unique|types-sound|volume-|labels-|file-|approval-|entry-approved|image-readable|image-sound|text-is-utf-8|text-has-no-nul|value-whole|revised-in-time|replacement-follows|reference-current|nesting-bounded|field-resolves|id-well-formed|numbered-complete)/;

async function exemplarsOf(files: readonly VFile[], seed?: number) {
  const tools = await schemaTools(files);
  return makeExemplars(read(files, { tools }), tools, seed);
}

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
