import type { Handbook } from '@octavo/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';
import { redlinedArabic } from '../contract/redlined-arabic.ts';
import { reading } from './any-redline.ts';
import { holdRedlines } from './redline-property.ts';
import { checkRedline } from './redline-reading.ts';
import { redlinedSink } from './redlined-sink.ts';
import { elements, spoken, stretches } from './tag-walk.ts';
import { readTagged, type TaggedPdf } from './tagged-pdf.ts';

const seed = Number(process.env.OCTAVO_SEED ?? 20);

// tests/slow/pdf-redline-fuzz.test.ts looks at 500.
it(`any of 8 redlined books reads back as its two editions (OCTAVO_SEED=${seed})`, () =>
  holdRedlines(seed, 8));

it('sets what was deleted before what was inserted, also in a book read from the right, and apart from it', async () => {
  const { files } = await compileBook('pdf', redlinedArabic());
  const [bytes = new Uint8Array()] = files.values();
  const edits = [...elements(readTagged(bytes).document)].filter(
    ({ decoration }) => decoration !== undefined,
  );
  const left = (text: string): number => {
    const found = edits.flatMap(stretches).find((one) => one.text === text);
    return Math.min(...(found?.points ?? []).map(([x]) => x));
  };
  expect(left('14')).toBeGreaterThan(0);
  expect(left('12') - left('14')).toBeGreaterThan(12);
});

describe('every kind of edit', () => {
  let book: Book;
  let marked: Handbook;
  let bytes: Uint8Array;
  let pdf: TaggedPdf;
  beforeAll(async () => {
    book = await loadBook('tests/fixtures/kitchen-sink');
    const { chapters } = book.handbook;
    const small = { ...book.handbook, chapters: chapters.slice(0, 1), front: [], back: [], glossary: [] };
    marked = redlinedSink(small);
    const made = await compileBook('pdf', { ...book, handbook: marked });
    expect(made.compiled.messages.filter(({ fatal }) => fatal)).toEqual([]);
    [bytes = new Uint8Array()] = made.files.values();
    pdf = readTagged(bytes);
  });

  it('reads as the earlier edition and as the new one', () => {
    const [before, after] = [reading(marked, 'inserted'), reading(marked, 'deleted')];
    expect(checkRedline(bytes, marked, withoutRelated(before), withoutRelated(after))).toEqual([]);
  });

  it('tells a reader of the tags what became of the words', () => {
    const said = [...elements(pdf.document)]
      .filter(({ decoration }) => decoration !== undefined)
      .map((own) => spoken(own).replace(/\s/g, ' '));
    const { inserted, deleted } = marked.labels;
    expect(said).toEqual(
      expect.arrayContaining([
        `[${deleted}: boat]`,
        `[${inserted}: ferry]`,
        `[${deleted}: Soldiers]`,
        `[${inserted}: Students]`,
        `[${deleted}: const old = true;   ]`,
        `[${deleted}: a^2 + b^2 = c^2]`,
        `[${inserted}: A new picture]`,
        `[${deleted}: What was drawn before. ]`,
        `[${deleted}: A picture that is gone]`,
        `[${deleted}: A note that is gone.]`,
      ]),
    );
  });

  it('says on the title page since when, and shows what the marks look like', () => {
    const lines = [...elements(pdf.document, /^P$/)].map((line) => spoken(line).replace(/\s/g, ' '));
    expect(lines).toContain(
      'Changes since edition 2026.1 of 15 January 2026 are marked: what was inserted is underlined, and what was deleted is struck through. Inserted · Deleted',
    );
  });

  it('makes nothing that is deleted a link or a place', () => {
    const links = [...elements(pdf.document, /^Link$/)].map(spoken);
    expect(links).toContain('the new page');
    expect(links.filter((text) => text.includes('the old page'))).toEqual([]);
  });
});

/** What Octavo says of an entry is of the new edition alone. */
function withoutRelated(handbook: Handbook): Handbook {
  const chapters = handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.slice(0, 1).map((entry) => ({ ...entry, related: [] })),
  }));
  return { ...handbook, chapters };
}
