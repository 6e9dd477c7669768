import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { temporaryFolder } from './temporary-folder.ts';

const HANDBOOK = `schemaVersion: 1
id: law
title: Law
language: en
iri: https://law.example/
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: all, title: All }]
`;
const OLD = `fields:
  land: { title: Country, schema: { type: string } }
  grade: { title: Grade, schema: { enum: ["1", "2"] } }
  fee: { title: Fee }
  cites: { title: Cites }
  old: { title: Old }
types:
  rule: { title: Rule, fields: [land, grade, fee, cites, old] }
`;
const NEXT = `fields:
  country: { title: Country, schema: { enum: [DE, FR, none] } }
  grade: { title: Grade, schema: { enum: [minor, grave] } }
  amount: { title: Amount, schema: { type: number } }
  currency: { title: Currency }
  cites: { title: Cites, schema: { type: array, items: { type: string } } }
types:
  regulation: { title: Regulation, fields: [country, grade, amount, currency, cites], required: [country] }
`;
const STEPS = `types: next.yaml
steps:
  - { renameType: rule, to: regulation }
  - { rename: land, to: country }
  - { values: grade, map: { "1": minor, "2": grave } }
  - { split: fee, by: "{amount} {currency}" }
  - { toList: cites }
  - { default: country, value: none, types: [regulation] }
  - { remove: old }
`;
const FIRST = `---
# A comment stays.
number: "1"
type: rule # the kind
question: 'What is "first"?'
land: DE # where
grade: "1"
fee: 12.50 EUR   # until 2027
cites: Act 9

old: gone
---

The *answer*,   untouched.
`;
const SECOND = `---
number: 2
question: What is second?
type: rule
grade: 2
---

That.
`;

async function book(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const home = await temporaryFolder();
  const all = {
    'book/handbook.yaml': HANDBOOK,
    'book/types.yaml': OLD,
    'book/all/1-first.md': FIRST,
    'book/all/2-second.md': SECOND,
    'next.yaml': NEXT,
    'steps.yaml': STEPS,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(join(home, path, '..'), { recursive: true });
    await writeFile(join(home, path), text);
  }
  return home;
}

test('a migration is shown as a patch, made by --write, and nothing else is touched', async () => {
  const home = await book();
  const dry = await runOctavo(['migrate', 'steps.yaml', 'book'], home);
  expect([dry.code, dry.stderr]).toEqual([0, '3 files would change; "--write" does it\n']);
  expect(dry.stdout).toMatchInlineSnapshot(`
    "--- a/all/1-first.md
    +++ b/all/1-first.md
    @@ -2,12 +2,12 @@
     # A comment stays.
     number: "1"
    -type: rule # the kind
    +type: regulation # the kind
     question: 'What is "first"?'
    -land: DE # where
    -grade: "1"
    -fee: 12.50 EUR   # until 2027
    -cites: Act 9
    +country: DE # where
    +grade: minor
    +amount: 12.50
    +currency: EUR
    +cites: [Act 9]
     
    -old: gone
     ---
     
    --- a/all/2-second.md
    +++ b/all/2-second.md
    @@ -2,6 +2,7 @@
     number: 2
     question: What is second?
    -type: rule
    -grade: 2
    +type: regulation
    +grade: grave
    +country: none
     ---
     
    --- a/types.yaml
    +++ b/types.yaml
    @@ -1,8 +1,8 @@
     fields:
    -  land: { title: Country, schema: { type: string } }
    -  grade: { title: Grade, schema: { enum: ["1", "2"] } }
    -  fee: { title: Fee }
    -  cites: { title: Cites }
    -  old: { title: Old }
    +  country: { title: Country, schema: { enum: [DE, FR, none] } }
    +  grade: { title: Grade, schema: { enum: [minor, grave] } }
    +  amount: { title: Amount, schema: { type: number } }
    +  currency: { title: Currency }
    +  cites: { title: Cites, schema: { type: array, items: { type: string } } }
     types:
    -  rule: { title: Rule, fields: [land, grade, fee, cites, old] }
    +  regulation: { title: Regulation, fields: [country, grade, amount, currency, cites], required: [country] }
    "
  `);
  expect(await readFile(join(home, 'book/all/1-first.md'), 'utf8')).toBe(FIRST);
  const made = await runOctavo(['migrate', 'steps.yaml', 'book', '--write'], home);
  expect([made.code, made.stdout, made.stderr]).toEqual([0, '', '3 files changed. Run "octavo check"\n']);
  expect(await readFile(join(home, 'book/all/1-first.md'), 'utf8')).toBe(`---
# A comment stays.
number: "1"
type: regulation # the kind
question: 'What is "first"?'
country: DE # where
grade: minor
amount: 12.50
currency: EUR
cites: [Act 9]

---

The *answer*,   untouched.
`);
  expect(await readFile(join(home, 'book/types.yaml'), 'utf8')).toBe(NEXT);
  expect((await runOctavo(['check', 'book'], home)).code).toBe(0);
  // A second run, and one that was interrupted, find nothing more to do.
  const again = await runOctavo(['migrate', 'steps.yaml', 'book', '--write'], home);
  expect([again.code, again.stderr]).toEqual([0, 'nothing is to be done\n']);
});

