import { createMemory, type Loaded, loadHandbook } from '@octavo/core';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { entryText } from './sample.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
const INVENTORY = `{"schemaVersion":1,"id":"guide","iri":"https://example.org/guide/","title":"Guide","language":"en",
"edition":{"version":"1","date":"2026-01-01"},"entries":[{"number":"1","id":"one","question":"One?","iri":"https://example.org/guide/entry/1"}]}`;
const BODIES = [
  'See [](#2), [three](#e3) and [four](4-e4.md).',
  'A picture: ![a line](../assets/line.svg) and a note[^1].\n\n[^1]: Noted in [](#1).',
  '<kbd>K</kbd> and $x^2$ and [the guide](guide:one).',
  '![a line](../assets/line.svg "A line")',
  'To [three](#3), and [back](#1).',
  'A draft that leads to [another](#5).',
];

const original: ReadonlyMap<string, string> = new Map([
  [
    'handbook.yaml',
    `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
front: [about]
chapters:
  - { id: basics, title: Basics }
inventories: { guide: {} }
`,
  ],
  ['topics.yaml', 'topics:\n  - { id: a, title: A }\n'],
  ['glossary.yaml', 'terms:\n  - { term: two, definition: "See [](#2).", entries: [2] }\n'],
  ['front/about.md', '---\ntitle: About\n---\n\nBegin with [](#1), ![a line](../assets/line.svg).\n'],
  ['assets/line.svg', SVG],
  ['inventory/guide.json', INVENTORY],
  ...BODIES.map((body, at): [string, string] => [
    `basics/${at + 1}-e${at + 1}.md`,
    entryText(String(at + 1), body, at === 5 ? 'status: draft\n' : 'topics: [a]\n'),
  ]),
]);
const entries = [...original.keys()].filter((path) => /\/\d[^/]*\.md$/.test(path));
const all = [...original.keys()];

/** What a person does to a handbook between two saves; bytes as latin1 text. */
type Edit = (files: Map<string, string>) => void;

const change =
  (path: string, edit: (text: string) => string): Edit =>
  (files) => {
    const text = files.get(path);
    if (text !== undefined) files.set(path, edit(text));
  };
const edits = fc.oneof(
  fc.constantFrom(...entries).map((path) => change(path, (text) => `${text}\nOne more line.\n`)),
  fc
    .constantFrom(...entries)
    .map((path) => change(path, (text) => `${text}\n[to it](#${path.length}) ![x](../assets/no.png)\n`)),
  fc
    .constantFrom(...entries)
    .map((path) => change(path, (text) => text.replace(/^question: .*$/m, 'question: What else?'))),
  fc
    .constantFrom(...entries)
    .map((path) => change(path, (text) => text.replace(/^number: (.*)$/m, 'number: 9$1'))),
  fc.constantFrom(...all).map(
    (path): Edit =>
      (files) =>
        files.delete(path),
  ),
  fc.constantFrom(...all).map(
    (path): Edit =>
      (files) => {
        const text = original.get(path);
        if (text !== undefined) files.set(path, text);
      },
  ),
  fc.constantFrom(...entries).map(
    (path): Edit =>
      (files) => {
        const text = files.get(path);
        files.delete(path);
        if (text !== undefined) files.set(path.replace(/^[^/]+/, 'moved'), text);
      },
  ),
  fc.constantFrom(...all).map((path) => change(path, (text) => `\u0000${text}`)),
  fc.constant(change('assets/line.svg', (text) => text.replace('M0 0h9', 'M0 0h8'))),
  fc.constant(change('assets/line.svg', (text) => text.slice(0, 20))),
  fc.constant(change('inventory/guide.json', (text) => text.replace('One?', 'Which one?'))),
  fc.constant(change('handbook.yaml', (text) => `${text}\nrules: { question-asks: off }\n`)),
  fc.constant(change('handbook.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another'))),
  fc.constant(change('topics.yaml', (text) => text.replace(/^topics:/m, 'topcis:'))),
);

function told({ handbook, files }: Loaded): string {
  const messages = files.map((file) => [
    file.path,
    file.messages.map((message) => ({ ...message, text: String(message) })),
  ]);
  return JSON.stringify({ handbook, messages });
}

test('a load with memory is a load without, whatever was done in between', () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 12 }), (steps) => {
      const memory = createMemory();
      const now = new Map(original);
      let held = new Map<string, { text: string; file: VFile }>();
      for (const step of [() => {}, ...steps]) {
        step(now);
        const next = new Map<string, { text: string; file: VFile }>();
        for (const [path, text] of now) {
          const old = held.get(path);
          const file = (from: string) => new VFile({ path, value: Buffer.from(from, 'latin1') });
          next.set(path, old?.text === text ? old : { text, file: file(text) });
        }
        held = next;
        if (!now.has('handbook.yaml')) continue;
        const fresh = [...now].map(([path, text]) => new VFile({ path, value: Buffer.from(text, 'latin1') }));
        const incremental = loadHandbook(
          [...held.values()].map(({ file }) => file),
          { memory },
        );
        expect(told(incremental)).toBe(told(loadHandbook(fresh)));
      }
    }),
    { seed: 618, numRuns: 12 },
  );
});

test('an entry of which nothing has changed is the same object', () => {
  const memory = createMemory();
  const files = [...original].map(([path, text]) => new VFile({ path, value: Buffer.from(text, 'latin1') }));
  const at = files.findIndex(({ path }) => path === entries[0]);
  const before = loadHandbook(files, { memory }).handbook;
  const text = original.get(entries[0] ?? '') ?? '';
  files[at] = new VFile({ path: entries[0] ?? '', value: Buffer.from(`${text}\nMore.\n`, 'latin1') });
  const after = loadHandbook(files, { memory }).handbook;
  const list = (from: typeof before) => from?.chapters.flatMap((chapter) => chapter.entries) ?? [];
  const changed = list(after).filter((entry) => !list(before).includes(entry));
  expect(changed.map((entry) => entry.source.path)).toEqual([entries[0]]);
});
