import { type Handbook, loadHandbook, toText } from '@octavo/core';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { entryText, filesOf } from './sample.ts';

const BOOK = `schemaVersion: 1
id: small
title: A book
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
conditions:
  audience: [public, internal]
  region: { values: [eu, us], secret: true }
editions:
  public: { for: { audience: public, region: eu } }
  staff: { for: { audience: internal } }
variables: { product: Kiln }
front: [about]
numbered: [figures, tables]
rules: { variable-used: off, snippet-used: off }
chapters: [{ id: basics, title: Basics }, { id: inner, title: Hidden, for: { audience: internal } }, { id: states, title: US, for: { region: us } }]
`;

const FIXED: Readonly<Record<string, string>> = {
  'handbook.yaml': BOOK,
  'basics/3-third.md': entryText('3', 'Three.'),
  'basics/4-fourth.md': entryText('4', 'As [](#2(b)).'),
  'front/about.md': '---\ntitle: About\n---\n\n::snippet{id=plain}\n',
  'basics/index.md': 'Begin: :snippet[]{id=plain}\n',
  'glossary.yaml': 'terms:\n  - { term: Kiln, definition: "An oven. :snippet[]{id=plain}" }\n',
  'snippets/plain.md': 'Plain *words*.\n',
  'snippets/days.md': '---\ndescription: How long\n---\n\nWithin {{days}} days of {{product}}.\n',
  'snippets/list.md': '- one\n- two\n',
  'snippets/outer.md': 'Before.\n\n::snippet{id=days days="{{days}}"}\n\n::snippet{id=list}\n',
  'snippets/head.md': '## A head\n\nBelow.\n',
  'snippets/note.md': 'Words[^n].\n\n[^n]: The note of {{product}}.\n',
  'snippets/only.md':
    ':only[Internal. ]{audience=internal}Public.\n\n:::only{audience=internal}\nA box.\n:::\n',
  'snippets/inside.md': ':only[Internal.]{audience=internal}\n',
  'snippets/link.md': '[third](../basics/3-third.md) and ![a dot](../assets/dot.png)\n',
  'snippets/emptied.md': 'Said[^n] here.\n\n[^n]: :only[Internal.]{audience=internal}\n',
  'snippets/table.md': 'Table: Fees\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  'inner/8-hidden.md': entryText('8', 'Nobody but us.'),
  'states/9-us.md': entryText('9', 'Only there.'),
  'basics/2-second.md': entryText(
    '2',
    '(a) First clause[^x].\n\n(b) Second clause.\n\nA paragraph between.\n\n## Steps {#steps}\n\nGo.\n\n[^x]: Its note.',
    'clauses: true\n',
  ),
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function loaded(files: Readonly<Record<string, string>>, edition?: string, fixed = FIXED) {
  const all = filesOf({ ...fixed, ...files });
  const dot = new VFile({ path: 'assets/dot.png', value: new Uint8Array(PNG) });
  const result = loadHandbook([...all, dot], { edition });
  const messages = result.files.flatMap((file) =>
    file.messages.map(
      (one) =>
        `${file.path}:${one.line}:${one.column} ${one.ruleId}: ${one.reason}${one.note?.includes('put in at') ? ` [${one.note}]` : ''}`,
    ),
  );
  return { ...result, messages };
}

function book(body: string, edition?: string): Handbook {
  const { handbook, messages } = loaded({ 'basics/1-first.md': entryText('1', body) }, edition);
  if (!handbook) throw new Error(messages.join('\n'));
  return handbook;
}

const entryOf = (body: string, edition?: string) => {
  const found = book(body, edition).chapters[0]?.entries.find(({ number }) => number === '1');
  if (!found) throw new Error('no entry 1');
  return found;
};
const told = (body: string, files: Readonly<Record<string, string>> = {}, edition?: string) =>
  loaded({ ...files, 'basics/1-first.md': entryText('1', body) }, edition).messages;

describe('a snippet', () => {
  test.each([
    ['::snippet{id=plain}', 'Plain *words*.'],
    ['::snippet{#plain}', 'Plain *words*.'],
    ['It says: :snippet[]{id=plain} Well.', 'It says: Plain *words*. Well.'],
    ['It says\n:snippet{id=plain}', 'It says\nPlain *words*.'],
    ['- a\n- ::snippet{id=list}', '- a\n- - one\n  - two'],
    ['> ::snippet{id=list}', '> - one\n> - two'],
    [':::note\n::snippet{id=head}\n:::', ':::note\n## A head\n\nBelow.\n:::'],
    ['::snippet{id=days days=14}', 'Within 14 days of {{product}}.'],
    ['::snippet{id=days days="**14**"}', 'Within **14** days of {{product}}.'],
    ['::snippet{id=days days="{{product}}"}', 'Within {{product}} days of {{product}}.'],
    ['::snippet{id=outer days=3}', 'Before.\n\nWithin 3 days of {{product}}.\n\n- one\n- two'],
    ['::snippet{id=note}', 'Words[^n].\n\n[^n]: The note of {{product}}.'],
    [
      'One[^a]. :snippet[]{id=note}\n\n[^a]: First.',
      'One[^a]. Words[^n].\n\n[^a]: First.\n\n[^n]: The note of {{product}}.',
    ],
    ['One.\n\n[^a]: In: ::snippet{id=x}', undefined],
    [
      'One[^a].\n\n[^a]: In a note: :snippet[]{id=note}',
      'One[^a].\n\n[^a]: In a note: Words[^n].\n\n[^n]: The note of {{product}}.',
    ],
    [
      '::snippet{id=only}',
      ':only[Internal. ]{audience=internal}Public.\n\n:::only{audience=internal}\nA box.\n:::',
    ],
    ['::snippet{id=link}', '[third](../basics/3-third.md) and ![a dot](../assets/dot.png)'],
    ['::snippet{id=table}', 'Table: Fees\n\n| a | b |\n| - | - |\n| 1 | 2 |'],
    [
      'Table: Costs\n\n| a | b |\n| - | - |\n| :snippet[]{id=plain} | 2 |',
      'Table: Costs\n\n| a | b |\n| - | - |\n| Plain *words*. | 2 |',
    ],
    ['a :snippet[]{id=emptied} b', 'a Said[^n] here. b\n\n[^n]: :only[Internal.]{audience=internal}'],
    [
      'One[^note.n] and :snippet[]{id=note}\n\n[^note.n]: Mine.',
      'One[^note.n] and Words[^n].\n\n[^note.n]: Mine.\n\n[^n]: The note of {{product}}.',
    ],
    [
      ':snippet[]{id=note} One[^note.n], :snippet[]{id=note}\n\n[^note.n]: Mine.',
      'Words[^n]. One[^m], Words[^n].\n\n[^m]: Mine.\n\n[^n]: The note of {{product}}.',
    ],
    [
      'a[^a] b :snippet[]{id=note} c[^c]\n\n[^a]: A.\n\n[^c]: C.',
      'a[^a] b Words[^n]. c[^c]\n\n[^a]: A.\n\n[^c]: C.\n\n[^n]: The note of {{product}}.',
    ],
    ['**:snippet[]{id=plain}** [:snippet[]{id=plain}](#3)', '**Plain *words*.** [Plain *words*.](#3)'],
    ['- a\n- :snippet[]{id=inside}\n- b', '- a\n- :only[Internal.]{audience=internal}\n- b'],
    [
      'a :snippet[]{id=inside} b, :snippet[]{id=inside}.',
      'a :only[Internal.]{audience=internal} b, :only[Internal.]{audience=internal}.',
    ],
  ])('%s says what it would say if it were written there', (body, inlined) => {
    if (inlined === undefined) return;
    for (const edition of [undefined, 'public'])
      expect([edition, entryOf(body, edition).fingerprint, toText(entryOf(body, edition).answer)]).toEqual([
        edition,
        entryOf(inlined, edition).fingerprint,
        toText(entryOf(inlined, edition).answer),
      ]);
  });
});

describe('messages', () => {
  test.each([
    [
      '::snippet{id=plian}',
      [/1-first\.md:\d+:1 snippet-known: there is no snippet "plian"; did you mean "plain"\?/],
    ],
    ['::snippet', [/the snippet is not named/]],
    ['::snippet[x]{id=plain}', [/a snippet has no words of its own/]],
    [
      '::snippet{id=days dayz=4}',
      [
        /snippet-known: the snippet "days" has no \{\{dayz\}\}; did you mean "days"/,
        /snippets\/days\.md:5:8 variable-known: there is no variable "days".*put in at basics\/1-first\.md:\d+:1/,
      ],
    ],
    [
      'a :snippet[]{id=list} b',
      [/snippets\/list\.md:1:1 snippet-fits: .*holds a list, .*put in at basics\/1-first\.md:\d+:3/],
    ],
    [
      '| a | b |\n| - | - |\n| :snippet[]{id=head} | 2 |',
      [/snippets\/head\.md:1:1 snippet-fits: .*holds a heading/],
    ],
    ['a ::snippet{id=plain} b', [/snippet-fits: "::snippet" puts nothing in here/]],
    [':::snippet{id=plain}\n:::', [/snippet-fits: ":::snippet" puts nothing in/]],
    [
      '![a :snippet[]{id=plain}](../assets/dot.png)',
      [/snippet-fits: ":snippet" stands in a text that is no Markdown/],
    ],
    ['a :entry[]{number=2}', [/snippet-fits: ":entry" puts nothing in/]],
    ['::entry{}', [/quote-sound: the entry that is quoted is not named/]],
    ['::entry{number=22}', [/reference-resolves: no entry "#22"/]],
    ['::entry{number=1}', [/quote-sound: 1 would hold itself/]],
    ['::entry{number=2 part="(d)"}', [/quote-sound: there is no clause \(d\) in 2; did you mean \([ab]\)/]],
    ['::entry{number=2 part=stps}', [/quote-sound: nothing in 2 has the id "stps"; did you mean steps/]],
    ['::entry{number=3 part=9}', [/quote-sound: 3 has no paragraph 9/]],
    ['::entry{number="2(b)"}', [/quote-sound: "2\(b\)" names an entry and a part of it/]],
    ['::entry{number="2/steps"}', [/quote-sound: "2\/steps" names an entry and a part of it/]],
    ['::entry{number=2 prt=9}', [/quote-sound: "::entry" has no attribute "prt"/]],
  ])('%s', (body, expected) => {
    const messages = told(body).join('\n');
    for (const one of expected) expect(messages).toMatch(one);
  });

  test('say once what is wrong with a line of an edition', () => {
    const messages = told('a :snippet[]{id=plian} b', {}, 'public');
    expect(messages.filter((one) => one.includes('no snippet "plian"'))).toHaveLength(1);
  });

  test.each([
    ['question', { 'basics/1-first.md': '---\nnumber: 1\nquestion: "Why :snippet[]{id=note}?"\n---\n\nx\n' }],
    ['definition', { 'glossary.yaml': 'terms:\n  - { term: Kiln, definition: "An :snippet[]{id=note}" }\n' }],
    ['argument', { 'basics/4-fourth.md': entryText('4', '::snippet{id=days days=":snippet[]{id=note}"}') }],
    [
      'value',
      {
        'handbook.yaml': BOOK.replace('product: Kiln', 'product: "Kiln :snippet[]{id=foot}"'),
        'snippets/foot.md': 'x[^1]\n\n[^1]: y\n',
        'basics/1-first.md': entryText('1', 'Of {{product}}.'),
      },
    ],
  ])('of a footnote in a %s, which has no notes', (_, files) => {
    expect(loaded(files).messages.join('\n')).toMatch(
      /snippets\/(?:note|foot)\.md:1:\d snippet-fits: the snippet has a footnote, and is put into a text that has none/,
    );
  });

  test.each(['{{Product}}', '{{größe}}', '{{edition.day}}'])(
    'of %s, which cannot be declared, do not say to declare it',
    (use) => {
      const { files } = loaded({ 'basics/1-first.md': entryText('1', use) });
      const notes = files.flatMap((file) => file.messages.map(({ note }) => note ?? ''));
      expect(notes.filter((note) => note.includes('{{'))).toEqual([
        expect.stringMatching(/^Take one that is there: a name begins with a small letter/),
      ]);
    },
  );

  test('of a snippet that only an entry of its name uses', () => {
    const files = {
      'handbook.yaml': BOOK.replace(', snippet-used: off', ''),
      'snippets/third.md': 'x\n',
      'basics/third.md': entryText('3', 'Three.'),
      'basics/1-first.md': entryText('1', '::entry{number=3}'),
    };
    const { 'basics/3-third.md': _, ...fixed } = FIXED;
    expect(loaded(files, undefined, fixed).messages.join('\n')).toMatch(
      /snippets\/third\.md:1:1 snippet-used: nothing uses the snippet "third"/,
    );
  });

  test.each([
    [
      { 'snippets/a.md': 'x\n\n::snippet{id=a}' },
      /snippets\/a\.md:3:1 snippet-known: a would hold itself: a → a/,
    ],
    [
      { 'snippets/a.md': '::snippet{id=b}', 'snippets/b.md': '> ::snippet{id=a}' },
      /snippets\/b\.md:1:3 snippet-known: a would hold itself: a → b → a/,
    ],
    [
      { 'snippets/a.md': '::snippet{id=b}' },
      /snippets\/a\.md:1:1 snippet-known: there is no snippet "b".*put in at basics\/1-first\.md:\d+:1/,
    ],
    [{ 'snippets/a.md': '' }, /snippets\/a\.md:1:1 snippet-known: the snippet "a" is empty/],
    [{ 'snippets/a.md': 'x <b>y' }, /snippets\/a\.md:1:3 no-raw-html/],
    [{ 'snippets/a.md': 'x <kbd>y' }, /snippets\/a\.md:1:3 no-raw-html/],
    [
      { 'snippets/a.md': 'x [here](#3)' },
      /snippets\/a\.md:1:3 link-text-says-something.*put in at basics\/1-first\.md/,
    ],
    [{ 'snippets/a.md': 'x ![](../assets/dot.png)' }, /snippets\/a\.md:1:3 image-has-alternative/],
    [{ 'snippets/a.md': 'x ![y](dot.png)' }, /snippets\/a\.md:1:3 image-inside-handbook/],
    [{ 'snippets/a.md': 'x [third](#33)' }, /snippets\/a\.md:1:3 reference-resolves: no entry "#33"/],
    [{ 'snippets/a.md': 'x[^2]' }, /snippets\/a\.md:1:2 footnote-resolves/],
    [{ 'snippets/a.md': 'x\n\n[^2]: y' }, /snippets\/a\.md:3:1 footnote-used/],
    [{ 'snippets/a.md': ':::only{audience=staff}\nx\n:::' }, /snippets\/a\.md:1:1 condition-known/],
    [{ 'snippets/a.de.md': 'x' }, /the snippet "a" has no text in the language of the book, "en"/],
    [
      { 'snippets/A.md': 'x', 'snippets/a.md': 'y' },
      /snippets\/a\.md:1:1 snippet-known: the snippet "a" is there twice/,
    ],
    [{ 'snippets/a_b.md': 'x' }, /snippet-known: "a_b" is no id of a snippet/],
    [{ 'snippets/a.md': '::entry{number=1}' }, /quote-sound: 1 would hold itself/],
    [
      { 'snippets/a.md': `${'> '.repeat(70)}::snippet{id=b}`, 'snippets/b.md': `${'> '.repeat(70)}x` },
      /nesting-bounded: what is put in nests more than 100 deep/,
    ],
  ])('of %j', (files, expected) => {
    expect(told('::snippet{id=a}', files).join('\n')).toMatch(expected);
  });
});

describe('a quotation', () => {
  const QUOTING = [
    ['::entry{number=2 part="(b)"}', '(b) Second clause.\n2(b)'],
    ['::entry{id=second part="(a)"}', '(a) First clause.\n2(a)'],
    ['::entry{number=2 part=1}', 'A paragraph between.\n2. Why 2?'],
    ['::entry{number=2 part=steps}', 'Steps\nGo.\n2. Why 2?'],
    ['::entry{number=3}', 'Three.\n3. Why 3?'],
    ['- x\n- ::entry{number=3}', 'x\nThree.\n3. Why 3?'],
    ['::entry{number=4}', 'As 2(b).\n4. Why 4?'],
  ] as const;
  test.each(QUOTING)('%s says the words, and where they are from', (body, said) => {
    const { answer } = entryOf(body);
    expect(toText(answer)).toBe(said);
    expect(JSON.stringify(answer)).toMatch(/"type":"blockquote","quotes":\{"number":"[234]"/);
  });

  test('is in the fingerprint with its words, and its notes are among those of the entry', () => {
    const before = entryOf('One[^a].\n\n::entry{number=2}\n\n[^a]: Own.');
    expect(before.footnotes.map(({ index, children }) => [index, toText(children)])).toEqual([
      [1, 'Own.'],
      [2, 'Its note.'],
    ]);
    const quotes = (third: string) =>
      loaded({
        'basics/1-first.md': entryText('1', '::entry{number=3}'),
        'basics/3-third.md': entryText('3', third),
      }).handbook?.chapters[0]?.entries[0]?.fingerprint;
    expect(quotes('Three.')).toBe(quotes('Three.\n'));
    expect(quotes('Three.')).not.toBe(quotes('Three and a half.'));
  });

  test.each([
    ['::entry{number=8}', undefined, 'Nobody but us.\n8. Why 8?'],
    ['x\n\n::entry{number=8}', 'public', 'x\n8 (in the staff edition)'],
    ['x\n\n::entry{number=9}', 'public', 'x'],
    ['- x\n- ::entry{number=9}', 'public', 'x'],
  ] as const)('%s in the edition %s', (body, edition, said) => {
    expect(toText(entryOf(body, edition).answer)).toBe(said);
  });

  test.each(['1', '2', '3', '4'])('of paragraph %s is of the same one in every edition', (part) => {
    const files = {
      'basics/3-third.md': entryText(
        '3',
        ':::only{audience=internal}\nInner 1.\n:::\n\n:only[Inner 2.]{audience=internal}\n\n::snippet{id=plain}\n\n::entry{number=8}\n\nOuter 3.\n\n:snippet[]{id=plain}',
      ),
      'basics/1-first.md': entryText('1', `x\n\n::entry{number=3 part=${part}}`),
    };
    const said = (edition?: string) => {
      const { handbook, messages } = loaded(files, edition);
      return handbook ? toText(handbook.chapters[0]?.entries[0]?.answer ?? []) : messages.join('\n');
    };
    const words = ['Inner 1.', 'Inner 2.', 'Outer 3.', 'Plain words.'][Number(part) - 1];
    expect(said()).toBe(`x\n${words}\n3. Why 3?`);
    if (Number(part) > 2) expect(said('public')).toBe(said());
    else expect(said('public')).toMatch(`1-first.md:8:1 quote-sound: this edition leaves out ${part} of 3`);
  });

  test('of what an edition leaves out names a remedy that works', () => {
    const third = entryText('3', ':::only{audience=internal}\n## Head {#head}\n\nx\n:::\n\ny');
    const quotes = (body: string) => told(body, { 'basics/3-third.md': third }, 'public').join('\n');
    expect(quotes('a\n\n::entry{number=3 part=head}')).toMatch(/this edition leaves out head of 3/);
    expect(quotes('a\n\n:::only{audience=internal}\n::entry{number=3 part=head}\n:::')).not.toMatch(/quote/);
    expect(quotes('a\n\n::entry{number=3 part=haed}')).toMatch(/nothing in 3 has the id "haed"/);
  });

  test('keeps its notes apart from others of their name', () => {
    const { answer, footnotes } = entryOf('One[^2.x] and\n\n::entry{number=2 part="(a)"}\n\n[^2.x]: Own.');
    expect(footnotes.map(({ index, children }) => [index, toText(children)])).toEqual([
      [1, 'Own.'],
      [2, 'Its note.'],
    ]);
    expect(JSON.stringify(answer)).toContain('"identifier":"2.x-2","index":2');
  });

  test('of something that quotes goes on; one of itself is refused where it begins', () => {
    const files = { 'basics/3-third.md': entryText('3', '::entry{number=1}') };
    expect(told('::entry{number=3}', files).filter((one) => one.includes('quote-sound'))).toEqual([
      expect.stringContaining(
        'basics/3-third.md:6:1 quote-sound: 3 would hold itself: basics/3-third.md → 1 → 3',
      ),
      expect.stringContaining(
        'basics/1-first.md:6:1 quote-sound: 1 would hold itself: basics/1-first.md → 3 → 1',
      ),
    ]);
    const chain = { 'basics/3-third.md': entryText('3', 'Before.\n\n::entry{number=2 part="(a)"}') };
    const { handbook } = loaded({ ...chain, 'basics/1-first.md': entryText('1', '::entry{number=3}') });
    expect(toText(handbook?.chapters[0]?.entries[0]?.answer ?? [])).toBe(
      'Before.\n(a) First clause.\n2(a)\n3. Why 3?',
    );
  });
});

test('snippets that put in the next one twice, thirty deep, come to an end in an edition', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `snippets/s${at}.md`,
      at < 29
        ? `::snippet{id=s${at + 1}}\n\n::snippet{id=s${at + 1}}\n`
        : ':::only{audience=internal}\nx\n:::\n',
    ]),
  );
  const { messages } = loaded(
    { ...chain, 'basics/1-first.md': entryText('1', 'a\n\n::snippet{id=s0}') },
    'public',
  );
  expect(messages.join('\n')).toMatch(/put into one another more than 8 deep/);
});

test('notes that cite one another, of which an edition leaves nothing, are found in linear time', () => {
  const count = 3000;
  const notes = Array.from(
    { length: count },
    (_, at) => `[^${at}]: ${at + 1 < count ? `[^${at + 1}]` : ':only[x]{audience=internal}'}`,
  );
  const round = '[^a]: [^b]\n\n[^b]: :only[x]{audience=internal}[^a]';
  const body = `One[^0] two[^a].\n\n${notes.join('\n\n')}\n\n${round}`;
  const { answer, footnotes } = entryOf(body, 'public');
  expect(toText(answer)).toBe('One two.');
  expect(footnotes.map(({ identifier }) => identifier)).toEqual(['a', 'b']);
});
