import { hash } from 'node:crypto';
import {
  type Change,
  type Entry,
  type Handbook,
  type LedgerRelease,
  loadHandbook,
  schemaTools,
} from '@octavo/core';
import { compareEditions, editionText, sealRecord } from '@octavo/core/ledger';
import { sayChanges } from '@octavo/core/say';
import { compile } from '@octavo/jsonld';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { ENTRY_FIELDS } from '../../packages/core/src/model/entry-facts.ts';
import { readWords } from '../../packages/press/src/history/read-words.ts';
import { releasedEdition } from '../../packages/press/src/history/released-edition.ts';
import { textFile } from '../../packages/press/src/history/text-file.ts';
import { compileBook } from './compile-book.ts';

/** What the front matter of entry 1 says in two editions: of each field, and of nothing else. */
const FRONT: Readonly<
  Record<
    Exclude<
      keyof Entry,
      'number' | 'approvedBy' | 'unapproved' | 'history' | 'edits' | 'fingerprint' | 'source'
    >,
    Sides
  >
> = {
  question: [{ question: 'Why 1?' }, { question: 'How 1?' }],
  answer: [{ body: 'It is so.' }, { body: 'It is not so.' }],
  footnotes: [{ body: 'It is.[^1]\n\n[^1]: So.' }, { body: 'It is.[^1]\n\n[^1]: Not so.' }],
  status: [{ extra: 'status: deprecated' }, { extra: '' }],
  replacedBy: [{ extra: 'status: deprecated\nreplacedBy: 2' }, { extra: 'status: deprecated' }],
  effective: [{ extra: 'effective: { from: 2026-01-01 }' }, { extra: 'effective: { until: 2026-12-31 }' }],
  topics: [{ extra: 'topics: [bread]' }, { extra: 'topics: [bread, salt]' }],
  related: [{ extra: 'related: [2]' }, { extra: '' }],
  index: [{ extra: 'index: [flour]' }, { extra: 'index: [flour, flour > wheat]' }],
  search: [{ extra: '' }, { extra: 'search: [meal]' }],
  revised: [{ extra: 'revised: 2026-01-01' }, { extra: 'revised: 2026-01-31' }],
  id: [{ extra: 'id: first\naliases: [one]' }, { extra: 'id: one\naliases: [first]' }],
  aliases: [{ extra: 'aliases: [one]' }, { extra: 'aliases: [one, "7"]' }],
  reviewBy: [{ extra: 'reviewBy: 2030-01-01' }, { extra: 'reviewBy: 2031-01-01' }],
  type: [{ extra: '' }, { extra: 'type: rule' }],
  fields: [{ extra: 'grade: A' }, { extra: 'grade: B' }],
  origin: [{ extra: 'origin: { source: The archive }' }, { extra: 'origin: { source: The attic }' }],
  change: [{ extra: '' }, { extra: 'change: { significance: editorial }' }],
};

interface Side {
  readonly question?: string;
  readonly body?: string;
  readonly extra?: string;
}
type Sides = readonly [before: Side, after: Side];

const BOOK = `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
chapters: [{ id: basics, title: Basics }]
`;

const TYPES = `fields:
  grade: { title: Grade, approved: false, schema: { oneOf: [{ const: A, title: Strong }, { const: B, title: Weak }] } }
  since: { title: Since, schema: { type: string, format: date } }
  inner: { title: Inner, shown: data }
types:
  rule: { title: Rule, fields: [grade, since, inner] }
`;
const TOOLS = await schemaTools([new VFile({ path: 'types.yaml', value: TYPES })]);

