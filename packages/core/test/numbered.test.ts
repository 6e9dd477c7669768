import { crossReferences, type Handbook, numberedIn, toText } from '@octavo/core';
import { checkPromises, releaseRecord } from '@octavo/core/ledger';
import { markdownWriter } from '@octavo/core/markdown';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../src/read/parse-markdown.ts';
import { entryText, filesOf, load } from './sample.ts';

const BOOK = (more = '', chapter = '') => `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
${more}
chapters: [{ id: basics, title: Basics${chapter} }]
`;
const ALL = 'numbered: [figures, tables, formulas, headings]';
const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |';
const DROP = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');

function bookOf(answers: Readonly<Record<string, string>>, more = ALL): Handbook {
  const entries = Object.entries(answers).map(([key, body], at) => {
    const [file = '', number = file] = key.split('=');
    return [`basics/${file}-x${at}.md`, entryText(`"${number}"`, body).replace(/Why .*/, `Why x${at}?`)];
  });
  const result = load({ 'handbook.yaml': BOOK(more), ...Object.fromEntries(entries) });
  if (!result.handbook) throw new Error(result.messages.map(({ reason }) => reason).join('\n'));
  return result.handbook;
}

const entryOf = (book: Handbook, at = 0) =>
  book.chapters[0]?.entries[at] as Handbook['chapters'][0]['entries'][0];
const partsOf = (book: Handbook, at = 0) =>
  numberedIn(entryOf(book, at).answer).map(({ type, id, numbered }) => `${type} ${id}: ${numbered}`);

describe('what is written and what is numbered', () => {
  test.each([
    ['a table with an id', `Table: Fees of the year {#fees}\n\n${TABLE}`, ['table fees: Table 1.1']],
    ['a table without an id', `Table: Fees of the year\n\n${TABLE}`, ['table fees-of-the-year: Table 1.1']],
    ['a mark alone', `: Fees {#fees}\n\n${TABLE}`, ['table fees: Table 1.1']],
    ['markup in a caption', `Table: *Fees* of [two](#2) {#fees}\n\n${TABLE}`, ['table fees: Table 1.1']],
    ['a table without a caption', TABLE, []],
    ['a caption behind its table', `${TABLE}\n\nTable: Fees`, []],
    ['a caption with text between', `Table: Fees\n\nText.\n\n${TABLE}`, []],
    ['words that are no caption', `Note well: fees\n\n${TABLE}`, []],
    ['an escaped colon', `Table\\: Fees\n\n${TABLE}`, []],
    [
      'two tables',
      `Table: A\n\n${TABLE}\n\nTable: B\n\n${TABLE}`,
      ['table a: Table 1.1', 'table b: Table 1.2'],
    ],
    ['in a box', `:::note\nTable: A {#a}\n\n${TABLE}\n:::`, ['table a: Table 1.1']],
    ['in a list', `- one\n\n  Table: A {#a}\n\n  ${TABLE.replaceAll('\n', '\n  ')}`, ['table a: Table 1.1']],
    ['a formula on a line', '$$a = b$$ {#ab}', ['math ab: (1.1)']],
    ['a formula on lines', '$$\na = b\n$$ {#ab}', ['math ab: (1.1)']],
    ['a formula in a quotation', '> $$\n> a = b\n> $$ {#ab}', ['math ab: (1.1)']],
    ['a formula without an id', '$$a = b$$', []],
    ['a sum in braces behind dollars', 'Text $$a$$ {b} and more', []],
    [
      'headings',
      '# A\n\n## B\n\n## C\n\n# D {#d}\n\n## E',
      ['heading a: 1.1', 'heading b: 1.1.1', 'heading c: 1.1.2', 'heading d: 1.2', 'heading e: 1.2.1'],
    ],
    [
      'words that are alike',
      `## Fees\n\nTable: Fees\n\n${TABLE}`,
      ['heading fees: 1.1', 'table fees-1: Table 1.1'],
    ],
    [
      'a long caption',
      `Table: ${'word '.repeat(30)}\n\n${TABLE}`,
      [`table ${Array(8).fill('word').join('-')}: Table 1.1`],
    ],
  ])('%s', (_, markdown, parts) => {
    expect(partsOf(bookOf({ '1': markdown, '2': 'Two.' }))).toEqual(parts);
  });

  test('a caption may begin with the word of the language, and is printed with it', () => {
    const book = bookOf({ '1': `Tabelle: Gebühren\n\n${TABLE}` }, `${ALL}\n`.replace('\n', '\nlabels: {}\n'));
    expect(partsOf(book)).toEqual([]);
    const own = load({
      'handbook.yaml': BOOK(ALL).replace('language: en', 'language: ja'),
      'basics/1-x.md': entryText('1', `表: 料金\n\n${TABLE}`),
    }).handbook as Handbook;
    expect(partsOf(own)).toEqual(['table 料金: 表1.1']);
  });

  test('where labels make clauses as well', () => {
    const body = `(1) One\n\n    (a) two:\n\n        Table: Fees {#fees}\n\n        ${TABLE.replaceAll('\n', '\n        ')}\n\n(2) $$a < b$$ {#ab}`;
    const book = bookOf({ '1': body }, `${ALL}\nclauses: true`);
    expect(partsOf(book)).toContain('table fees: Table 1.1');
  });

  test('a figure is numbered by its caption', () => {
    const figures = (text: string) =>
      load({
        'handbook.yaml': BOOK(ALL),
        'assets/a.svg': new TextDecoder().decode(DROP),
        'basics/1-x.md': entryText('1', text),
      }).handbook as Handbook;
    expect(partsOf(figures('![A](../assets/a.svg "One"){#one}\n\n![B](../assets/a.svg "Two")'))).toEqual([
      'figure one: Figure 1.1',
      'figure two: Figure 1.2',
    ]);
    expect(partsOf(figures('![A](../assets/a.svg) and ![B](../assets/a.svg "Two") in a line'))).toEqual([]);
  });

  test('nothing is numbered that the book does not name', () => {
    const book = bookOf({ '1': `Table: Fees {#fees}\n\n${TABLE}\n\n$$a$$ {#a}`, '2': '[](#1/fees)' }, '');
    expect(partsOf(book)).toEqual([]);
    expect(toText(entryOf(book, 1).answer)).toBe('1. Why x0?');
  });
});

