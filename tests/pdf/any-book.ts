import { readFileSync } from 'node:fs';
import { loadHandbook } from '@octavo/core';
import fc from 'fast-check';
import { VFile } from 'vfile';
import type { Book } from '../contract/load-book.ts';

const PNG = readFileSync(new URL('../fixtures/kitchen-sink/assets/icon.png', import.meta.url));
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 50"><path d="M5 5h80v40z" fill="#246"/><text x="20" y="25">Hi</text></svg>';

const WORDS = [
  'alpha',
  'Größe',
  'naïve',
  'office',
  '質問',
  'سؤال',
  'שאלה',
  'λόγος',
  '3.14',
  'don’t',
  '☑',
  'a·b',
];
const FORMULAS = [
  'x_1^2',
  '\\frac{a}{b}',
  '\\sqrt[3]{y}',
  'f(x) \\le \\sin x',
  '\\sum_{i=0}^n i',
  '\\mathbb{R}',
  '\\text{if } p',
  'a \\ne b',
  '\\overline{AB}',
  '\\left( \\frac ab \\right)',
  '\\binom nk',
  '\\vec v',
  '\\hat{x}',
  '\\color{red}{r}',
  '\\cancel{q}',
  '\\boxed{z}',
];
const DISPLAYED = [
  ...FORMULAS,
  'a = b \\tag{7}',
  '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
  '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}',
  '\\begin{cases} x & y \\\\ z & w \\end{cases}',
  '\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}',
  '\\begin{equation} e \\end{equation}',
];

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const wrapped = (inner: fc.Arbitrary<string>, before: string, after = before): fc.Arbitrary<string> =>
  inner.map((text) => `${before}${text}${after}`);
const indented = (text: string, by: string): string => text.replace(/\n(?=.)/g, `\n${by}`);

/** Words of a line with every kind of mark; `#1` and `[^1]` are there in every entry. */
const line: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: words },
      wrapped(words, '*'),
      wrapped(words, '**'),
      wrapped(words, '***'),
      wrapped(words, '~~'),
      wrapped(words, '`'),
      wrapped(fc.constantFrom(...FORMULAS), '$'),
      wrapped(words, '[', '](https://example.org/a)'),
      wrapped(words, '[', '](#1)'),
      wrapped(words, '*[', '](#2)*'),
      wrapped(words, '<kbd>', '</kbd>'),
      wrapped(words, '<sub>', '</sub>'),
      wrapped(words, '<sup>', '</sup>'),
      wrapped(words, '<abbr title="In full">', '</abbr>'),
      wrapped(words, ':span[', ']{lang=ar dir=rtl}'),
      wrapped(words, '[**', '**](#1)'),
      fc.constantFrom('[^1]', '[^2]', '[^1][^2]', '![small](../assets/a.png)', '![drawn](../assets/b.svg)'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `So ${parts.join(' ')}`);

const fenced = words.map((text) => `\`\`\`js title="a.js"\n${text}\n\n  {\n\`\`\``);
const cell = line.map((text) => text.replaceAll('|', ''));
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 0, max: 4 }),
    fc.array(cell, { minLength: 20, maxLength: 20 }),
  )
  .map(([columns, rows, cells]) => {
    const row = (at: number): string => `| ${cells.slice(at * columns, (at + 1) * columns).join(' | ')} |`;
    return [
      row(0),
      `|${' --- |'.repeat(columns)}`,
      ...Array.from({ length: rows }, (_, at) => row(at + 1)),
    ].join('\n');
  });

/** Blocks, nested in each other. */
const blocks: fc.Arbitrary<string> = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((some) => some.join('\n\n')),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    line,
    fenced,
    table,
    wrapped(line, '## ', ''),
    wrapped(fc.constantFrom(...DISPLAYED), '$$\n', '\n$$'),
    fc.constantFrom(
      '![A](../assets/a.png "Caption of A")',
      '![B](../assets/b.svg "Caption")',
      '![Alone](../assets/a.png)',
      '---',
    ),
    fc
      .tuple(tie('blocks'), tie('blocks'))
      .map(([a, b]) => `- ${indented(a, '  ')}\n\n- ${indented(b, '  ')}`),
    fc.tuple(tie('blocks'), line).map(([a, b]) => `3. ${indented(a, '   ')}\n\n4. ${b}`),
    fc.tuple(line, line).map(([a, b]) => `- [x] ${a}\n- [ ] ${b}`),
    tie('blocks').map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
    fc
      .tuple(fc.constantFrom('note', 'tip', 'warning'), tie('blocks'))
      .map(([kind, text]) => boxed(kind, text)),
    fc
      .tuple(words, tie('blocks'))
      .map(([title, text]) => `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`),
  ),
})).blocks;

