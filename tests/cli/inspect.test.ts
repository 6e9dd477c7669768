import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, fixture } from './temporary-folder.ts';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));

test('inspect prints the configuration with its defaults, and the graph of links both ways', async () => {
  const book = await copyOf('small');
  await writeFile(
    join(book, 'basics', '3-three.md'),
    '---\nnumber: 3\nquestion: Three?\naliases: [old]\n---\n\n[One](#1), [one](#what-is-this), [](#2).\n',
  );
  await runOctavo(['approve', '2', book, '--by', 'Ada'], process.cwd());
  const { code, stdout, stderr } = await runOctavo(['inspect', book], process.cwd());
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const seen = JSON.parse(stdout);
  expect(seen).toMatchObject({
    id: 'small',
    settings: { pdf: { page: 'A4', standard: 'PDF/UA-1' }, review: { required: false } },
    chapters: [{ id: 'basics', entries: ['1', '2', '3'] }],
    redirects: [{ from: 'old', to: '3' }],
    releases: [],
  });
  const graph = seen.entries.map(({ number, links, backlinks }: Record<string, unknown>) => [
    number,
    links,
    backlinks,
  ]);
  expect(graph).toEqual([
    ['1', ['2'], ['2', '3']],
    ['2', ['1'], ['1', '3']],
    ['3', ['1', '2'], []],
  ]);
  expect(seen.entries[1].approvals).toEqual([{ by: 'Ada', date: '2026-11-25', current: true }]);
  expect(seen.entries[0]).toMatchObject({
    iri: 'https://small.example/book/entry/1',
    source: { path: 'basics/1-what-is-this.md', line: 2 },
  });
});

test('schema lists every schema, and prints each as it is published', async () => {
  const { stdout } = await runOctavo(['schema'], fixture('small'));
  const names = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  const files = readdirSync(SCHEMAS).filter((name) => name.endsWith('.schema.json'));
  expect(names.map((name) => `${name}.schema.json`).sort()).toEqual(files.sort());
  for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^\S+ +\S/);
  const printed = await runOctavo(['schema', 'handbook'], fixture('small'));
  expect(printed.stdout).toBe(readFileSync(join(SCHEMAS, 'handbook.schema.json'), 'utf8'));
});

test('--resolved prints one entry as an edition has it, with what it goes through', async () => {
  const argv = ['inspect', 'tests/fixtures/one-source', '--resolved', 'warranty', '--edition', 'basic'];
  const { code, stdout } = await runOctavo(argv, process.cwd());
  const entry = JSON.parse(stdout) as { number: string; text: string; through: { name: string }[] };
  expect([code, entry.number]).toEqual([0, '16']);
  expect(entry.text).toContain('The warranty of Kiln lasts 2 years');
  expect(entry.through.map(({ name }) => name)).toContain('snippets/warranty.md');
  expect(stdout).toContain('"path": "snippets/cool.md"');
});
