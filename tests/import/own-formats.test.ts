import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Entry, type Handbook, loadHandbook } from '@octavo/core';
import { importSource } from '@octavo/import';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../core/read-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const BOOKS = {
  'kitchen sink': 'tests/fixtures/kitchen-sink',
  parity: 'tests/fixtures/parity',
  small: 'tests/fixtures/small',
  clauses: 'tests/fixtures/clauses',
  'numbered parts': 'tests/fixtures/numbered',
};

/** Links to entries of other handbooks need those books' inventories, which are not in the document. */
const leadsOut = (entry: Entry) => JSON.stringify(entry.answer).includes('"entry":{"handbook"');

/** What an edition promises of a handbook. */
function promises(
  { chapters, front, back, glossary, topics, parts, iri, title, edition }: Handbook,
  outward: ReadonlySet<string>,
) {
  return {
    title,
    iri,
    edition,
    parts,
    chapters: chapters.map(({ id, title: own, summary, entries }) => ({
      id,
      own,
      summary,
      entries: entries.map((entry) => ({
        number: entry.number,
        id: entry.id,
        status: entry.status,
        replacedBy: entry.replacedBy,
        topics: entry.topics,
        related: entry.related,
        aliases: entry.aliases,
        index: entry.index,
        ...(outward.has(entry.number) ? {} : { fingerprint: entry.fingerprint }),
      })),
    })),
    pages: [...front, ...chapters.flatMap(({ intro }) => intro ?? []), ...back].map((page) => [
      page.id,
      page.title,
    ]),
    terms: glossary.map(({ id, term, also, entries }) => ({ id, term, also, entries })),
    topics: topics.map(({ id, title: own, broader, description }) => ({ id, own, broader, description })),
  };
}

test('captions and ids come back, and what is numbered', async () => {
  const book = (texts: Readonly<Record<string, string>>) =>
    loadHandbook(
      Object.entries(texts).map(([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) })),
    ).handbook;
  const handbook = book({
    'handbook.yaml':
      'schemaVersion: 1\nid: n\ntitle: N\nlanguage: en\niri: https://example.org/n/\nedition: { version: "1", date: "2026-01-01" }\nnumbered: [tables, formulas]\nlists: [tables]\nchapters: [{ id: a, title: A }]\n',
    'a/1-x.md':
      '---\nnumber: "1"\nquestion: Why?\n---\n\nTable: The *fees* {#fees}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n$$a < b$$ {#sum}\n\nSee [](#1/fees).\n',
  });
  const bytes = new TextEncoder().encode(JSON.stringify(handbook));
  const { files } = await importSource([{ path: 'handbook.json', bytes }], 'handbook.json', {});
  const back = book(
    Object.fromEntries(
      files.map(({ path, content }) => [
        path,
        typeof content === 'string' ? content : new TextDecoder().decode(content),
      ]),
    ),
  );
  const plain = (one: Handbook | undefined) =>
    JSON.parse(JSON.stringify(one?.chapters[0]?.entries[0]?.answer), (key, value) =>
      key === 'position' ? undefined : value,
    );
  expect(plain(back)).toEqual(plain(handbook));
  expect(back?.lists).toEqual(['tables']);
});

describe('the handbook.json of a build gives the handbook back', () => {
  test.each(Object.entries(BOOKS))('%s', async (_name, folder) => {
    const files = readFolder(join(root, folder));
    const { handbook } = loadHandbook(files, { drafts: true });
    if (!handbook) throw new Error(`${folder} is no handbook`);
    const bytes = new TextEncoder().encode(JSON.stringify(handbook));
    const asset = (path: string) => {
      const found = files.find((file) => file.path === path);
      return found ? readFileSync(join(root, folder, path)) : undefined;
    };
    const imported = await importSource([{ path: 'handbook.json', bytes }], 'handbook.json', { asset });
    expect(imported.report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const back = loadHandbook(
      imported.files.map(
        ({ path, content }) =>
          new VFile({
            path,
            value: typeof content === 'string' ? new TextEncoder().encode(content) : content,
          }),
      ),
      { drafts: true },
    );
    const outward = new Set(
      handbook.chapters.flatMap(({ entries }) => entries.filter(leadsOut).map(({ number }) => number)),
    );
    expect(back.handbook && promises(back.handbook, outward)).toEqual(promises(handbook, outward));
  });
});
