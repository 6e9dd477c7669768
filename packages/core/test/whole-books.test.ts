import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  childrenOf,
  type Entry,
  footnoteReferences,
  type Handbook,
  type LoadOptions,
  loadHandbook,
  RULE_IDS,
  schemaTools,
  toText,
  walk,
} from '@octavo/core';
import { assemble, read, validate } from '@octavo/core/read';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { areBlocks, areFootnotes, arePhrasing, SHAPES } from './node-union.ts';

const ROOT = new URL('../../../', import.meta.url);

function filesIn(folder: string): VFile[] {
  const root = fileURLToPath(new URL(folder, ROOT));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.parentPath.includes('node_modules'))
    .map((item) => {
      const full = join(item.parentPath, item.name);
      return new VFile({
        path: relative(root, full).split(sep).join('/'),
        value: new Uint8Array(readFileSync(full)),
      });
    });
}

function loaded(folder: string, options?: LoadOptions): Handbook {
  const { handbook, files } = loadHandbook(filesIn(folder), options);
  expect(files.flatMap((file) => file.messages.map(String))).toEqual([]);
  if (!handbook) throw new Error(`${folder} does not load`);
  return handbook;
}

const entriesOf = (handbook: Handbook): readonly Entry[] =>
  handbook.chapters.flatMap((chapter) => chapter.entries);

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

const SINK = 'tests/fixtures/kitchen-sink/';
const SEED = 'content/coremodels-faq/';
const sink = loaded(SINK, { drafts: true });
const tools = await schemaTools(filesIn(SEED));
const seed = loaded(SEED, { tools });

describe('the kitchen sink', () => {
  const bodies = [
    ...entriesOf(sink).flatMap(({ question, answer, footnotes }) => [...question, ...answer, ...footnotes]),
    ...[...sink.front, ...sink.back].flatMap(({ body, footnotes }) => [...body, ...footnotes]),
    ...sink.glossary.flatMap((term) => term.definition),
  ];

  test('holds every node type of the union', () => {
    const types = new Set([...walk(bodies)].map((node) => node.type));
    expect(Object.keys(SHAPES).filter((type) => !types.has(type as keyof typeof SHAPES))).toEqual([]);
  });

  test('holds nothing but nodes of the union', () => {
    for (const entry of entriesOf(sink)) {
      expect(arePhrasing(entry.question), entry.number).toBe(true);
      expect(areBlocks(entry.answer), entry.number).toBe(true);
      expect(areFootnotes(entry.footnotes), entry.number).toBe(true);
    }
    for (const page of [...sink.front, ...sink.back]) expect(areBlocks(page.body), page.id).toBe(true);
    for (const term of sink.glossary) expect(arePhrasing(term.definition), term.id).toBe(true);
  });

  test('holds every status, every kind of admonition and of image', () => {
    expect(new Set(entriesOf(sink).map((entry) => entry.status))).toEqual(
      new Set(['draft', 'active', 'deprecated', 'withdrawn']),
    );
    expect(
      new Set([...walk(bodies)].flatMap((node) => (node.type === 'admonition' ? [node.kind] : []))),
    ).toEqual(new Set(['note', 'tip', 'warning']));
    expect(new Set(sink.images.map((image) => image.mediaType))).toEqual(
      new Set(['image/png', 'image/svg+xml', 'image/jpeg']),
    );
  });

  test('holds every field of an entry somewhere', () => {
    const fields = new Set(
      entriesOf(sink).flatMap((entry) =>
        Object.entries(entry)
          .filter(([, value]) => !Array.isArray(value) || value.length > 0)
          .map(([name]) => name),
      ),
    );
    for (const name of [
      'topics',
      'related',
      'index',
      'replacedBy',
      'revised',
      'reviewBy',
      'aliases',
      'origin',
      'change',
      'footnotes',
    ])
      expect(fields).toContain(name);
  });

  test('published, has no draft and no word, image or address of one', () => {
    const published = loaded(SINK);
    const drafts = entriesOf(sink).filter((entry) => entry.status === 'draft');
    expect(drafts.length).toBeGreaterThan(0);
    expect(entriesOf(published)).toEqual(entriesOf(sink).filter((entry) => entry.status !== 'draft'));
    for (const draft of drafts) {
      expect(published.redirects.map((redirect) => redirect.to)).not.toContain(draft.number);
      expect(published.glossary.flatMap((term) => term.entries)).not.toContain(draft.number);
    }
  });
});

