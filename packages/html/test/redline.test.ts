import { type Entry, type Handbook, loadHandbook, toText } from '@octavo/core';
import { bodyToHast } from '@octavo/core/hast';
import { readingOf, redlined } from '@octavo/core/ledger';
import type { RootContent } from 'hast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../src/compile.ts';
import { serialise } from '../src/tree/serialise.ts';

const BOOK = `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
numbered: [tables]
chapters: [{ id: basics, title: Basics }]
`;

/** An edition of a book whose entry 1 says this. */
function edition(version: string, body: string, more: Readonly<Record<string, string>> = {}): Handbook {
  const files = Object.entries({
    'handbook.yaml': `${BOOK}edition: { version: "${version}", date: "2026-0${version}-01" }\n`,
    'basics/1-first.md': `---\nnumber: 1\nquestion: Why one?\n---\n\n${body}\n`,
    'basics/2-second.md': '---\nnumber: 2\nquestion: Why two?\n---\n\nTwo.\n',
    ...more,
  }).map(([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }));
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return handbook;
}

function entriesOf({ chapters }: Handbook): readonly Entry[] {
  return chapters.flatMap(({ entries }) => entries);
}

/** Entry 1 of the redlined book. */
function redline(before: string, after: string): Entry {
  const [entry] = entriesOf(redlined(edition('1', before), edition('2', after)));
  if (!entry) throw new Error('no entry');
  return entry;
}

/** The answer of entry 1 as HTML, without the words that only assistive technology reads. */
function html(before: string, after: string): string {
  const entry = redline(before, after);
  const { content, notes } = bodyToHast(entry.answer, entry.footnotes, {
    href: ({ number }) => `#q${number}`,
    image: (path) => ({ src: path }),
    headingLevel: 3,
    idPrefix: 'q1-',
    labels: edition('1', 'One.').labels,
    direction: 'ltr',
  });
  const children = [...content, ...(notes ? [notes] : [])] as RootContent[];
  const text = new TextDecoder().decode(serialise({ type: 'root', children }));
  return text.trimEnd().replace(/<span class="unseen">[^<]*<\/span>/g, '');
}

test('words that differ are marked, and a mark that both editions have stays whole', () => {
  expect(html('Keep it *dry and cool*.', 'Keep it *dry and dark*.')).toBe(
    '<p>Keep it <em>dry and <del class="edit">cool</del><ins class="edit">dark</ins></em>.</p>',
  );
});

test('a number is one word, with its separators', () => {
  expect(html('It costs 1,200.50 euros.', 'It costs 1,300.50 euros.')).toBe(
    '<p>It costs <del class="edit">1,200.50</del><ins class="edit">1,300.50</ins> euros.</p>',
  );
});

test('a link that leads elsewhere is another link', () => {
  expect(html('See [this](#2) now.', 'See [this](https://example.org/) now.')).toBe(
    '<p>See <del class="edit"><a class="cross-reference" href="#q2">this</a></del><ins class="edit"><a href="https://example.org/" rel="external">this</a></ins> now.</p>',
  );
});

test('paragraphs that have little in common are exchanged as a whole', () => {
  expect(html('One.\n\nKeep.', 'Quite another text.\n\nKeep.')).toBe(
    '<del class="edit flow"><p>One.</p></del><ins class="edit flow"><p>Quite another text.</p></ins><p>Keep.</p>',
  );
});

test('items of a numbered list have the number of their edition', () => {
  expect(html('1. first\n2. second\n3. third', '1. first\n2. third\n3. fourth')).toBe(
    '<ol><li value="1">first</li><li value="2"><del class="edit flow">second</del></li><li value="2">third</li><li value="3"><ins class="edit flow">fourth</ins></li></ol>',
  );
});

test('rows of a table come and go; other columns are another table', () => {
  const table = (...rows: readonly string[]) => ['| a | b |', '| - | - |', ...rows].join('\n');
  expect(html(table('| rye | 1 |', '| oat | 2 |'), table('| rye | 1 |', '| wheat | 3 |'))).toContain(
    '<tr><td>rye</td><td>1</td></tr><tr><td><del class="edit">oat</del></td><td><del class="edit">2</del></td></tr><tr><td><ins class="edit">wheat</ins></td><td><ins class="edit">3</ins></td></tr>',
  );
  const wide = html(table('| rye | 1 |'), '| a | b | c |\n| - | - | - |\n| rye | 1 | 2 |');
  expect(wide).toMatch(/^<del class="edit flow"><table>.*<\/del><ins class="edit flow"><table>/);
});

test('code is marked line by line', () => {
  expect(html('```js\na\nb\n```', '```js\na\nc\n```')).toContain(
    '<code class="language-js">a<del class="edit">\nb</del><ins class="edit">\nc</ins>\n</code>',
  );
  expect(html('```js\na\nb\n```', '```js\nc\nb\n```')).toContain(
    '<code class="language-js"><del class="edit">a\n</del><ins class="edit">c\n</ins>b\n</code>',
  );
  expect(html('```js\na\n```', '```js\na\nb\n```')).toContain('a<ins class="edit">\nb</ins>\n</code>');
  // No line is in both: nothing says where the one code ends and the other begins but two blocks.
  expect(html('```js\na = 1\n```', '```js\na = 2\n```')).toMatch(
    /^<del class="edit flow">.*<ins class="edit flow">/s,
  );
});

