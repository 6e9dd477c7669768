import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bookPath } from '@octavo/core';

import { afterAll, describe, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { CLIENTS } from './clients-folder.ts';
import { GRAPH_BOOKS } from './graph-books.ts';

const clients = CLIENTS;
const missing = !existsSync(join(clients, 'node_modules', 'shacl-engine'));
const skip = missing && process.env.OCTAVO_REQUIRE_ALL !== '1';
if (skip) console.warn(`Skipped: shacl-engine is not installed in ${clients}`);

const script = readFileSync(new URL('./jsonld-shacl.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'octavo-shacl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, file), content);
  return join(folder, file);
}

/** The faults that the shapes find in each graph: whose they are, and of which property. */
function faultsIn(shapes: Uint8Array | undefined, graphs: readonly string[]): readonly (readonly string[])[] {
  const env = {
    ...process.env,
    SHAPES: write('shapes.ttl', shapes ?? ''),
    DATA: graphs.map((graph, at) => write(`${at}.nq`, graph)).join(delimiter),
  };
  const options = { cwd: clients, env, input: script, encoding: 'utf8' } as const;
  const run = spawnSync(process.execPath, ['--input-type=module'], options);
  const result = /^RESULT (.+)$/m.exec(run.stdout)?.[1];
  if (result === undefined) throw new Error(run.stderr);
  return JSON.parse(result);
}

describe.skipIf(skip)('shacl-engine', () => {
  test.each(GRAPH_BOOKS)('finds that %s keeps the published shapes, and sees what does not', async (name) => {
    expect(missing).toBe(false);
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
    expect(faultsIn(files.get('context/shapes.ttl'), [snapshot, broken])).toEqual([
      [],
      [`${handbook.iri}entry/${entry} http://schema.org/acceptedAnswer`],
    ]);
  });

  test('finds that own fields keep the shapes of their book, and sees those that do not', async () => {
    const { handbook } = await loadBook('tests/fixtures/rulebook');
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
    expect(faultsIn(files.get('vocabulary.ttl'), seeded)).toEqual([
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