/** Clauses within clauses, which begin with their labels; the last refers to another of its entry. */
const clauses: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), words)
  .map(([groups, last]) =>
    [
      ...groups.flatMap(([first = '', ...inner], at) => [
        `(${at + 1}) ${first}`,
        ...inner.map((text, place) => `    (${'abc'[place]}) ${text}`),
      ]),
      `(${groups.length + 1}) ${last}, as [](#(1)) has it`,
    ].join('\n'),
  );

const entry = fc.record({
  question: fc.tuple(words, words, words).map(([a, b, c]) => `Is ${a} *${b}* or \`${c}\`?`),
  body: fc.oneof({ weight: 4, arbitrary: blocks }, { weight: 1, arbitrary: clauses }),
  notes: fc.tuple(line, blocks),
  status: fc.constantFrom(
    '',
    '',
    '',
    'status: deprecated\nreplacedBy: 1\n',
    'status: draft\n',
    'status: withdrawn\n',
  ),
  more: fc.constantFrom('', 'index: ["alpha", "beta > gamma"]\n', 'revised: "2026-05-01"\n'),
});

/** A box whose fence is longer than those within. */
function boxed(kind: string, text: string): string {
  const fence = ':'.repeat(Math.max(2, ...(text.match(/:{3,}/g) ?? []).map(({ length }) => length)) + 1);
  return `${fence}${kind}\n${text}\n${fence}`;
}

/** What is chosen at random of a book. */
interface Choice {
  readonly language: string;
  readonly page: string;
  readonly parts: boolean;
  readonly front: string | undefined;
  readonly glossary: boolean;
  readonly chapters: readonly (readonly {
    readonly question: string;
    readonly body: string;
    readonly notes: readonly [string, string];
    readonly status: string;
    readonly more: string;
  }[])[];
}

const choice = fc.record<Choice>({
  language: fc.constantFrom('en', 'de', 'fr', 'ar', 'ja'),
  page: fc.constantFrom('A4', 'Letter', '6x9in'),
  parts: fc.boolean(),
  front: fc.option(blocks, { nil: undefined }),
  glossary: fc.boolean(),
  chapters: fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
});

/** Sound books of every construct of the source format, as the files of their source. */
export const anyBook: fc.Arbitrary<ReadonlyMap<string, string>> = choice.map((one) => sources(one));

/** What an editor does to an entry, whichever `which` picks. */
const revision = fc.record({
  what: fc.constantFrom('words', 'words', 'words', 'question', 'before', 'behind', 'replace', 'note', 'add'),
  which: fc.nat(9),
  places: fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }),
  word: fc.constantFrom(...WORDS, 'beta gamma', ''),
  blocks,
  entry,
});

/** Two editions of a sound book, the later one revised at random, or the other way round. */
export const anyEditions: fc.Arbitrary<
  readonly [before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>]
> = fc.tuple(choice, fc.array(revision, { maxLength: 6 }), fc.boolean()).map(([one, revisions, isBack]) => {
  const other = revisions.reduce(revised, one);
  const [before, after] = isBack ? [other, one] : [one, other];
  return [sources(before, '1'), sources(after, '2')];
});

type Revision = typeof revision extends fc.Arbitrary<infer Value> ? Value : never;

function revised(
  book: Choice,
  { what, which, places, word: by, blocks: more, entry: added }: Revision,
): Choice {
  const at = which % book.chapters.length;
  const chapters = book.chapters.map((entries, place) => {
    if (place !== at) return entries;
    if (what === 'add') return [...entries, added];
    return entries.map((own, index) => {
      if (index !== which % entries.length) return own;
      const exchanged = (text: string): string =>
        places.reduce((said, turn) => exchange(said, turn, by), text);
      const { body, notes, question } = own;
      const isClauses = body.startsWith('(1)');
      switch (what) {
        case 'words':
          return { ...own, body: exchanged(body) };
        case 'question':
          return { ...own, question: exchanged(question) };
        case 'note':
          return { ...own, notes: [exchanged(notes[0]), more] as const };
        default: {
          if (isClauses) return { ...own, body: withClause(body, places[0] ?? 0, question) };
          const bodies = { before: [more, body], behind: [body, more], replace: [more] }[what] ?? [body];
          return { ...own, body: bodies.join('\n\n') };
        }
      }
    });
  });
  return { ...book, chapters };
}

