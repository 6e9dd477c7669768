import {
  clausesIn,
  createMemory,
  type Handbook,
  loadHandbook,
  type SourceCache,
  schemaTools,
  toText,
} from '@octavo/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, entryText, filesOf, load } from './sample.ts';

const BOOK = `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
conditions:
  audience: [public, partners, internal]
  product: { values: [basic, pro], secret: true }
editions:
  public: { for: { audience: public, product: basic }, title: "For everybody", iri: ./ }
  staff: { for: { audience: "!public" }, name: internal, variables: { hall: Hall 2 } }
variables: { hall: Hall 1 }
chapters:
  - { id: basics, title: Basics, summary: What everybody asks. }
  - { id: secrets, title: Secrets, for: { audience: internal } }
contributors:
  - { name: Ada, for: { audience: internal } }
  - { name: Bea }
`;

const ENTRIES: Readonly<Record<string, string>> = {
  'basics/1-first.md': entryText('1', 'In {{hall}}. See [](#3), [the key](#3), [the rest](#2).'),
  'basics/2-second.md': entryText('2', 'Two.', 'topics: [keys]\nrelated: [1, 3]\n'),
  'secrets/3-third.md': entryText('3', 'Below the mat.', 'topics: [safes]\naliases: [mat]\n'),
};
const TOPICS = 'topics:\n  - { id: keys, title: Keys }\n  - { id: safes, title: Safes }\n';
const GLOSSARY = `terms:
  - { term: key, definition: "What opens.", entries: [2, 3] }
  - { term: mat, definition: "What lies.", for: { audience: internal } }
`;

const files = (more: Readonly<Record<string, string>> = {}) => ({
  'handbook.yaml': BOOK,
  'topics.yaml': TOPICS,
  'glossary.yaml': GLOSSARY,
  ...ENTRIES,
  ...more,
});

function edition(name: string | undefined, more: Readonly<Record<string, string>> = {}): Handbook {
  const { handbook, messages } = load(files(more), { edition: name });
  if (!handbook) throw new Error(messages.map(String).join('\n'));
  return handbook;
}

const told = (more: Readonly<Record<string, string>>): readonly string[] =>
  loadHandbook(filesOf(files(more)), { edition: 'public' }).files.flatMap((file) =>
    file.messages.map(({ ruleId }) => `${file.path} ${ruleId}`),
  );

const first = (book: Handbook) => book.chapters[0]?.entries[0];
const saysOf = (body: string, name: string | undefined) =>
  first(
    edition(name, { 'basics/1-first.md': entryText('1', `${body}\n\nEnd, {{hall}}, [two](#2).`) }),
  )?.answer.slice(0, -1) ?? [];
const words = (body: string, name: string | undefined) => toText(saysOf(body, name));