test('a migration goes back where each of its steps does', async () => {
  const steps = STEPS.replace(/ {2}- \{ (?:default|remove).*\n/g, '');
  const home = await book({
    'steps.yaml': steps,
    'old.yaml': OLD,
    'next.yaml': NEXT.replace(/, required.*\]/, ''),
  });
  await writeFile(
    join(home, 'book/all/1-first.md'),
    FIRST.replace('old: gone\n', '').replace('   # until 2027', '').replace('"1"\nfee', '1\nfee'),
  );
  const before = await readFile(join(home, 'book/all/1-first.md'), 'utf8');
  expect((await runOctavo(['migrate', 'steps.yaml', 'book', '--write'], home)).code).toBe(0);
  const back = await runOctavo(
    ['migrate', 'steps.yaml', 'book', '--back', '--types', 'old.yaml', '--write'],
    home,
  );
  expect([back.code, back.stderr]).toEqual([0, '3 files changed. Run "octavo check"\n']);
  expect(await readFile(join(home, 'book/all/1-first.md'), 'utf8')).toBe(before);
  expect(await readFile(join(home, 'book/types.yaml'), 'utf8')).toBe(OLD);
  await writeFile(join(home, 'steps.yaml'), STEPS);
  const never = await runOctavo(['migrate', 'steps.yaml', 'book', '--back'], home);
  expect([never.code, never.stderr]).toEqual([
    2,
    'octavo: step 7 cannot be undone: the values of "old" are gone\n  Take the files from version control.\n',
  ]);
});

test.each([
  ['an unknown step', 'steps: [{ renam: a, to: b }]\n', 'unknown key "renam"'],
  ['a step without its target', 'steps: [{ rename: a }]\n', 'to'],
  ['two steps in one', 'steps: [{ rename: a, to: b, remove: c }]\n', 'this is rename and remove'],
  [
    'a chain',
    'steps: [{ rename: grade, to: b }, { rename: land, to: grade }]\n',
    '"grade" is both old and new here',
  ],
  [
    'values in a circle',
    'steps: [{ values: grade, map: { "1": "2", "2": "1" } }]\n',
    'the value "2" is both old and new here',
  ],
  ['no list', 'steps: all\n', '"steps" must be a list'],
  [
    'no such file of types',
    'types: nowhere.yaml\nsteps: [{ remove: old }]\n',
    'there is no file "nowhere.yaml"',
  ],
  [
    'a text that cannot be split',
    'steps: [{ split: land, by: "{amount}-{currency}" }]\n',
    '"land" is "DE", which is not built as "{amount}-{currency}"',
  ],
  [
    'a book that would have errors',
    'types: next.yaml\nsteps: [{ renameType: rule, to: regulation }]\n',
    'nothing was written',
  ],
])('%s is refused, and nothing is written', async (_, steps, said) => {
  const home = await book({ 'steps.yaml': steps });
  const { code, stdout, stderr } = await runOctavo(['migrate', 'steps.yaml', 'book', '--write'], home);
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain(said);
  expect(await readFile(join(home, 'book/all/1-first.md'), 'utf8')).toBe(FIRST);
  expect(await readFile(join(home, 'book/types.yaml'), 'utf8')).toBe(OLD);
});

test('the migration that the documentation shows can be read', async () => {
  const page = await readFile(new URL('../../packages/core/docs/types.md', import.meta.url), 'utf8');
  const [, example = ''] = /^```yaml migration.yaml\ntypes: .*\n([\s\S]*?)^```$/m.exec(page) ?? [];
  expect(example).toContain('steps:');
  const home = await book({
    'steps.yaml': example,
    'book/all/1-first.md': SECOND.replace('2', '1')
      .replace('second', 'first')
      .replace('type: rule\n', '')
      .replace('grade: 2\n', ''),
    'book/all/2-second.md': SECOND.replace('grade: 2\n', '').replace('type: rule\n', ''),
  });
  const { code, stderr } = await runOctavo(['migrate', 'steps.yaml', 'book'], home);
  expect([code, stderr]).toEqual([0, 'nothing is to be done\n']);
});