/** A list of clauses with one more at the top level; those behind it have other labels. */
function withClause(body: string, turn: number, text: string): string {
  const clauses = body.split(/\n(?=\()/).map((clause) => clause.replace(/^\(\d+\) /, ''));
  const all = chosenPlace(clauses, turn, text).map((clause, at) => `(${at + 1}) ${clause}`);
  return all.join('\n');
}

function chosenPlace(clauses: readonly string[], turn: number, text: string): readonly string[] {
  return clauses.toSpliced(turn % (clauses.length + 1), 0, text);
}

/** A text in which one of its plain words is another. */
function exchange(text: string, turn: number, by: string): string {
  const found = [...text.matchAll(/(?<= )(?:alpha|office|naïve|質問|سؤال|λόγος)(?= )/gu)];
  const one = found[turn % found.length];
  return one ? text.slice(0, one.index) + by + text.slice(one.index + one[0].length) : text;
}

const RELATED: Readonly<Record<number, string>> = { 1: 'related: [2]\n', 2: 'related: [1]\n' };

function sources(
  { language, page, parts, front, glossary, chapters }: Choice,
  version = '1',
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const ids = chapters.map((_, at) => `c${at}`);
  files.set(
    'handbook.yaml',
    [
      'schemaVersion: 1',
      'id: fuzzed',
      'title: A Fuzzed Book',
      `language: ${language}`,
      'iri: https://fuzzed.example/book/',
      'publisher: { name: Press }',
      `edition: { version: "${version}", date: "2026-11-0${version}" }`,
      `chapters: [${ids.map((id) => `{ id: ${id}, title: Chapter ${id} }`).join(', ')}]`,
      ...(parts ? [`parts: [{ id: part, title: First Part, chapters: [${ids.join(', ')}] }]`] : []),
      ...(front === undefined ? [] : ['front: [preface]']),
      `pdf: { page: ${page} }`,
      '',
    ].join('\n'),
  );
  const notes = (pair: readonly [string, string]): string =>
    `Both.[^1][^2]\n\n[^1]: ${unmarked(pair[0])}\n\n[^2]: ${indented(unmarked(pair[1]), '    ')}\n`;
  if (front !== undefined)
    files.set('front/preface.md', `---\ntitle: Preface\n---\n\n${front}\n\n${notes(['A', 'B'])}`);
  if (glossary)
    files.set(
      'glossary.yaml',
      'terms:\n  - { id: term, term: Term, definition: "A *defined* word, see [one](#1).", entries: [1] }\n',
    );
  let number = 0;
  for (const [at, entries] of chapters.entries())
    for (const [place, own] of entries.entries()) {
      number += 1;
      // The first two entries are linked to, and a chapter needs one: they are in force.
      const status = number < 3 || place === 0 ? '' : own.status;
      files.set(
        `c${at}/${number}-entry-${number}.md`,
        `---\nnumber: ${number}\nquestion: ${JSON.stringify(own.question)}\n${RELATED[number] ?? ''}${status}${own.body.startsWith('(1)') ? 'clauses: true\n' : ''}${own.more}---\n\n${own.body}\n\n${notes(own.notes)}`,
      );
    }
  // Links to a second entry need one.
  if (number === 1)
    files.set('c0/2-entry-2.md', '---\nnumber: 2\nquestion: What else?\nrelated: [1]\n---\n\nNothing.\n');
  return files;
}

/** A note cites no note. */
function unmarked(text: string): string {
  return text.replace(/\[\^\d\]/g, '');
}

/** Loads the sources of a book. Throws with what is wrong with them when they are not sound. */
export function bookOf(files: ReadonlyMap<string, string>): Book {
  const assets = new Map<string, Uint8Array>([
    ['assets/a.png', new Uint8Array(PNG)],
    ['assets/b.svg', new TextEncoder().encode(SVG)],
  ]);
  const all = [...files, ...assets].map(
    ([path, value]) =>
      new VFile({ path, value: typeof value === 'string' ? new TextEncoder().encode(value) : value }),
  );
  const { handbook } = loadHandbook(all);
  if (!handbook) throw new Error(all.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { handbook, assets };
}