test('a caption is marked word by word: its picture stays', () => {
  const figure = (caption: string) => ({
    type: 'figure' as const,
    image: { type: 'image' as const, url: 'assets/x.png', alt: 'A jar', title: caption },
    caption,
  });
  const [before, after] = [edition('1', 'Old.'), edition('2', 'Old.')].map((book, at) => ({
    ...book,
    images: [{ path: 'assets/x.png', width: 1, height: 1 }],
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => ({
        ...entry,
        answer: [figure(at === 0 ? 'The old jar' : 'The new jar')],
      })),
    })),
  })) as unknown as [Handbook, Handbook];
  const book = redlined(before, after);
  expect(entriesOf(book)[0]?.answer).toMatchObject([
    { type: 'figure', caption: 'The new jar', edits: [{}, { kind: 'deleted' }, { kind: 'inserted' }, {}] },
  ]);
  expect(entriesOf(readingOf(book, 'inserted'))[0]?.answer).toMatchObject([figure('The old jar')]);
});

test('a note of either edition is numbered in its place', () => {
  const entry = redline(
    'Salt[^s] and oil[^o].\n\n[^s]: Of the sea.\n\n[^o]: Of olives.',
    'Salt and oil[^o].\n\n[^o]: Of olives.',
  );
  expect(entry.footnotes.map(({ index, edited }) => [index, edited])).toEqual([
    [1, 'deleted'],
    [2, undefined],
  ]);
});

test('a number of a table that became another is marked', () => {
  const table = (name: string) => `Table: ${name} {#${name}}\n\n| a |\n| - |\n| ${name} |\n`;
  const marked = html(table('Rye'), `${table('Oats')}\n${table('Rye')}`);
  expect(marked).toContain('<del class="edit">Table 1.1</del> <ins class="edit">Table 1.2</ins>');
});

test('an entry that is new is inserted as a whole, and is not in the earlier edition', () => {
  const third = { 'basics/3-third.md': '---\nnumber: 3\nquestion: Why three?\n---\n\nThree.\n' };
  const book = redlined(edition('1', 'One.'), edition('2', 'One.', third));
  const added = entriesOf(book).find(({ number }) => number === '3');
  expect(added?.edits?.kind).toBe('inserted');
  expect(entriesOf(readingOf(book, 'inserted')).map(({ number }) => number)).toEqual(['1', '2']);
  expect(toText(entriesOf(readingOf(book, 'deleted')).at(-1)?.answer ?? [])).toBe('Three.');
});

test('the number of a new entry is marked with its question', async () => {
  const third = { 'basics/3-third.md': '---\nnumber: 3\nquestion: Why three?\n---\n\nThree.\n' };
  const { files } = await compile(redlined(edition('1', 'One.'), edition('2', 'One.', third)));
  const page = files.find(({ path }) => path === 'basics/index.html')?.content;
  const text = new TextDecoder().decode(page as Uint8Array);
  expect(text).toMatch(/<a class="?number"?[^>]*><ins class="?edit"?>3<\/ins><\/a>/);
  expect(text).toMatch(/<a class="?number"?[^>]*>1<\/a>/);
});

test('an entry that was renumbered is found by its id', () => {
  const moved = {
    'basics/2-second.md':
      '---\nnumber: 5\nid: second\naliases: ["2"]\nquestion: Why two?\n---\n\nTwo, really.\n',
  };
  const entry = entriesOf(redlined(edition('1', 'One.'), edition('2', 'One.', moved))).at(-1);
  expect(entry?.number).toBe('5');
  expect(entry?.answer).toMatchObject([
    {
      type: 'paragraph',
      children: [{ value: 'Two' }, { type: 'editText', kind: 'inserted' }, { value: '.' }],
    },
  ]);
});

test('a picture that is not there any more is told by its words', () => {
  const before = edition('1', 'Old.');
  const figure = {
    type: 'figure',
    image: { type: 'image', url: 'assets/x.png', alt: 'A jar' },
    caption: 'The jar',
  } as const;
  const chapters = before.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) => ({ ...entry, answer: [...entry.answer, figure] })),
  }));
  const [entry] = entriesOf(redlined({ ...before, chapters }, edition('2', 'Old.')));
  expect(JSON.stringify(entry?.answer)).toContain('"value":"A jar"');
  expect(JSON.stringify(entry?.answer)).not.toContain('assets/x.png');
});

test('an edition marked against itself has no mark', () => {
  const book = edition('1', 'One *two*.\n\n- a\n- b\n\n```js\nx\n```\n');
  expect(JSON.stringify(redlined(book, book))).not.toMatch(/"edit(?:Text|Flow|ed|s)"/);
});