describe('a condition in a text', () => {
  test.each([
    ['a :only[b]{audience=internal} c', 'a c', 'a b c'],
    ['a :only[b]{audience=internal}.', 'a.', 'a b.'],
    ['a :only[b]{audience=internal}: c', 'a: c', 'a b: c'],
    ['a :only[b]{audience=internal} ?', 'a ?', 'a b ?'],
    ['a [:only[b]{audience=internal}](https://example.org/)!', 'a !', 'a b!'],
    ['a [*:only[b]{audience=internal}*](#2)', 'a ', 'a b'],
    ['a <a href="https://example.org/">:only[b]{audience=internal}</a>', 'a ', 'a b'],
    [':only[a]{audience=public} b', 'a b', 'b'],
    ['a :only[b]{audience="!public"}', 'a ', 'a b'],
    ['a :only[b]{audience="public partners"}', 'a b', 'a b'],
    ['a :only[b]{audience=internal product=pro}', 'a ', 'a b'],
    ['a :only[*b*:only[ c]{audience=internal}]{audience=public} d', 'a b d', 'a d'],
    [':::only{audience=internal}\na\n:::\n\nb', 'b', 'a\nb'],
    ['::::only{audience="!internal"}\na\n\n:::only{product=pro}\nb\n:::\n::::\n\nc', 'a\nc', 'a\nb\nc'],
    ['- a\n- :only[b]{audience=internal}\n- c', 'a\nc', 'a\nb\nc'],
    ['x\n\n- :only[b]{audience=internal}', 'x', 'x\nb'],
    ['x\n\n> :only[b]{audience=internal}', 'x', 'x\nb'],
    ['x\n\n::::note[T]\n:::only{audience=internal}\nb\n:::\n::::', 'x', 'x\nT\nb'],
    ['x\n\n## :only[b]{audience=internal}', 'x', 'x\nb'],
    ['x\n\n| a | :only[]{audience=internal} b |\n| - | - |\n| c | d |', 'x\na\nc', 'x\na\nb\nc\nd'],
    [
      'x\n\n| a | b |\n| - | - |\n| c | d |\n| :only[]{audience=internal} e | f |',
      'x\na\nb\nc\nd',
      'x\na\nb\nc\nd\ne\nf',
    ],
    ['x\n\n| a | b |\n| - | - |\n| :only[]{audience=internal} e | f |', 'x', 'x\na\nb\ne\nf'],
    ['x\n\nTable: t\n\n| a |\n| - |\n| :only[]{audience=internal} b |', 'x', 'x\nt\na\nb'],
    ['x\n\nTable: t\n\n:::only{audience=internal}\n| a |\n| - |\n| b |\n:::', 'x', 'x\nt\na\nb'],
    ['a <kbd>:only[b]{audience=internal}</kbd>', 'a', 'a b'],
    ['a :span[:only[c]{audience=internal}]{lang=de}', 'a', 'a c'],
    ['x\n\n:::note[:only[T]{audience=internal}]\nb\n:::', 'x\nb', 'x\nT\nb'],
    ['x[^1]:only[y[^2]]{audience=internal}\n\n[^1]: One.\n\n[^2]: Two.', 'x', 'xy'],
  ])('%j', (body, inPublic, inStaff) => {
    const lines = (text: string) =>
      text
        .split(/[\n\t]+/)
        .map((line) => line.trim())
        .join('\n')
        .trim();
    expect(lines(words(body, 'public'))).toBe(lines(inPublic));
    expect(lines(words(body, 'staff'))).toBe(lines(inStaff));
  });

  test.each([
    '::: only {audience=internal}\nSecret.\n:::',
    '::::{only audience=internal}\nSecret.\n::::',
    '::: {.only audience=internal}\nSecret.\n:::',
    '::only[Secret]{audience=internal}',
    ':::Only{audience=internal}\nSecret.\n:::',
    'a ::only[secret]{audience=internal}',
    'a :only [secret] {audience=internal}',
    'a : only[secret]{audience=internal}',
    '![a :only[secret]{audience=internal} b](https://example.org/a.svg)',
    '[a](https://example.org/ ":only[secret]{audience=internal}")',
    '<details><summary>a :only[secret]{audience=internal}</summary>\n\nb\n\n</details>',
    '<abbr title=":only[secret]{audience=internal}">a</abbr>',
  ])('%j is refused, where it would be text that every edition shows', (body) => {
    expect(told({ 'basics/1-first.md': entryText('1', body) })).toContain(
      'basics/1-first.md condition-known',
    );
  });

  test.each([
    ['handbook.yaml', BOOK.replace('title: Basics', 'title: "B :only[b]{audience=internal}"')],
    ['topics.yaml', TOPICS.replace('Keys', '":only[Keys]{audience=internal}"')],
    ['glossary.yaml', GLOSSARY.replace('term: key', 'term: "key :only[b]{audience=internal}"')],
  ])('is refused in a title or name of %s', (path, text) => {
    expect(told({ [path]: text })).toContain(`${path} condition-known`);
  });

  test.each([
    'Note: only [the key](#2) opens.',
    '\\:only[a]{audience=internal}',
    '`:only[a]{audience=internal}`',
    '![a \\:only[b]](../assets/a.svg)',
  ])('%j is none', (body) => {
    expect(
      told({ 'basics/1-first.md': entryText('1', body) }).filter((one) => /condition/.test(one)),
    ).toEqual([]);
  });

  test('is wrong where its axis is what every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(told({ 'basics/1-first.md': entryText('1', `:only[a]{${name}=b}`) })).toContain(
        'basics/1-first.md condition-known',
      );
  });

  test.each([
    ['(a) x\n\n:::only{audience=internal}\n(b) y\n:::\n\n(c) z', '(a) (c)', '(a) (b) (c)'],
    ['(a) x\n(b) :only[y]{audience=internal}\n(c) z', '(a) (c)', '(a) (b) (c)'],
    ['1. x\n2. :only[y]{audience=internal}\n3. z', '(1) (3)', '(1) (2) (3)'],
    ['(a) x\n    (1) :only[y]{audience=internal}\n(b) z', '(a) (b)', '(a) (a)(1) (b)'],
    ['(a) x\n\n(b) :only[y]{audience=internal}\n\n    (1) z', '(a) (b) (b)(1)', '(a) (b) (b)(1)'],
    [
      '(a) x\n\n:::only{audience=internal}\n(b) y\n\n    (1) y\n\n    | a |\n    | - |\n    | b |\n:::\n\n(c) z',
      '(a) (c)',
      '(a) (b) (b)(1) (c)',
    ],
    ['- (a) x\n\n  :::only{audience=internal}\n  y\n  :::\n- (b) z', '(a) (b)', '(a) (b)'],
  ])('leaves the letter of a clause free: %j', (body, inPublic, inStaff) => {
    const clauses = (name: string) => {
      const text = entryText('1', `${body}\n\n> End, {{hall}}, [two](#2).`, 'clauses: true\n');
      return clausesIn(first(edition(name, { 'basics/1-first.md': text }))?.answer ?? [])
        .map(({ clause }) => clause)
        .join(' ');
    };
    expect([clauses('public'), clauses('staff')]).toEqual([inPublic, inStaff]);
  });

  test('takes the mark of a note with the note', () => {
    const text = entryText(
      '1',
      'x {{hall}} [^1] y[^2], z[^3][two](#2).\n\n[^1]: :only[a]{audience=internal}\n\n[^2]: [^1]\n\n[^3]: Of z.',
    );
    const marks = (name: string) => {
      const { answer = [], footnotes = [] } = first(edition(name, { 'basics/1-first.md': text })) ?? {};
      return [toText(answer), footnotes.map(({ identifier, index }) => [identifier, index])];
    };
    expect(marks('public')).toEqual(['x Hall 1 y, ztwo.', [['3', 1]]]);
    expect(marks('staff')[1]).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
    ]);
  });

  test('that leaves a clause out is named where a link leads to the clause', () => {
    const body = 'clauses: true\n';
    const text = entryText('1', '(a) See [](#1(b)).\n(b) :only[x {{hall}}]{audience=internal}', body);
    expect(() => edition('public', { 'basics/1-first.md': text })).toThrow('there is no clause (b) in 1');
  });

  test('changes nothing in the whole book', () => {
    expect(bare(saysOf(':::only{audience=internal}\na\n:::\n\nb :only[c]{product=pro}', undefined))).toEqual(
      bare(saysOf('a\n\nb c', undefined)),
    );
  });

  test.each([
    ['types.yaml', 'fields:\n  owner: { title: Owner, for: { audience: inernal } }\n', 2],
    ['basics/2-second.md', entryText('2', 'Two.', 'for: { audience: "!public !partners !internal" }\n'), 4],
    ['basics/2-second.md', entryText('2', 'Two.', 'index: [":only[x]{audience=internal}"]\n'), 4],
  ])('is told where it stands: %s, %j', async (path, text, line) => {
    const sources = filesOf(files({ [path]: text }));
    const { files: told } = loadHandbook(sources, { edition: 'public', tools: await schemaTools(sources) });
    const places = told.flatMap((file) =>
      file.messages.filter(({ ruleId }) => ruleId === 'condition-known').map((one) => [file.path, one.line]),
    );
    expect(places).toEqual([[path, line]]);
  });

  test('leaves no term without what it means, and values are filled into index terms', () => {
    const book = edition('public', {
      'glossary.yaml':
        'terms:\n  - { term: a, definition: ":only[x]{audience=internal}" }\n  - { term: b, definition: y }\n',
      'basics/2-second.md': entryText('2', 'Two.', 'index: ["{{hall}} > door"]\nsearch: ["old {{hall}}"]\n'),
    });
    expect(book.glossary.map(({ id }) => id)).toEqual(['b']);
    expect(book.chapters[0]?.entries[1]).toMatchObject({
      index: [['Hall 1', 'door']],
      search: ['old Hall 1'],
    });
  });

  test('of a question counts as well', () => {
    const more = {
      'basics/2-second.md':
        '---\nnumber: 2\nquestion: "Why:only[ really]{audience=internal}?"\n---\n\nTwo.\n',
    };
    const question = (name: string) => toText(edition(name, more).chapters[0]?.entries[1]?.question ?? []);
    expect([question('public'), question('staff')]).toEqual(['Why?', 'Why really?']);
  });
});

