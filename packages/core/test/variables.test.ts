import { createMemory, type Handbook, loadHandbook, type SourceCache, toText } from '@octavo/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, entryText, filesOf, load } from './sample.ts';

const book = (variables: string, more = '') => `schemaVersion: 1
id: small
title: The {{product}} book
language: en
iri: https://example.org/small/
edition: { version: "1.2", date: "2026-11-01" }
chapters:
  - { id: basics, title: "Basics of {{product}}" }
variables:
${variables.replace(/^/gm, '  ')}
${more}`;

const VALUES = `product: Kiln
name: { en: "**Kiln** two", de: Ofen }
price: 1200.5
year: 2027
since: 2027-03-01
site: https://kiln.example
nested: "{{product}} since {{date since format=short}}"
list: "[the list](#2)"`;

function loaded(body: string, variables = VALUES): Handbook {
  const files = {
    'handbook.yaml': book(variables, 'rules: { variable-used: off }'),
    'basics/1-first.md': entryText('1', body),
    'basics/2-second.md': entryText('2', 'Two.'),
  };
  const { handbook, messages } = load(files);
  if (!handbook) throw new Error(messages.map(String).join('\n'));
  return handbook;
}

const answer = (body: string) => loaded(body).chapters[0]?.entries[0]?.answer ?? [];
const words = (body: string) => toText(answer(body));

const chain = (length: number, value: (next: string) => string) =>
  [...Array.from({ length }, (_, at) => `v${at}: "${value(`{{v${at + 1}}}`)}"`), `v${length}: x`].join('\n');
const doubled = (length: number) => chain(length, (next) => next + next);
const nested = (length: number) => chain(length, (next) => `*${next}*`);

