import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asPrinted, bookAddress, bookPath, indexHandbook, toText } from '@octavo/core';
import { afterAll, describe, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { CLIENTS, skipsClient } from './clients-folder.ts';

const script = readFileSync(new URL('./jsonld-sparql.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'octavo-sparql-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every question of a chapter with its number, in order. */
const query = (chapter: string) => `
  PREFIX schema: <http://schema.org/>
  SELECT ?number ?question ?answer WHERE {
    ?entry a schema:Question ; schema:isPartOf <${chapter}> ; schema:position ?number ;
      schema:name ?question ; schema:acceptedAnswer/schema:text ?answer .
  } ORDER BY ?number`;

describe.skipIf(skipsClient('@comunica/query-sparql'))('Comunica', () => {
  test('answers SPARQL over the snapshot with the words of the book', async () => {
    const { handbook: written, assets } = await loadBook('content/coremodels-faq');
    const handbook = asPrinted(written);
    const { files } = await compileBook('jsonld', { handbook, assets });
    const data = join(folder, 'snapshot.nq');
    writeFileSync(data, files.get(bookPath(handbook, `${handbook.id}.nq`)) ?? '');
    const chapter = handbook.chapters[1];
    const run = spawnSync(process.execPath, ['--input-type=module'], {
      cwd: CLIENTS,
      env: { ...process.env, DATA: data, QUERY: query(`${bookAddress(handbook)}chapter/${chapter?.id}`) },
      input: script,
      encoding: 'utf8',
    });
    const result = /^RESULT (.+)$/m.exec(run.stdout)?.[1];
    if (result === undefined) throw new Error(run.stderr);
    const entries = indexHandbook(handbook).entries.filter((entry) => chapter?.entries.includes(entry));
    expect(JSON.parse(result)).toEqual(
      entries.map(({ number, question, answer }) => ({
        number,
        question: toText(question),
        answer: toText(answer),
      })),
    );
  });
});
