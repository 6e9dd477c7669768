import type { Effective, Handbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { describe, expect, test } from 'vitest';
import { type Tree, treeOf } from '../contract/compile-tree.ts';

const FORMATS = ['html', 'pdf', 'epub', 'jsonld'] as const;
const BOOK = 'tests/fixtures/in-force';

async function differences({ files, handbook }: Tree) {
  return (await verify({ files, handbook, formats: FORMATS })).differences;
}

const text = async (path: string) => new TextDecoder().decode((await treeOf(BOOK)).files.get(path));

test('what is in force, is to come and is over is read back from every format', async () => {
  expect((await differences(await treeOf(BOOK))).map(({ message }) => message)).toEqual([]);
  const badges = await Promise.all(
    ['1', '2', '3', '4', '5'].map(
      async (number) => /^- \*\*(?:In|Will|Was).*$/m.exec(await text(`entry/${number}.md`))?.[0],
    ),
  );
  expect(badges).toEqual([
    '- **Was in force:** from May 1, 2025 through September 30, 2026',
    '- **In force:** from October 1, 2026',
    '- **Will be in force:** from November 1, 2027 through March 31, 2028',
    '- **Was in force:** through February 28, 2027',
    undefined,
  ]);
  expect(await text('entry/2.jsonld')).toContain('"http://schema.org/temporalCoverage": "2026-10-01/.."');
}, 240_000);

/** The book with something else, as what the formats must say. */
async function withEntry(number: string, effective: Effective | undefined): Promise<Tree> {
  const { files, handbook } = await treeOf(BOOK);
  const chapters = handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) => {
      if (entry.number !== number) return entry;
      const { effective: _, ...rest } = entry;
      return effective ? { ...rest, effective } : rest;
    }),
  }));
  return { files, handbook: { ...handbook, chapters } satisfies Handbook };
}

describe('days that a format shows otherwise are found in every format', () => {
  test.each<readonly [number: string, effective: Effective | undefined]>([
    ['2', { from: '2026-10-02' }],
    ['2', { from: '2026-10-01', until: '2027-03-01' }],
    ['4', { from: '2027-02-28' }],
    ['4', undefined],
    ['5', { until: '2027-03-01' }],
  ])(
    '%s %o',
    async (number, effective) => {
      const found = await differences(await withEntry(number, effective));
      const formats = new Set(found.filter(({ entry }) => entry === number).map(({ format }) => format));
      expect(FORMATS.filter((format) => !formats.has(format))).toEqual([]);
    },
    240_000,
  );
});

test('lists of entries have their lines, in groups, and a list that lacks one is found in every format', async () => {
  const { files, handbook } = await treeOf(BOOK);
  const words = async (path: string) => (await text(path)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(await words('lists/by-season/index.html')).toContain(
    'By season Summer 1 What does a crossing cost in summer? 2 What does a crossing cost since autumn? Winter 3 What',
  );
  expect(await words('lists/in-force/index.html')).toMatch(/All conditions in force 2 [^?]*\? (?!\d)/);
  const lists = (handbook.lists ?? []).map((list) =>
    typeof list === 'string' ? list : { id: list.id, title: list.title, by: 'season' },
  );
  const found = await differences({ files, handbook: { ...handbook, lists } });
  const formats = new Set(found.flatMap(({ subject, format }) => (subject === 'contents' ? [format] : [])));
  expect([...formats].sort()).toEqual(['epub', 'html', 'pdf']);
}, 240_000);
