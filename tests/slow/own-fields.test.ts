import { type FieldValue, type Handbook, type JsonValue, loadHandbook, schemaTools } from '@octavo/core';
import { verify } from '@octavo/verify';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { compileTree, type Tree, treeOf } from '../contract/compile-tree.ts';
import { FIELD_BOOKS } from '../contract/field-books.ts';

const FORMATS = ['html', 'pdf', 'epub', 'jsonld'] as const;
const BOOK = FIELD_BOOKS.rules;

async function differences({ files, handbook }: Tree) {
  return (await verify({ files, handbook, formats: FORMATS })).differences;
}

test.each(Object.values(FIELD_BOOKS))(
  '%s: own types and fields are read back as they were written',
  async (book) => {
    const tree = await treeOf(book);
    expect((await differences(tree)).map(({ message }) => message)).toEqual([]);
  },
  240_000,
);

/** The rulebook with another value in a field of an entry, as what the formats must say. */
async function changed(number: string, name: string, value: JsonValue): Promise<Tree> {
  const { files, handbook } = await treeOf(BOOK);
  const field = (one: FieldValue): FieldValue => (one.name === name ? { ...one, value } : one);
  const chapters = handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) =>
      entry.number === number ? { ...entry, fields: (entry.fields ?? []).map(field) } : entry,
    ),
  }));
  return { files, handbook: { ...handbook, chapters } satisfies Handbook };
}

describe('a field that a format shows otherwise is found in every format', () => {
  test.each<readonly [number: string, name: string, value: JsonValue, notIn: readonly string[]]>([
    ['101', 'jurisdiction', ['N', 'E'], []],
    ['101', 'weight', 3, []],
    ['101', 'inForce', '2024-04-02', []],
    ['101', 'penalty', { amount: 1250.5, currency: 'NOK', daily: true }, []],
    ['101', 'consulted', ["The Pilots' Guild", 'Fishers of the South'], []],
    ['101', 'officer', 'Tarek Odeh', []],
    ['101', 'basis', 'https://law.example/harbours/act-9#s5', []],
    ['101', 'hazards', ['fire'], []],
    ['102', 'explains', ['103'], []],
    ['102', 'contact', 'others@harbour.example', []],
    ['101', 'fileNumber', 'HB-0918', ['html', 'pdf', 'epub']],
  ])(
    '%s %s',
    async (number, name, value, notIn) => {
      const found = await differences(await changed(number, name, value));
      const formats = new Set(found.filter(({ entry }) => entry === number).map(({ format }) => format));
      expect([...FORMATS].filter((format) => !formats.has(format))).toEqual(notIn);
    },
    240_000,
  );
});

describe('the website groups entries by the fields that say so, and finds them by those', () => {
  const text = async (path: string) => {
    const { files } = await treeOf(BOOK);
    return new TextDecoder().decode(files.get(path));
  };

  test('on the contents page, without a script', async () => {
    const groups = [...(await text('index.html')).matchAll(/<details class="group">.*?<\/details>/gs)];
    const plain = groups.map(([html]) =>
      html
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(plain.map((words) => words.split(/ (?=\d{3} )/)[0])).toEqual([
      'Coast Eastern coast 4',
      'Weight Grave 1',
      'Hazards Burning fuel 1',
    ]);
    expect(plain[1]).toBe(
      'Weight Grave 1 201 How is petrol carried on board? Minor 1 103 May old anchor chains be used as moorings? Deprecated Serious 1 101 How far apart do swing moorings lie?',
    );
  });

  test('a field that parts nothing makes no group', async () => {
    expect(await text('topics/safety/index.html')).toContain('class="group"');
    expect(await text('topics/safety/index.html')).not.toContain('<summary>Weight');
  });

  test('in the search, and in the index', async () => {
    expect(await text('static/search/moorings.js')).toMatch(/"terms":"[^"]*Northern coast; Western coast/);
    expect(await text('static/search/moorings.js')).not.toMatch(/"terms":"[^"]*Serious/);
    expect(await text('terms/index.html')).toContain('swing mooring');
  });

  test('a group that lacks an entry is found', async () => {
    const { files, handbook } = await treeOf(BOOK);
    const page = (await text('index.html')).replace(/(<summary>Weight.*?)<ol.*?<\/ol>/s, '$1');
    const found = await differences({
      handbook,
      files: new Map([...files, ['index.html', Buffer.from(page)]]),
    });
    expect(found.map(({ message }) => String(message))).toEqual([
      expect.stringContaining('the entries by a field'),
    ]);
  }, 240_000);
});

