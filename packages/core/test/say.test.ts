import type { Handbook } from '@octavo/core';
import {
  admonitionWord,
  byLetter,
  type ContentsLine,
  citationRecords,
  contentsOf,
  entriesRange,
  entryAnchors,
  imprintFacts,
  indexGroups,
  noticesOf,
  sayCitation,
  sayLabel,
  sayText,
  titleLines,
  words,
} from '@octavo/core/say';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayToHast } from '../src/to-hast/say.ts';
import { answerOf, entryText, load } from './sample.ts';

function book(files: Readonly<Record<string, string>>): Handbook {
  const { handbook, messages } = load(files);
  if (!handbook) throw new Error(messages.map(({ reason }) => reason).join('\n'));
  return handbook;
}

const shown = (terms: readonly string[], language: string) =>
  byLetter(terms, (term) => term, language).map(({ letter, items }) => `${letter}: ${items.join(' ')}`);

describe('letters', () => {
  test.each([
    [
      'marks before a letter do not count',
      'en',
      ['--flag', '2fa', 'api', 'flow'],
      ['#: 2fa', 'A: api', 'F: --flag flow'],
    ],
    ['symbols alone stand with digits, first', 'en', ['zebra', '&&', '10'], ['#: && 10', 'Z: zebra']],
    [
      'an accent is no letter of its own in French',
      'fr',
      ['étape', 'eau', 'fin'],
      ['E: eau étape', 'F: fin'],
    ],
    ['Å is the letter after Z in Swedish', 'sv', ['åker', 'zon', 'abc'], ['A: abc', 'Z: zon', 'Å: åker']],
    ['Ä stands with A in German', 'de', ['Zahl', 'Änderung', 'Ast'], ['A: Änderung Ast', 'Z: Zahl']],
    ['Ñ follows N in Spanish', 'es', ['ñandú', 'nube', 'oro'], ['N: nube', 'Ñ: ñandú', 'O: oro']],
    ['a dotted I is a letter in Turkish', 'tr', ['ısı', 'iz'], ['I: ısı', 'İ: iz']],
  ])('%s', (_, language, terms, expected) => {
    expect(shown(terms, language)).toEqual(expected);
  });

  test('the order of the terms in the source never matters, and every letter comes once', () => {
    const term = fc.constantFrom('a', 'A', 'á', 'b', '1', '&', '-a', 'é', 'z', 'Z', 'ä', '中');
    fc.assert(
      fc.property(fc.uniqueArray(term), fc.constantFrom('en', 'sv', 'de', 'zh'), (terms, language) => {
        const groups = byLetter(terms, (it) => it, language);
        expect(byLetter(terms.toReversed(), (it) => it, language)).toEqual(groups);
        expect(new Set(groups.map(({ letter }) => letter)).size).toBe(groups.length);
        expect(groups.flatMap(({ items }) => items).toSorted()).toEqual(terms.toSorted());
      }),
    );
  });
});

test('the index gathers terms and subheadings, each with its place from the top', () => {
  const handbook = book({
    'basics/1-a.md': entryText('1', 'One.', 'index: [schema > evolution, schema, 2fa]\n'),
    'basics/2-b.md': entryText('2', 'Two.', 'index: [schema > change, api]\n'),
  });
  const outline = indexGroups(handbook).map(({ letter, items }) => [
    letter,
    items.map(({ term, numbers, path, below }) => [
      term,
      numbers,
      path,
      below.map((it) => [it.term, it.path]),
    ]),
  ]);
  expect(outline).toEqual([
    ['#', [['2fa', ['1'], [0], []]]],
    ['A', [['api', ['2'], [1], []]]],
    [
      'S',
      [
        [
          'schema',
          ['1'],
          [2],
          [
            ['change', [2, 0]],
            ['evolution', [2, 1]],
          ],
        ],
      ],
    ],
  ]);
});

test('a notice says the status, and what replaces an entry whatever its status', () => {
  const { labels } = book({ 'basics/1-a.md': entryText('1', 'One.') });
  const entry = answerOf('Words.');
  const replacement = [words('Replaced by '), { kind: 'entry', number: '2' }];
  const date = '2027-06-01';
  expect(noticesOf(entry, labels, date)).toEqual([]);
  const until = (day: string) => ({ ...entry, replacedBy: '2', effective: { until: day } });
  expect(noticesOf(until('2027-05-31'), labels, date)).toEqual([{ kind: 'replaced', replacement }]);
  expect(noticesOf(until('2027-06-01'), labels, date)).toEqual([
    {
      kind: 'replaced',
      replacement: [{ kind: 'words', text: 'Then replaced by ' }, ...replacement.slice(1)],
    },
  ]);
  expect(
    noticesOf({ ...entry, status: 'withdrawn', unapproved: true, replacedBy: '2' }, labels, date),
  ).toEqual([
    { kind: 'unapproved', title: labels.unapproved, replacement: [] },
    { kind: 'withdrawn', title: labels.withdrawn, text: labels.withdrawnNotice, replacement },
  ]);
});

test('ranges, anchors and labels', () => {
  const { labels } = book({ 'basics/1-a.md': entryText('1', 'One.') });
  const numbers = (...all: string[]) => all.map((number) => ({ number }));
  expect(entriesRange(labels, numbers())).toBe('');
  expect(entriesRange(labels, numbers('601'))).toBe('Question 601');
  expect(entriesRange(labels, numbers('601', '602', '603A'))).toBe('Questions 601 to 603A');
  expect(entryAnchors({ ...answerOf('x'), id: 'late', aliases: ['7', 'old', 'late'] }, {})).toEqual([
    'q1',
    'late',
    'q7',
    'old',
  ]);
  expect(sayLabel('{entry} ersetzt dies', { entry: { kind: 'number', number: '7' } })).toEqual([
    { kind: 'number', number: '7' },
    words(' ersetzt dies'),
  ]);
});

