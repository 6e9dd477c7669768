import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crossReferences, type Handbook, numberedIn } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { loadBack, withoutPlaces } from '../import/load-back.ts';

const BOOKS = [
  'kitchen-sink',
  'parity',
  'small',
  'clauses',
  'numbered',
  'rulebook',
  'guideline',
  'help-center',
  'in-force',
  'one-source',
].map((name) => `tests/fixtures/${name}`);

/** What an edition promises, as far as it concerns entries. */
function promises(handbook: Handbook | undefined) {
  return {
    id: handbook?.id,
    iri: handbook?.iri,
    edition: handbook?.edition,
    numbers: handbook?.numbers,
    parts: handbook?.chapters.flatMap(({ entries }) =>
      entries.flatMap(({ answer }) => numberedIn(answer).map(({ numbered }) => numbered)),
    ),
    topics: withoutPlaces(handbook?.topics),
    types: withoutPlaces(handbook?.types),
    glossary: withoutPlaces(handbook?.glossary),
    sections: handbook?.parts,
    pages: withoutPlaces([handbook?.front, handbook?.back]),
    chapters: handbook?.chapters.map(({ id, title, summary, intro, entries }) => ({
      id,
      title,
      summary,
      intro: withoutPlaces(intro),
      entries: entries.map(
        ({
          number,
          id: name,
          answer,
          source: _source,
          question: _question,
          footnotes: _notes,
          ...facts
        }) => ({
          ...{ number, name, ...(withoutPlaces(facts) as Pick<typeof facts, 'fingerprint'>) },
          links: crossReferences(answer).map((link) => [link.number, link.automatic]),
        }),
      ),
    })),
  };
}

/** The same but for what Word has no place for: how an answer is written. */
function withoutText(said: ReturnType<typeof promises>) {
  const chapters = said.chapters?.map(({ entries, intro, ...chapter }) => ({
    ...chapter,
    hasIntro: intro !== undefined,
    entries: entries.map(({ fingerprint: _fingerprint, links: _links, ...entry }) => entry),
  }));
  const glossary = (said.glossary as Handbook['glossary'] | undefined)?.map(({ id, term }) => ({ id, term }));
  return { ...said, parts: undefined, pages: undefined, glossary, chapters };
}

/** A book sent out as a document of a kind, and imported from it. */
async function sentAndBack(book: string, kind: 'md' | 'docx') {
  const place = await temporaryFolder();
  const folder = join(place, 'book');
  cpSync(fileURLToPath(new URL(`../../${book}/`, import.meta.url)), folder, { recursive: true });
  const run = async (...argv: string[]) => expect((await runOctavo(argv, place)).code).toBe(0);
  await run('export', 'book', '--drafts', '--out', `exported.${kind}`);
  await run('import', `exported.${kind}`, '--out', 'back', '--quiet');
  const given = await loadBack(folder);
  const back = await loadBack(join(place, 'back'));
  return { given: promises(given), back: promises(back) };
}

describe('a document of `octavo export` gives every entry back', () => {
  test.each(BOOKS)('%s', async (book) => {
    const { given, back } = await sentAndBack(book, 'md');
    expect(back).toEqual(given);
  });
  test.each(BOOKS)('%s, through Word', async (book) => {
    const { given, back } = await sentAndBack(book, 'docx');
    expect(withoutText(back)).toEqual(withoutText(given));
  });
});