/** Values that are code, markup or marks of direction elsewhere. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('x')",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what must stay as it is.
  '{{constructor}} ${x} {first} {entry}',
  '--><!-- ]]> <![CDATA[ &amp; &#x3c;b&#x3e;',
  '[x](javascript:alert) *a* _b_ `c` # d | e ![](y) <b>',
  '1. \\ ::: {#id} [^1] $x$ ~~z~~',
  'abc \u202eevil\u2066 \u200f def',
  'שלום, abc 12',
  '  two  spaces  ',
  '- item',
  '__proto__',
];

test('hostile values are text in every format', async () => {
  const quoted = HOSTILE.map((value) => `  - ${JSON.stringify(value)}\n`).join('');
  const sources = {
    'handbook.yaml': `schemaVersion: 1
id: hostile
title: A small book
language: en
iri: https://example.org/hostile/
edition: { version: "1", date: "2026-11-01" }
lists:
  - { id: all, title: "List </title><script>alert(3)</script> {x} & *a*", type: question }
  - { id: by-concept, title: "By ]]> <i> --><!--", by: concept }
  - { id: by-badge, title: By badge, by: badge }
chapters: [{ id: basics, title: Basics }]
`,
    'taxonomies/concepts.yaml': JSON.stringify({
      title: 'Concepts <script>alert(4)</script>',
      description: '"><img src=x onerror=alert(1)>',
      concepts: [
        { id: 'bad', title: '</a><script>alert(5)</script> {x}', description: '--> ]]> \\ "' },
        { id: 'wider', title: '"\'\\ @en . <x> <y> <z>', broader: 'bad' },
      ],
    }),
    'types.yaml': `fields:
  badge: { title: "Badge <b>", shown: badge, filter: true, schema: { type: array, items: { type: string } } }
  fact: { title: "Fact {x} & <i>", schema: { type: array, items: { type: string } } }
  after: { title: "After & *all*", shown: after, search: true, index: true, schema: { type: array, items: { type: string } } }
  data: { title: Data, shown: data, schema: { type: array, items: { type: string } } }
  titled: { title: Titled, schema: { oneOf: [{ const: A, title: "<script>alert(2)</script>" }] } }
  concept: { title: Concept, filter: true, schema: { type: array, items: { type: string, format: taxonomy/concepts } } }
  line: { title: Line, search: true, filter: true, schema: { type: string, format: markdown } }
  pair: { title: Pair, schema: { type: array, prefixItems: [{ type: string, format: markdown }, { type: string, format: entry }, { type: integer }] } }
  open: { title: Open, schema: { type: object, properties: { a: { title: "<a href=x>" } } } }
types:
  question: { title: "Type <script>" , fields: [badge, fact, after, data, titled, open, concept, line, pair] }
`,
    'basics/1-first.md': `---
number: 1
question: Why?
badge:
${quoted}fact:
${quoted}after:
${quoted}data:
${quoted}titled: A
concept: [bad, wider]
line: '&lt;script>alert(6)&lt;/script> *a* \`</script>\` {x}'
pair: ["*so* &lt;b>", "2", 3]
open: { a: "<u>", "<script>": "</script>", "constructor": "{x}" }
---

So.
`,
    'basics/2-second.md': '---\nnumber: 2\nquestion: How?\nconcept: [wider]\nline: so\n---\n\nSo.\n',
  };
  const files = Object.entries(sources).map(
    ([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }),
  );
  const { handbook } = loadHandbook(files, { tools: await schemaTools(files) });
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  const tree = await compileTree({ handbook, assets: new Map() });
  expect((await differences(tree)).map(({ message }) => message)).toEqual([]);
  const pages = [...tree.files].filter(([path]) => path.endsWith('.html'));
  expect(pages.map(([path]) => path)).toContain('lists/by-concept/index.html');
  // Within an attribute, markup is text.
  const active = /<(?:script>alert|img src=x|u>)/;
  const faulty = pages.filter(([, bytes]) => {
    const html = new TextDecoder().decode(bytes);
    return html.includes('href="javascript:') || active.test(html.replace(/="[^"]*"/g, ''));
  });
  expect(faulty.map(([path, bytes]) => [path, active.exec(new TextDecoder().decode(bytes))])).toEqual([]);
}, 240_000);