describe.each([
  ['kitchen-sink', sink],
  ['coremodels-faq', seed],
])('%s', (_name, handbook) => {
  const nodes = entriesOf(handbook).flatMap(({ answer, footnotes }) => [...answer, ...footnotes]);

  test('is plain data: written as JSON and read again it is the same', () => {
    expect(JSON.parse(JSON.stringify(handbook))).toStrictEqual(handbook);
  });

  test('names no entry, topic, image or footnote that is not there', () => {
    const numbers = new Set(entriesOf(handbook).map((entry) => entry.number));
    const topics = new Set(handbook.topics.map((topic) => topic.id));
    const images = new Set(handbook.images.map((image) => image.path));
    for (const entry of entriesOf(handbook)) {
      for (const number of [...entry.related, ...(entry.replacedBy === undefined ? [] : [entry.replacedBy])])
        expect(numbers).toContain(number);
      for (const topic of entry.topics) expect(topics).toContain(topic);
      const notes = new Set(entry.footnotes.map((note) => note.identifier));
      for (const mark of footnoteReferences([...entry.answer, ...entry.footnotes]))
        expect(notes).toContain(mark.identifier);
    }
    for (const node of walk(nodes)) {
      if (node.type === 'crossReference') expect(numbers).toContain(node.number);
      if (node.type === 'image') expect(images).toContain(node.url);
    }
  });

  test('every node has its place in its file, and holds its children within it', () => {
    for (const node of walk(nodes)) {
      expect(node.position?.start.line, node.type).toBeGreaterThan(0);
      for (const child of childrenOf(node))
        expect(child.position?.start.line).toBeGreaterThanOrEqual(node.position?.start.line ?? 0);
    }
  });
});

describe('reading', () => {
  test('changes neither the bytes it is given nor, in the rules, the handbook', () => {
    const files = filesIn(SINK);
    const before = files.map((file) => [file.path, Buffer.from(file.value as Uint8Array).toString('base64')]);
    const assembled = assemble(read(files));
    if (!assembled) throw new Error('no handbook');
    freeze(assembled.handbook);
    validate(assembled);
    expect(
      files.map((file) => [file.path, Buffer.from(file.value as Uint8Array).toString('base64')]),
    ).toEqual(before);
  });

  test('gives the same handbook whatever the order of the files', () => {
    expect(loadHandbook(filesIn(SINK).reverse(), { drafts: true }).handbook).toStrictEqual(sink);
  });

  test('gives the same handbook with the line ends and byte order mark of another system', () => {
    const windows = filesIn(SEED).map((file) => {
      const text = Buffer.from(file.value as Uint8Array).toString();
      return new VFile({
        path: file.path,
        value: /\.(?:md|yaml)$/.test(file.path)
          ? Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)
          : file.value,
      });
    });
    const { handbook } = loadHandbook(windows, { tools });
    expect(handbook && entriesOf(handbook).map((entry) => entry.fingerprint)).toEqual(
      entriesOf(seed).map((entry) => entry.fingerprint),
    );
  });

  test('every rule can be told of a handbook put together by hand: numbers out of order', () => {
    const assembled = assemble(read(filesIn(SEED), { tools }));
    if (!assembled) throw new Error('no handbook');
    const chapters = assembled.handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.toReversed(),
    }));
    validate({ ...assembled, handbook: { ...assembled.handbook, chapters } });
    const rules = assembled.sources.entries.flatMap(({ file }) =>
      file.messages.map((message) => message.ruleId),
    );
    expect(new Set(rules)).toEqual(new Set(['number-order']));
    expect(rules).toHaveLength(95);
    expect(RULE_IDS).toContain('number-order');
  });
});

describe('the CoreModels FAQ', () => {
  const legacy = readFileSync(new URL('tests/fixtures/legacy/coremodels-faq-601-700.txt', ROOT), 'utf8');
  const original = [...legacy.matchAll(/^(\d{3})\. (.+)\n+([\s\S]*?)(?=\n+\d{3}\. |\n*$(?![\s\S]))/gm)].map(
    ([, number = '', question = '', answer = '']) => ({ number, question, answer: answer.trim() }),
  );

  test('the legacy text holds questions 601 to 700', () => {
    expect(original.map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, at) => String(601 + at)),
    );
  });

  test('number, question and answer are those of the legacy text, word for word', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
    const now = entriesOf(seed).map(({ number, question, answer }) => ({
      number,
      question: words(toText(question)),
      answer: words(toText(answer)),
    }));
    expect(now).toEqual(
      original.map(({ number, question, answer }) => ({
        number,
        question: words(question),
        answer: words(answer),
      })),
    );
  });

  test('is five chapters of one volume, with its links, topics and terms', () => {
    expect(seed.chapters.map(({ entries }) => `${entries[0]?.number}-${entries.at(-1)?.number}`)).toEqual([
      '601-605',
      '606-630',
      '631-655',
      '656-680',
      '681-700',
    ]);
    expect(seed.volume).toEqual({ first: '601', last: '700', of: 1000 });
    expect(
      [...walk(entriesOf(seed).flatMap((entry) => entry.answer))].filter(
        (node) => node.type === 'crossReference',
      ).length,
    ).toBeGreaterThanOrEqual(80);
    expect(seed.glossary.length).toBeGreaterThanOrEqual(30);
  });
});