test('the contents have prose, parts, chapters and what the book says of itself, in reading order', () => {
  const handbook = book({
    'handbook.yaml': `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
front: [preface]
back: [sources]
parts:
  - { id: one, title: Part one, chapters: [basics] }
chapters:
  - { id: basics, title: Basics }
`,
    'front/preface.md': '---\ntitle: Preface\n---\n\nWords.\n',
    'back/sources.md': '---\ntitle: Sources\n---\n\nWords.\n',
    'glossary.yaml': 'terms:\n  - { id: api, term: API, definition: A door. }\n',
    'basics/1-a.md': entryText('1', 'One.', 'index: [api]\n'),
  });
  const lines = contentsOf(handbook, true).map(lineText);
  expect(lines).toEqual([
    'front: Preface',
    'Part one: 0 Basics',
    'back: Sources',
    'Changes in this edition',
    'Glossary',
    'Index',
  ]);
});

function lineText(line: ContentsLine): string {
  switch (line.kind) {
    case 'page':
      return `${line.matter}: ${line.page.title}`;
    case 'part':
      return `${line.part.title}: ${line.chapters.map(({ chapter, place }) => `${place} ${chapter.title}`)}`;
    case 'chapter':
      return line.chapter.title;
    case 'matter':
      return line.title;
  }
}

describe('editions and citations', () => {
  const chapters = 'schemaVersion: 1\nid: book\ntitle: The Book\nlanguage: en\niri: https://example.org/\n';
  const made = (edition: string, question = 'Who & what?') =>
    book({
      'handbook.yaml': `${chapters}edition: ${edition}\nchapters: [{ id: one, title: One }]\n`,
      'one/1-x.md': `---\nnumber: 1\nquestion: ${JSON.stringify(question)}\n---\n\nYes.\n`,
    });
  const entryOf = ({ chapters: [chapter] }: Handbook) => {
    const [entry] = chapter?.entries ?? [];
    if (!entry) throw new Error('no entry');
    return entry;
  };
  const cited = (handbook: Handbook) => sayText(sayCitation(entryOf(handbook), handbook));

  test.each([
    [
      '{ version: "2026.1", date: 2026-11-22 }',
      'The Book, 1: Who & what? Edition 2026.1. November 22, 2026. https://example.org/entry/1',
    ],
    ['{ version: 0-undated, date: 1980-01-01 }', 'The Book, 1: Who & what? https://example.org/entry/1'],
    [
      '{ version: 0-undated, date: 2020-02-03 }',
      'The Book, 1: Who & what? February 3, 2020. https://example.org/entry/1',
    ],
    [
      '{ version: "1", date: 1980-01-01 }',
      'The Book, 1: Who & what? Edition 1. January 1, 1980. https://example.org/entry/1',
    ],
  ])('%s', (edition, expected) => {
    expect(cited(made(edition))).toBe(expected);
  });

  test('a stand-in is in no imprint and no record', () => {
    const handbook = made('{ version: 0-undated, date: 1980-01-01 }');
    const said = JSON.stringify([imprintFacts(handbook, 'html'), titleLines(handbook)]);
    expect(
      said +
        citationRecords(entryOf(handbook), handbook)
          .map(({ text }) => text)
          .join(''),
    ).not.toMatch(/undated|1980/);
  });

  test('records are read by programs, whatever the question says', () => {
    const handbook = made('{ version: "1", date: 2026-11-22 }', '50% of {x}_y ~ \\z #1 & A^B?');
    const [bibtex, ris, csl] = citationRecords(entryOf(handbook), handbook).map(({ text }) => text);
    expect(bibtex).toContain(
      'title = {{50\\% of \\{x\\}\\_y \\textasciitilde{} \\textbackslash{}z \\#1 \\& A\\textasciicircum{}B?}}',
    );
    expect(ris?.split('\n')).toContain('DA  - 2026/11/22');
    expect(JSON.parse(csl ?? '')[0]).toMatchObject({
      type: 'chapter',
      title: '50% of {x}_y ~ \\z #1 & A^B?',
      issued: { 'date-parts': [[2026, 11, 22]] },
      URL: 'https://example.org/entry/1',
    });
  });

  test('a box says its kind unless its title does', () => {
    const { labels } = made('{ version: "1", date: 2026-11-22 }');
    const box = (title?: string) =>
      admonitionWord(
        {
          type: 'admonition',
          kind: 'warning',
          children: [],
          ...(title ? { title: [{ type: 'text', value: title }] } : {}),
        },
        labels,
      );
    expect([box(), box('Hot fat'), box('A warning of fat')]).toEqual(['Warning', 'Warning', '']);
  });
});

test('a name of the other direction keeps to itself in every book', () => {
  const links = {
    entry: (value: string) => ({ type: 'text', value }) as const,
    number: (value: string) => ({ type: 'text', value }) as const,
    prose: () => [],
  };
  const said = (text: string, direction: 'ltr' | 'rtl') =>
    sayToHast([{ kind: 'name', text }], { direction }, links).map((node) =>
      node.type === 'element' ? node.tagName : node.type,
    );
  expect(said('Plain Press', 'ltr')).toEqual(['text']);
  expect(said('دار النشر', 'ltr')).toEqual(['bdi']);
  expect(said('Plain Press', 'rtl')).toEqual(['bdi']);
});