describe('an edition', () => {
  test('is a book of its own, with the numbers of the whole', () => {
    const book = edition('public');
    expect(book).toMatchObject({
      title: 'For everybody',
      iri: 'https://example.org/small/',
      contributors: [{ name: 'Bea' }],
    });
    expect(edition('staff').iri).toBe('https://example.org/small/staff/');
    expect(toText(first(book)?.answer ?? [])).toContain('In Hall 1');
    expect(toText(first(edition('staff'))?.answer ?? [])).toContain('In Hall 2');
    expect(book.chapters.map(({ id, entries }) => [id, entries.map(({ number }) => number)])).toEqual([
      ['basics', ['1', '2']],
    ]);
  });

  test('says nothing of what it leaves out but its number and where it is', () => {
    const book = edition('public');
    expect(toText(first(book)?.answer ?? [])).toBe(
      'In Hall 1. See 3 (in the internal edition), the key (3, in the internal edition), the rest.',
    );
    const [, second] = book.chapters[0]?.entries ?? [];
    expect(second?.related).toEqual(['1']);
    expect(book.topics.map(({ id }) => id)).toEqual(['keys']);
    expect(book.glossary.map(({ id, entries }) => [id, entries])).toEqual([['key', ['2']]]);
    expect(book.redirects).toEqual([]);
    const text = JSON.stringify(book);
    for (const secret of [
      'Below the mat',
      'Why 3?',
      'Secrets',
      'Safes',
      'What lies',
      'Ada',
      'Hall 2',
      'third',
    ])
      expect(text).not.toContain(secret);
  });

  test('has none of the fields and types of types.yaml that are for others, nor what only those name', async () => {
    const more = {
      'types.yaml': `fields:
  owner: { title: Owner, index: true, for: { audience: internal } }
  seen: { title: Seen, schema: { type: array, items: { type: string, format: entry } }, index: true }
  wait: { title: Wait, schema: { type: array, items: { type: string, format: markdown } }, index: true }
  risk: { title: Risk, schema: { type: string, format: taxonomy/risks } }
types:
  runbook: { title: Runbook, fields: [risk], required: [risk] }
`,
      'taxonomies/risks.yaml': 'title: Risks\nconcepts:\n  - { id: fire, title: Fire }\n',
      'basics/1-first.md': entryText(
        '1',
        '{{hall}}.',
        'owner: Ada\nseen: [2, 3]\nwait: ["a:only[ b]{audience=internal}", "[](#3)"]\n',
      ),
      'secrets/3-third.md': entryText('3', 'Below the mat.', 'type: runbook\nrisk: fire\ntopics: [safes]\n'),
    };
    const sources = filesOf(files(more));
    const tools = await schemaTools(sources);
    const { handbook: book, files: told } = loadHandbook(sources, { edition: 'public', tools });
    const errors = told.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal === true).map(String));
    expect(errors).toEqual([]);
    expect(book?.types?.fields.map(({ name }) => name)).toEqual(['seen', 'wait']);
    expect(book?.types?.types.map(({ name, fields }) => [name, fields])).toEqual([
      ['question', ['seen', 'wait']],
    ]);
    expect(book?.types?.taxonomies).toEqual([]);
    expect(book && first(book)).toMatchObject({
      fields: [
        { name: 'seen', value: ['2'] },
        { name: 'wait', value: ['a', '3 (in the internal edition)'] },
      ],
      index: [['2'], ['a'], ['3 (in the internal edition)']],
    });
  });

  test('cuts the introductions of chapters as it does pages', () => {
    const secret = {
      'secrets/3-third.md': entryText('3', 'Below the mat.', 'for: { product: pro }\ntopics: [safes]\n'),
      'basics/1-first.md': entryText('1', '{{hall}}.'),
    };
    const intro = (text: string) => ({ ...secret, 'basics/index.md': text });
    const said = (text: string, name: string | undefined = 'public') =>
      edition(name, intro(text)).chapters[0]?.intro;
    expect(toText(said('See [the key](#3).')?.body ?? [])).toBe('See the key.');
    expect(toText(said(':only[Secret. ]{audience=internal}Open.')?.body ?? [])).toBe('Open.');
    expect(() => said('See [](#3).')).toThrow('the link to 3 has no words of its own');
    const chapters = edition('public', { 'secrets/index.md': 'The safe is behind the mat.' }).chapters;
    expect(chapters.map(({ id }) => id)).toEqual(['basics']);
    const kept = edition('public', {
      'handbook.yaml': BOOK.replace(', for: { audience: internal } }\ncontributors', ' }\ncontributors'),
      'secrets/index.md': 'Ask at the desk.',
      'secrets/3-third.md': entryText(
        '3',
        'Below the mat.',
        'for: { audience: internal }\ntopics: [safes]\n',
      ),
    }).chapters;
    expect(kept.map(({ id, intro: page }) => [id, toText(page?.body ?? [])])).toEqual([
      ['basics', ''],
      ['secrets', 'Ask at the desk.'],
    ]);
  });

  test('keeps the pictures of an introduction', () => {
    const { images } = edition('public', {
      'basics/index.md': '![A mat](../assets/a.svg)',
      'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
    });
    expect(images.map(({ path }) => path)).toEqual(['assets/a.svg']);
  });

  test('says nothing at all of what a secret axis leaves out', () => {
    const secret = (body: string) => ({
      'secrets/3-third.md': entryText('3', 'Below the mat.', 'for: { product: pro }\ntopics: [safes]\n'),
      'basics/1-first.md': entryText('1', body),
    });
    expect(toText(first(edition('public', secret('See [the key](#3), {{hall}}.')))?.answer ?? [])).toBe(
      'See the key, Hall 1.',
    );
    expect(() => edition('public', secret('See [](#3), {{hall}}.'))).toThrow(
      'the link to 3 has no words of its own',
    );
  });

  test('names the work and, at its address, the others, but none that keeps more of a secret axis', () => {
    const relations = (name: string, from = '', to = '') => {
      const { isVersionOf, hasVersion } = edition(name, { 'handbook.yaml': BOOK.replace(from, to) });
      return [isVersionOf, hasVersion];
    };
    const work = 'https://example.org/small/';
    expect(relations('public')).toEqual([undefined, undefined]);
    expect(relations('staff')).toEqual([work, undefined]);
    const open = ['{ values: [basic, pro], secret: true }', '[basic, pro]'] as const;
    expect(relations('public', ...open)).toEqual([undefined, [`${work}staff/`]]);
    expect(relations('staff', ...open)).toEqual([work, undefined]);
    // Only what has all of the secret axis knows of a work at whose address no edition is.
    expect(relations('public', ', iri: ./', '')).toEqual([undefined, undefined]);
    expect(relations('staff', ', iri: ./', '')).toEqual([work, undefined]);
    expect(relations('public', ', iri: ./', ', iri: "https://public.example/"')).toEqual([
      undefined,
      undefined,
    ]);
    expect(edition(undefined)).not.toHaveProperty('isVersionOf');
  });

  test.each([
    ['publik', {}, 'there is no edition "publik"; did you mean "public"?'],
    [
      'public',
      { 'basics/2-second.md': entryText('2', ':::only{audience=internal}\nTwo.\n:::') },
      '2 has no answer in the edition "public"',
    ],
    [
      'public',
      Object.fromEntries(
        Object.entries(ENTRIES).map(([path, text]) => [
          path,
          text.replace('question:', 'for: { audience: internal }\nquestion:'),
        ]),
      ),
      'the edition "public" has no entry',
    ],
  ])('%s is refused where nothing is left: %#', (name, more, reason) => {
    expect(() => edition(name, more)).toThrow(reason);
  });

  test('has fingerprints of what it shows: two that show the same have the same', () => {
    const [inPublic, inStaff] = ['public', 'staff'].map((name) => edition(name).chapters[0]?.entries ?? []);
    expect(inPublic?.[0]?.fingerprint).not.toBe(inStaff?.[0]?.fingerprint);
    const same = { 'basics/2-second.md': entryText('2', 'Two, :only[and]{audience=internal}') };
    expect(edition('staff', same).chapters[0]?.entries[1]?.fingerprint).toBe(
      edition(undefined, same).chapters[0]?.entries[1]?.fingerprint,
    );
  });

  test('is what a first load gives, whatever editions were loaded before, and shares the entries that are alike', () => {
    const bodies = fc.constantFrom(
      'One, {{hall}}.',
      ':::only{audience=public}\na {{hall}}\n:::\n\nb [](#3)',
      'c {{hall}} :only[d]{product=pro}',
      '[x](#3)',
    );
    const step = fc.record({ name: fc.constantFrom('public', 'staff', undefined), one: bodies, two: bodies });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
        const kept = new Map<string, Uint8Array>();
        const cache: SourceCache = {
          get: (key) => kept.get(key),
          put: (key, bytes) => void kept.set(key, bytes),
        };
        const memory = createMemory();
        for (const { name, one, two } of steps) {
          const now = () =>
            filesOf(
              files({ 'basics/1-first.md': entryText('1', one), 'basics/2-second.md': entryText('2', two) }),
            );
          const told = (result: ReturnType<typeof loadHandbook>) => [
            result.handbook,
            result.files.map((file) => file.messages.map((message) => [file.path, String(message)])),
          ];
          const fresh = told(loadHandbook(now(), { edition: name }));
          expect(told(loadHandbook(now(), { edition: name, cache }))).toEqual(fresh);
          expect(told(loadHandbook(now(), { edition: name, cache, memory }))).toEqual(fresh);
        }
      }),
      { seed: 21, numRuns: 8 },
    );
    const made: string[] = [];
    const kept = new Map<string, Uint8Array>();
    const cache: SourceCache = {
      get: (key) => kept.get(key),
      put: (key, bytes) => {
        if (key.startsWith('entry/'))
          made.push(/"number":"(\d+)"/.exec(new TextDecoder().decode(bytes))?.[1] ?? '');
        kept.set(key, bytes);
      },
    };
    for (const name of ['public', 'staff', 'public', 'staff'])
      loadHandbook(filesOf(files()), { edition: name, cache });
    expect(made.sort()).toEqual(['1', '1', '2', '3']);
  });
});
