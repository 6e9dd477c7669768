import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJson, released } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

interface Case {
  readonly name: string;
  readonly versions: readonly [string, string];
  /** In their order, with the key of each where it is another text. */
  readonly numbers: readonly (readonly [number: string, key?: string])[];
  readonly inserted: string;
  readonly withdrawn: string;
  /** The anchors of the clauses of one entry, in the second release: those of the first are all there. */
  readonly clauses: readonly [key: string, ...anchors: string[]];
  /** What `octavo new` proposes for a number that is taken. */
  readonly proposes: readonly [taken: string, proposal: string];
}

const CASES: readonly Case[] = [
  {
    name: 'rulebook',
    versions: ['1.0', '1.1'],
    numbers: [
      ['DU-1'],
      ['DU-1.1'],
      ['DU-2'],
      ['DU-10'],
      ['UG-3'],
      ['UG-3.1'],
      ['UG-3.1.6'],
      ['UG-3.1.6A'],
      ['UG-3.1.10'],
      ['UG-4'],
    ],
    inserted: 'UG-3.1.6A',
    withdrawn: 'UG-3.1.10',
    clauses: ['UG-3.1', 'a', 'b', 'b-i', 'b-ii', 'b-iii', 'c', 'd'],
    proposes: ['UG-3.1.6', 'UG-3.1.6B to stand behind it, UG-5 at the end'],
  },
  {
    name: 'regulation',
    versions: ['2026.1', '2026.2'],
    numbers: [
      ['1)', '1'],
      ['1a)', '1a'],
      ['1b)', '1b'],
      ['1b1)', '1b1'],
      ['1b10)', '1b10'],
      ['2)', '2'],
      ['A)', 'A'],
      ['A1)', 'A1'],
      ['A1a)', 'A1a'],
      ['A1a1)', 'A1a1'],
      ['A1a2)', 'A1a2'],
      ['B)', 'B'],
    ],
    inserted: 'A1a2)',
    withdrawn: 'B)',
    clauses: ['1b1', 'a', 'aa', 'b', 'c', 'd'],
    proposes: ['A1a)', 'A1b) to stand behind it, C) at the end'],
  },
  {
    name: 'standard',
    versions: ['1', '2'],
    numbers: [
      ['3'],
      ['3.1'],
      ['4'],
      ['4.1'],
      ['4.1.2'],
      ['4.1.3'],
      ['4.10'],
      ['5'],
      ['A'],
      ['A.1'],
      ['A.2'],
      ['A.3'],
      ['B'],
    ],
    inserted: '4.1.3',
    withdrawn: '4.10',
    clauses: ['4.1', 'a', 'b', 'b-1', 'b-2', 'c'],
    proposes: ['4.1.2', '4.1.2.1 to stand behind it, C at the end'],
  },
  {
    name: 'statute',
    versions: ['2026', '2027'],
    numbers: [
      ['§ 1', '1'],
      ['§ 2', '2'],
      ['§ 2a', '2a'],
      ['§ 9', '9'],
      ['§ 14', '14'],
      ['§ 14a', '14a'],
      ['§ 14aa', '14aa'],
      ['§ 14b', '14b'],
      ['§ 15', '15'],
      ['§ 100', '100'],
    ],
    inserted: '§ 14aa',
    withdrawn: '§ 15',
    clauses: ['14', '1', '2', '2-1', '2-2', '2a', '3', '4'],
    proposes: ['§ 14a', '§ 14aza to stand behind it, § 101 at the end'],
  },
  {
    name: 'from-zero',
    versions: ['1.0', '1.1'],
    numbers: [['0'], ['1'], ['2'], ['3'], ['4'], ['7'], ['8'], ['9'], ['10']],
    inserted: '9',
    withdrawn: '8',
    clauses: ['3', '1', '2', '3', '4', '5'],
    proposes: ['4', '5 to stand behind it, 11 at the end'],
  },
];

describe.each(CASES)('a book in its own grammar: $name', ({ name, versions, numbers, ...expected }) => {
  test('is released twice in every format, and what was printed is read back', async () => {
    const place = await temporaryFolder();
    const [book, out] = [join(place, 'book'), join(place, 'out')];
    await cp(fixture(`numbers/${name}/first`), book, { recursive: true });
    await released(book, out, versions[0], '--allow-dirty', '--quiet');
    await cp(fixture(`numbers/${name}/second`), book, { recursive: true });
    await released(book, out, versions[1], '--allow-dirty', '--quiet');
    for (const version of versions) {
      const read = await runOctavo(['verify', join(out, version)], place);
      expect(read.code, read.stderr).toBe(0);
      expect(read.stderr).toContain('all as the handbook has them');
    }
    const folder = join(out, versions[1]);
    const { entries } = await readJson(folder, 'inventory.json');
    expect(entries.map((entry: { number: string; key: string }) => [entry.number, entry.key])).toEqual(
      numbers.map(([number, key = number]) => [number, key]),
    );
    const there = await readdir(join(folder, 'entry'));
    expect(there).toEqual(expect.arrayContaining(numbers.map(([number, key = number]) => key)));
    const { changes } = await readJson(folder, 'changes.json');
    const kinds = new Map(changes.map((one: { number?: string; kind: string }) => [one.number, one.kind]));
    expect(kinds.get(expected.inserted)).toBe('inserted');
    expect(kinds.get(expected.withdrawn)).toBe('withdrawn');
    const [key, ...parts] = expected.clauses;
    const page = await readFile(join(folder, 'entry', key, 'index.html'), 'utf8');
    const anchors = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
    const prefix = `q${key.replace('-', '--')}-`;
    expect(anchors.filter((id) => id.startsWith(prefix)).sort()).toEqual(
      parts.map((part) => prefix + part).sort(),
    );
    const [taken, proposal] = expected.proposes;
    const refused = await runOctavo(['new', taken, 'What else is there?', book], place);
    expect(refused.stderr).toContain(`Free: ${proposal}.`);
  }, 240_000);
});