test.each([
  ['UG-3.1.6A', 'rulebook', '', 'Table UG-3.1.6A.1', '(UG-3.1.6A.1)'],
  ['§ 14a', 'legal', '', 'Table § 14a.1', '(§ 14a.1)'],
  ['A1a1)', 'regulation', ', closing: ")"', 'Table A1a1).1', '[A1a1).1]'],
  ['A.2', 'standard', '', 'Table A.2.1', '(A.2.1)'],
])('the number of %s is printed as it stands', (number, preset, more, table, formula) => {
  const key = number.replace(/^§ |\)$/g, '');
  const book = bookOf(
    { [`${key}=${number}`]: `Table: T {#t}\n\n${TABLE}\n\n$$a$$ {#a}` },
    `numbered: [tables, formulas]\nnumbers: { preset: ${preset}${more} }`,
  );
  expect(partsOf(book)).toEqual([`table t: ${table}`, `math a: ${formula}`]);
});

test('links know what is printed there, whatever stands first in the book, also in pages, terms and notes', () => {
  const book = load({
    'handbook.yaml': BOOK(`${ALL}\nfront: [preface]`),
    'front/preface.md': '---\ntitle: Preface\n---\n\nSee [](#2/fees).\n',
    'glossary.yaml': 'terms:\n  - { id: fee, term: fee, definition: "See [](#2/fees)." }\n',
    'basics/1-a.md': entryText('1', 'See [](#2/fees), [the sum](#2/sum).[^n]\n\n[^n]: And [](#2/first).'),
    'basics/2-b.md': entryText('2', `# First\n\nTable: Fees {#fees}\n\n${TABLE}\n\n$$a$$ {#sum}`),
  }).handbook as Handbook;
  const entry = entryOf(book);
  expect(toText(entry.answer)).toBe('See Table 2.1, the sum.');
  expect(crossReferences([...entry.answer, ...entry.footnotes]).map(({ numbered }) => numbered)).toEqual([
    'Table 2.1',
    '(2.1)',
    '2.1',
  ]);
  expect(toText(entry.footnotes)).toBe('And 2.1.');
  expect(toText(book.front[0]?.body ?? [])).toBe('See Table 2.1.');
  expect(toText(book.glossary[0]?.definition ?? [])).toBe('See Table 2.1.');
  expect(toText(entryOf(book, 1).answer)).toBe('2.1 First\nTable 2.1 Fees\na\tb\n1\t2\na (2.1)');
});