describe('a variable', () => {
  test.each([
    ['{{product}}', 'Kiln'],
    ['{{ product }}s', 'Kilns'],
    ['**{{product}}**', 'Kiln'],
    ['{{name}}', 'Kiln two'],
    ['{{price}}, {{number price}}, {{number price digits=2}}', '1200.5, 1,200.5, 1,200.50'],
    ['{{year}}', '2027'],
    ['{{since}}', 'March 1, 2027'],
    ['{{date since format=iso}}', '2027-03-01'],
    ['{{nested}}', 'Kiln since 3/1/27'],
    ['{{edition.version}} of {{edition.date}}: {{book.title}}', '1.2 of November 1, 2026: The Kiln book'],
    ['\\{{product}} `{{product}}` {{product\\}}', '{{product}} {{product}} {{product}}'],
    ['a {{product\n}} b', 'a {{product }} b'],
    ['https://example.org/{{product}}', 'https://example.org/Kiln'],
    ['<kbd>{{product}}</kbd>', 'Kiln'],
  ])('%s reads %s', (body, expected) => {
    expect(words(body)).toBe(expected);
  });

  test('is filled into addresses and titles, and a value with Markdown is nodes of the answer', () => {
    const body = '[The shop]({{site}}/{{price}} "By {{since}}"), {{list}}, [x](\\{{site}})';
    expect(() => answer(body)).toThrow('"{{site}}" is neither an entry nor a web address');
    expect(bare(answer('[The shop]({{site}}/{{price}} "By {{since}}"), {{list}}'))).toMatchObject([
      {
        children: [
          { type: 'link', url: 'https://kiln.example/1200.5', title: 'By March 1, 2027' },
          { type: 'text' },
          { type: 'crossReference', number: '2', children: [{ value: 'the list' }] },
        ],
      },
    ]);
  });

  test('is text in an address, label or title alone where a backslash stands before it', () => {
    const svg = (body: string) => bare(answer(body));
    expect(svg('[\\{{product}} x](https://example.org/{{product}} "By {{product}}")')).toMatchObject([
      {
        children: [
          {
            url: 'https://example.org/Kiln',
            title: 'By Kiln',
            children: [{ value: '{{product}} x' }],
          },
        ],
      },
    ]);
    expect(svg('[x](https://example.org/{{product}} "\\{{product}} {{product}}")')).toMatchObject([
      { children: [{ url: 'https://example.org/Kiln', title: '{{product}} Kiln' }] },
    ]);
  });

  test('that only an edition uses is used', () => {
    const { messages } = load({
      'handbook.yaml': book(
        'product: Kiln\nlong: Kiln Two\nlonger: "{{long}}"\nunused: 1',
        'conditions: { a: [b] }\neditions: { c: { for: { a: b }, title: "{{ longer }}" } }',
      ),
      'basics/1-first.md': entryText('1', 'One.'),
    });
    expect(messages.filter(({ ruleId }) => ruleId === 'variable-used').map(({ reason }) => reason)).toEqual([
      'nothing uses the variable "unused"',
    ]);
  });

  test('is left alone in code, unless the fence says vars', () => {
    const code = (meta: string) => answer(`\`\`\`sh${meta}\nrun {{product}} \\{{product}}\n\`\`\``);
    expect(code('')).toMatchObject([{ value: 'run {{product}} \\{{product}}' }]);
    expect(code(' vars')).toMatchObject([{ value: 'run Kiln {{product}}' }]);
  });

  test('is filled into titles, terms and pages', () => {
    const { handbook } = load({
      'handbook.yaml': book('product: Kiln', 'front: [about]'),
      'front/about.md': '---\ntitle: About {{product}}\n---\n\nOn {{product}}.\n',
      'glossary.yaml':
        'terms:\n  - { term: "{{product}} room", definition: "Where {{product}} is.", also: ["{{product}} hall"] }\n',
      'topics.yaml': 'topics:\n  - { id: a, title: "{{product}} at work" }\n',
      'basics/1-first.md': entryText('1', 'One.').replace('Why 1?', 'Why {{product}}?'),
    });
    expect(handbook).toMatchObject({
      title: 'The Kiln book',
      front: [{ title: 'About Kiln' }],
      glossary: [{ id: 'kiln-room', term: 'Kiln room', also: ['Kiln hall'] }],
      topics: [{ title: 'Kiln at work' }],
      chapters: [{ title: 'Basics of Kiln', entries: [{ question: [{ value: 'Why Kiln?' }] }] }],
    });
  });

  test('whatever its value holds stays inside the paragraph that uses it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (value) => {
        const { handbook } = load({
          'handbook.yaml': book(`product: ${JSON.stringify(`a${value}`)}`),
          'basics/1-first.md': entryText('1', '- {{product}}\n\n| {{product}} | b |\n| - | - |\n| c | d |'),
        });
        // A value that the book refuses has its message.
        const blocks = handbook?.chapters[0]?.entries[0]?.answer ?? [];
        const types = blocks.map(({ type }) => type);
        expect(['', 'list,table']).toContain(types.join());
        for (const block of blocks)
          if (block.type === 'table')
            expect(block.children.map((row) => row.children.length)).toEqual([2, 2]);
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});

describe('a changed variable', () => {
  const entries = {
    'basics/1-first.md': entryText('1', 'By {{product}} for {{price}}.'),
    'basics/2-second.md': entryText('2', 'In {{year}}, {{nested}}.'),
    'basics/3-third.md': entryText('3', 'Nothing.').replace('Why 3?', 'Why {{year}}?'),
    'basics/4-fourth.md': entryText('4', 'Nothing, ![a {{price}}](../assets/{{file}}.svg).'),
    'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
  };
  const values = (price: string, year: string) =>
    `product: Kiln\nprice: ${price}\nyear: ${year}\nfile: a\nnested: "{{price}}"`;

  test.each([
    ['a price', values('2', '2027'), ['1', '2', '4']],
    ['a year', values('1', '2028'), ['2', '3']],
    ['nothing', values('1', '2027'), []],
  ])('%s makes again exactly the entries that use it', (_, after, expected) => {
    const kept = new Map<string, Uint8Array>();
    const made: string[] = [];
    const cache: SourceCache = {
      get: (key) => kept.get(key),
      put: (key, bytes) => {
        if (key.startsWith('entry/'))
          made.push(/"number":"(\d+)"/.exec(new TextDecoder().decode(bytes))?.[1] ?? '');
        kept.set(key, bytes);
      },
    };
    loadHandbook(filesOf({ 'handbook.yaml': book(values('1', '2027')), ...entries }), { cache });
    expect(made.splice(0).sort()).toEqual(['1', '2', '3', '4']);
    loadHandbook(filesOf({ 'handbook.yaml': book(after), ...entries }), { cache });
    expect(made.sort()).toEqual(expected);
  });

  test.each([
    ['a: "{{b}}"\nb: "{{a}}"', '{{a}}', 'variable-circular'],
    [doubled(30), '{{v0}}', 'variable-circular'],
    [nested(25), '{{v0}}', 'variable-circular'],
    ['a: ""', '{{a}}', 'schema-valid'],
    ['a: "![x](assets/none.png)"', '{{a}}', 'image-inside-handbook'],
    ['a: "x\\u202E"', '{{a}}', 'text-is-normalised'],
    ['a: "<script>x</script>"', '{{a}}', 'no-raw-html'],
    ['a: "[x](javascript:x)"', '{{a}}', 'link-scheme-allowed'],
    ['a: "[^1]"', '{{a}}\n\n[^1]: n', 'footnote-resolves'],
  ])('with the values %j is told where the value is', (values, body, ruleId) => {
    const { messages } = load({
      'handbook.yaml': book(`product: Kiln\n${values}`),
      'basics/1-first.md': entryText('1', body),
    });
    const found = messages.find((message) => message.ruleId === ruleId);
    expect([found?.file, (found?.line ?? 0) > 9]).toEqual(['handbook.yaml', true]);
    expect(messages.filter((message) => message.ruleId === ruleId).length).toBeLessThan(5);
  });

  test('that leaves nothing of a title is told there', () => {
    const conditions =
      'conditions: { audience: [all, staff] }\neditions: { all: { for: { audience: all } } }\n';
    const files = {
      'handbook.yaml': book('product: ":only[Kiln]{audience=staff}"', conditions).replace(
        'The {{product}} book',
        '"{{product}}"',
      ),
      'basics/1-first.md': entryText(
        '1',
        '- {{product}}\n- b\n\n## {{product}}\n\n[{{product}}](#1) **{{product}}** c',
      ),
    };
    const inAll = load(files, { edition: 'all' });
    expect(inAll.messages.map(({ reason }) => reason)).toContain('its values leave nothing of this text');
    const { handbook } = load(
      { ...files, 'handbook.yaml': files['handbook.yaml'].replace('title: "{{product}}"', 'title: Kiln') },
      { edition: 'all' },
    );
    expect(bare(handbook?.chapters[0]?.entries[0]?.answer)).toMatchObject([
      { type: 'list', children: [{ children: [{ children: [{ value: 'b' }] }] }] },
      { type: 'paragraph', children: [{ type: 'text', value: 'c' }] },
    ]);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: a tag of another program
  test.each(['${product}', '$(product)', '{product}', '%product%', '@product@', '{{> product}}'])(
    '%s is said to be of another program',
    (tag) => {
      const told = (text: string) =>
        load({
          'handbook.yaml': book(VALUES, 'rules: { variable-used: off }'),
          'basics/1-first.md': entryText('1', text),
        }).messages.filter(({ ruleId }) => ruleId === 'directive-known').length;
      expect([told(`a ${tag} b`), told(`a ${tag.replace('product', 'path')} b`)]).toEqual([
        1,
        tag.startsWith('{{') ? 1 : 0,
      ]);
    },
  );

  test('gives the book that a first load gives, whatever was changed before', () => {
    const edit = fc.record({
      price: fc.constantFrom('1', '2', '"{{year}}"', '"*3*"', '"[x](#1)"', '"{{price}}"'),
      year: fc.constantFrom('2027', '2028', '"{{price}}"'),
      second: fc.constantFrom('{{year}}', '{{yaer}}', '{{number price}}', 'no'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 6 }), (edits) => {
        const kept = new Map<string, Uint8Array>();
        const cache: SourceCache = {
          get: (key) => kept.get(key),
          put: (key, bytes) => void kept.set(key, bytes),
        };
        const memory = createMemory();
        for (const { price, year, second } of edits) {
          const files = () =>
            filesOf({
              'handbook.yaml': book(values(price, year)),
              ...entries,
              'basics/2-second.md': entryText('2', second),
            });
          const told = (result: ReturnType<typeof loadHandbook>) => [
            result.handbook,
            result.files.map((file) =>
              file.messages.map((message) => [file.path, String(message), message.note]),
            ),
          ];
          const fresh = told(loadHandbook(files()));
          expect(told(loadHandbook(files(), { cache }))).toEqual(fresh);
          expect(told(loadHandbook(files(), { cache, memory }))).toEqual(fresh);
        }
      }),
      { seed: 21, numRuns: 8 },
    );
  });
});

test('a changed value remakes exactly the entries that show it, also by way of another value', () => {
  const kept = new Map<string, Uint8Array>();
  let made: string[] = [];
  const cache: SourceCache = {
    get: (key) => kept.get(key),
    put: (key, bytes) => {
      if (key.startsWith('entry/'))
        made.push(/"number":"(\d+)"/.exec(new TextDecoder().decode(bytes))?.[1] ?? '');
      kept.set(key, bytes);
    },
  };
  const remade = (values: string) => {
    made = [];
    const front = (number: string, question: string, body: string) =>
      `---\nnumber: ${number}\nquestion: "${question}"\n---\n\n${body}\n`;
    loadHandbook(
      filesOf({
        'handbook.yaml': book(values),
        'basics/1-first.md': front('1', 'Why?', 'One, {{product}}.'),
        'basics/2-second.md': front('2', 'Why?', 'Two, {{nested}}.'),
        'basics/3-third.md': front('3', 'Why {{product}}?', 'Three.'),
        'basics/4-fourth.md': front('4', 'Why?', 'Four, {{price}}.'),
        'basics/5-fifth.md': front('5', 'Why?', 'Five, [](#1) \\{{product}} `{{product}}`.'),
        'basics/6-sixth.md': front('6', 'Why?', 'Six.\n\n```sh vars\n{{product}}\n```'),
      }),
      { cache },
    );
    return made.sort().join(' ');
  };
  const values = (product: string) => `product: ${product}\nnested: "the {{product}}"\nprice: 2`;
  expect(remade(values('Kiln'))).toBe('1 2 3 4 5 6');
  expect(remade(values('Kiln'))).toBe('');
  expect(remade(values('Oven'))).toBe('1 2 3 6');
});