function bookOf(version: string, side: Side, more: Readonly<Record<string, string>> = {}): Handbook {
  const { question = 'Why 1?', body = 'It is so.', extra = '' } = side;
  const sources = Object.entries({
    'types.yaml': TYPES,
    'handbook.yaml': `${BOOK}edition: { version: "${version}", date: "2026-0${version}-01" }\n`,
    'topics.yaml': 'topics:\n  - { id: bread, title: Bread }\n  - { id: salt, title: Salt }\n',
    'basics/1-first.md': `---\nnumber: 1\nquestion: ${question}\n${extra}\n---\n\n${body}\n`,
    'basics/2-second.md': '---\nnumber: 2\nquestion: Why 2?\n---\n\nTwo.\n',
    ...more,
  }).map(([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }));
  const { handbook } = loadHandbook(sources, { tools: TOOLS });
  if (!handbook) throw new Error(sources.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return handbook;
}

/** What the next edition says of an entry after a release: from the ledger's files alone, and in the feed. */
async function told(before: Handbook, after: Handbook) {
  const { record } = await compile(before, { ledger: [] });
  if (!record) throw new Error('the first edition cannot be released');
  const text = textFile(before.id, editionText(before), new Set());
  const release = JSON.parse(
    JSON.stringify(
      sealRecord(record, { text: hash('sha256', text), sums: hash('sha256', ''), generator: '0' }, undefined),
    ),
  ) as LedgerRelease;
  const words = readWords([new VFile({ path: 'releases/1.text.jsonl', value: text })], [release]);
  if (!words) throw new Error('the words of the ledger cannot be read');
  const changes = compareEditions(releasedEdition(release, words), editionText(after));
  const { files } = await compile(after, { ledger: [release] });
  const page = files.find(({ path }) => path === 'feed/2/0001.jsonld')?.content;
  const content: Uint8Array[] = [];
  for await (const chunk of page instanceof Uint8Array ? [page] : (page ?? [])) content.push(chunk);
  const { member = [] } = page ? JSON.parse(Buffer.concat(content).toString()) : {};
  return { changes, feed: (member as { isVersionOf: string }[]).map(({ isVersionOf }) => isVersionOf) };
}

const entryOf = ({ chapters }: Handbook) => chapters[0]?.entries[0];
const shown = ({ passages }: Change) =>
  passages.map(({ part, segments }) =>
    [
      part,
      ...segments.map(({ kind, text }) => `${{ same: '', inserted: '+', deleted: '-' }[kind]}${text}`),
    ].join(' '),
  );

describe('a field of an entry that is another one in the next edition', () => {
  test.each(Object.entries(FRONT))('%s', async (name, [one, two]) => {
    const rule = ENTRY_FIELDS[name as keyof typeof FRONT];
    const [before, after] = [bookOf('1', one), bookOf('2', two)];
    expect(entryOf(before)?.[name as keyof Entry]).not.toEqual(entryOf(after)?.[name as keyof Entry]);
    expect(entryOf(before)?.fingerprint !== entryOf(after)?.fingerprint).toBe(rule.approved);
    const { changes, feed } = await told(before, after);
    const said = changes.filter(({ number }) => number === '1');
    expect(said).toHaveLength(['feed', 'never'].includes(rule.told) ? 0 : 1);
    const parts = said.flatMap(({ passages }) => passages.map(({ part }) => part));
    if (rule.told === 'line') expect(parts).toContain(name);
    if (rule.told === 'kind') expect(said[0]?.kind).toBe('restored');
    if (rule.told !== 'never') expect(feed).toContain('https://example.org/small/entry/1');
    // And nothing is told back and forth.
    expect((await told(before, bookOf('2', one))).changes).toEqual([]);
  });

  test('the lines say what was put on and what was taken off, a topic by its title', async () => {
    const [one, two] = [
      { extra: 'status: deprecated\ntopics: [bread]\nrelated: [2]\nreplacedBy: 2' },
      { extra: 'status: deprecated\ntopics: [salt, bread]\nindex: [flour]' },
    ];
    const { changes } = await told(bookOf('1', one), bookOf('2', two));
    expect(changes.flatMap(shown)).toEqual([
      'replacedBy -2',
      'topics +Salt,  Bread',
      'related -2',
      'index +flour',
    ]);
  });

  test('own fields by their titles, and none that only programs read', async () => {
    const [one, two] = [
      { extra: 'grade: A\nsince: 2026-01-01\ninner: x' },
      { extra: 'type: rule\ngrade: B\ninner: y' },
    ];
    const [before, after] = [bookOf('1', one), bookOf('2', two)];
    const { changes } = await told(before, after);
    expect(changes.flatMap(shown)).toEqual(['type +Rule', 'grade -Strong +Weak', 'since -2026-01-01']);
    const { telling } = sayChanges(changes, after, undefined);
    const lines = telling.flatMap(({ passages }) =>
      passages.map(({ segments }) => segments.map(({ text }) => text).join('|')),
    );
    expect(lines).toEqual(['Rule', 'Grade: |Strong|Weak', 'Since: |2026-01-01']);
    const inner = { extra: 'grade: A\nsince: 2026-01-01\ninner: z' };
    expect((await told(before, bookOf('2', inner))).changes).toEqual([]);
  });

  test('every reader is told in words of its own language', async () => {
    const before = bookOf('1', { extra: 'topics: [bread]\nindex: [flour]' });
    const after = bookOf('2', { extra: 'topics: [salt]\nindex: [flour]\nrevised: 2026-01-31' });
    const { changes } = await told(before, after);
    const options = { changes, changesSince: before.edition };
    const html = await compileBook('html', { handbook: after, assets: new Map() }, options);
    const page = new TextDecoder().decode(html.files.get('changes/index.html'));
    const plain = page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
    expect(plain).toContain('Topics: [Deleted: Bread][Inserted: Salt]');
    expect(plain).toContain('Revised: [Inserted: 2026-01-31]');
  });
});

describe('a fact of the book, its chapters, terms and topics', () => {
  const yaml = (lines: string, title = 'Basics') => ({
    'handbook.yaml': `${BOOK.replace('title: Basics', `title: ${title}`)}${lines}\nedition: { version: "2", date: "2026-02-01" }\n`,
  });
  const first = bookOf('1', {});
  test.each<readonly [what: string, after: Readonly<Record<string, string>>, said: readonly string[]]>([
    ['contributors', yaml('contributors: [{ name: Ada, role: editor }]'), ['changed book']],
    ['publisher', yaml('publisher: { name: A, url: "https://a.example/" }'), ['changed book']],
    ['license', yaml('license: { name: CC0 }'), ['changed book']],
    ['doi', yaml('identifiers: { doi: 10.1000/182 }'), ['changed book']],
    ['a chapter renamed', yaml('', 'Primer'), ['changed chapter']],
    [
      'a term that an entry explains',
      {
        'glossary.yaml': 'terms:\n  - { id: t, term: T, definition: D., entries: ["1"] }\n',
      },
      ['added term'],
    ],
  ])('%s', async (_, more, said) => {
    const { changes } = await told(first, bookOf('2', {}, more));
    expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(said);
  });
});