test('a fingerprint does not depend on numbers and ids', () => {
  const body = `Table: Fees {#fees}\n\n${TABLE}\n\n$$a$$ {#sum}`;
  const made = [
    bookOf({ '1': body }),
    bookOf({ '1': body }, ''),
    bookOf({ '1': body.replace('#sum', '#other') }),
  ];
  expect(new Set(made.map((book) => entryOf(book).fingerprint)).size).toBe(1);
  expect(entryOf(bookOf({ '1': body.replace('Fees', 'Prices') })).fingerprint).not.toBe(
    entryOf(made[0] as Handbook).fingerprint,
  );
});

test('a release keeps the ids of what is numbered', () => {
  const record = (book: Handbook) =>
    releaseRecord(book, { revisions: { at: new Map(), changes: [] }, hash: '' }, [], []);
  const before = bookOf({ '1': `Table: Fees {#fees}\n\n${TABLE}\n\n$$a$$ {#sum}` });
  expect(record(before).entries[0]?.numbered).toEqual(['fees', 'sum']);
  const lost = (answer: string) =>
    checkPromises(bookOf({ '1': answer }), [record(before)]).map(({ reason }) => reason);
  expect(lost(`$$b$$ {#sum}\n\nTable: Fees of 2027 {#fees}\n\n${TABLE}`)).toEqual([]);
  expect(lost('## What became of the fees {#fees}\n\n$$a$$ {#sum}')).toEqual([]);
  expect(lost('$$a$$ {#sum}')).toEqual([
    '"1/fees" led to a figure, table, formula or heading in release 1 and leads nowhere now; write "{#fees}" behind it, or behind what took its place',
  ]);
  expect(record(bookOf({ '1': 'Nothing.' })).entries[0]?.numbered).toBeUndefined();
});

test('whatever captions say, ids are unique, numbers count from one, and every link lands', () => {
  const word = fc.constantFrom('Fees', 'fees', 'Größe', '料金', '§ 1!', '**bold**', '…', 'fn-1');
  const part = fc.record({ kind: fc.constantFrom('table', 'math', 'heading'), word, id: fc.boolean() });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const body = parts
        .map(({ kind, word: words, id }, at) => {
          const own = id || kind === 'math' ? ` {#own${at}}` : '';
          if (kind === 'table') return `Table: ${words}${own}\n\n${TABLE}`;
          return kind === 'math' ? `$$a_${at}$$${own}` : `## ${words}${own}`;
        })
        .join('\n\n');
      const numbered = numberedIn(entryOf(bookOf({ '1': body, '2': 'Two.' })).answer);
      expect(numbered.map(({ type }) => type)).toEqual(parts.map(({ kind }) => kind));
      expect(new Set(numbered.map(({ id }) => id)).size).toBe(parts.length);
      for (const type of ['table', 'math', 'heading']) {
        const own = numbered
          .filter((one) => one.type === type)
          .map((one) => one.numbered.replace(/^\D*1\./, ''));
        expect(own.map((one) => Number.parseInt(one, 10))).toEqual(own.map((_, at) => at + 1));
      }
      const links = numbered.map(({ id }) => `[](<#1/${id}>)`).join(' ');
      const linked = bookOf({ '1': body, '2': links });
      expect(toText(entryOf(linked, 1).answer)).toBe(numbered.map((one) => one.numbered).join(' '));
    }),
    { numRuns: 60 },
  );
});

test('an entry whose links say the same stays the same object in a memory', async () => {
  const { createMemory, loadHandbook } = await import('@octavo/core');
  const memory = createMemory();
  const files = filesOf({
    'handbook.yaml': BOOK(ALL),
    'basics/1-a.md': entryText('1', 'See [](#2/fees).'),
    'basics/2-b.md': entryText('2', `Table: Fees {#fees}\n\n${TABLE}`),
  });
  const loaded = () => loadHandbook(files, { memory }).handbook?.chapters[0]?.entries;
  const [first, second] = [loaded(), loaded()];
  expect(first?.[0]).toBe(second?.[0]);
  files[2] = filesOf({
    'basics/2-b.md': entryText('2', `Table: Old\n\n${TABLE}\n\nTable: Fees {#fees}\n\n${TABLE}`),
  })[1] as never;
  expect(toText(loaded()?.[0]?.answer ?? [])).toBe('See Table 2.2.');
});

test('who writes Markdown again writes the ids of formulas', () => {
  const source = '- In a list\n\n  $$\n  a < b\n  $$ {#ab}\n\n$$\nc = d\n$$ {#cd}\n';
  expect(markdownWriter()(parseMarkdown(source))).toBe(source);
});
