import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bookPath } from '@octavo/core';

import { afterAll, describe, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { loadBook } from '../contract/load-book.ts';
import { CLIENTS } from './clients-folder.ts';
import { GRAPH_BOOKS } from './graph-books.ts';

interface Engine {
  readonly name: string;
  readonly isThere: boolean;
  readonly command: string;
  readonly args: readonly string[];
  /** The program, which is given on standard input. */
  readonly input: Buffer;
}

const venv = process.env.OCTAVO_VENV;
const python = venv === undefined ? 'python3' : join(venv, 'bin', 'python');
const program = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
const ENGINES: readonly Engine[] = [
  {
    name: 'shacl-engine',
    isThere: existsSync(join(CLIENTS, 'node_modules', 'shacl-engine')),
    command: process.execPath,
    args: ['--input-type=module'],
    input: program('./jsonld-shacl.mjs'),
  },
  {
    name: 'pySHACL',
    isThere: spawnSync(python, ['-c', 'import pyshacl']).status === 0,
    command: python,
    args: ['-'],
    input: program('./jsonld-shacl.py'),
  },
];

const folder = mkdtempSync(join(tmpdir(), 'octavo-shacl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, file), content);
  return join(folder, file);
}

/** The faults that an engine finds in each graph by the shapes: whose they are, and of which property. */
function faultsIn(
  { command, args, input }: Engine,
  shapes: Uint8Array | undefined,
  graphs: readonly string[],
): readonly (readonly string[])[] {
  const env = {
    ...process.env,
    SHAPES: write('shapes.ttl', shapes ?? ''),
    DATA: graphs.map((graph, at) => write(`${at}.nq`, graph)).join(delimiter),
  };
  const run = spawnSync(command, args, {
    cwd: existsSync(CLIENTS) ? CLIENTS : folder,
    env,
    input,
    encoding: 'utf8',
  });
  const result = /^RESULT (.+)$/m.exec(run.stdout)?.[1];
  if (result === undefined) throw new Error(run.stderr);
  return JSON.parse(result);
}

/** Whether an engine is missed where nothing has to be there; says so aloud. */
function lacks({ name, isThere }: Engine): boolean {
  if (isThere || process.env.OCTAVO_REQUIRE_ALL === '1') return false;
  console.warn(`Skipped: ${name} is not installed`);
  return true;
}

describe.each(ENGINES.filter((engine) => !lacks(engine)))('$name', (engine) => {
  test.each(GRAPH_BOOKS)('finds that %s keeps the published shapes, and sees what does not', async (name) => {
    expect(engine.isThere).toBe(true);
    const { handbook } = await loadBook(name);
    const { files } = await compileBook('jsonld', { handbook, assets: new Map() });
    const snapshot = new TextDecoder().decode(files.get(bookPath(handbook, `${handbook.id}.nq`)));
    const entry = handbook.chapters[0]?.entries[0]?.number;
    const broken = snapshot
      .split('\n')
      .filter(
        (line) => !line.startsWith(`<${handbook.iri}entry/${entry}> <http://schema.org/acceptedAnswer>`),
      )
      .join('\n');
    expect(faultsIn(engine, files.get('context/shapes.ttl'), [snapshot, broken])).toEqual([
      [],
      [`${handbook.iri}entry/${entry} http://schema.org/acceptedAnswer`],
    ]);
  });

  test.each(Object.values(FIELD_BOOKS))(
    'finds that the fields of %s keep the shapes of the book',
    async (name) => {
      const { handbook } = await loadBook(name);
      const { files } = await compileBook('jsonld', { handbook, assets: new Map() });
      const graph = new TextDecoder().decode(files.get(`${handbook.id}.nq`));
      expect(faultsIn(engine, files.get('vocabulary.ttl'), [graph])).toEqual([[]]);
    },
  );

  test('sees own fields that do not keep the shapes of their book', async () => {
    const { handbook } = await loadBook(FIELD_BOOKS.rules);
    const { files } = await compileBook('jsonld', { handbook, assets: new Map() });
    const graph = new TextDecoder().decode(files.get(`${handbook.id}.nq`));
    const { iri } = handbook;
    const about = (number: string, field: string): string =>
      `<${iri}entry/${number}> <${iri}vocabulary#${field}> `;
    const without = (line: string): string =>
      graph
        .split('\n')
        .filter((one) => !one.startsWith(line))
        .join('\n');
    const seeded = [
      graph,
      without(about('201', 'weight')),
      without(about('203', 'jurisdiction')),
      without(about('102', 'inForce')),
      `${graph}${about('102', 'weight')}"1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n`,
      `${graph}${about('203', 'jurisdiction')}"X" .\n`,
      `${graph}${about('101', 'fileNumber')}"HB-0918" .\n`,
      `${without(about('101', 'inForce'))}${about('101', 'inForce')}"2024" .\n`,
      `${without(about('101', 'fileNumber'))}${about('101', 'fileNumber')}"917" .\n`,
      `${graph}${about('202', 'explains')}"101" .\n`,
      `${graph}${about('201', 'hazards')}"fire" .\n`,
    ];
    expect(faultsIn(engine, files.get('vocabulary.ttl'), seeded)).toEqual([
      [],
      [`${iri}entry/201`],
      [`${iri}entry/203`],
      [`${iri}entry/102`],
      [`${iri}entry/102`],
      [`${iri}entry/203 ${iri}vocabulary#jurisdiction`],
      [`${iri}entry/101 ${iri}vocabulary#fileNumber`],
      [`${iri}entry/101 ${iri}vocabulary#inForce`],
      [`${iri}entry/101 ${iri}vocabulary#fileNumber`],
      [`${iri}entry/202 ${iri}vocabulary#explains`],
      [`${iri}entry/201 ${iri}vocabulary#hazards`],
    ]);
  });
});
