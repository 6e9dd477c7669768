import { loadHandbook, type OutputFile } from '@octavo/core';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { expect, test } from 'vitest';
import { inRounds } from '../src/compile/compile-formats.ts';
import { pathSet } from '../src/compile/path-set.ts';
import { memoryStage } from '../src/memory-stage.ts';
import type { PressFormat } from '../src/ports.ts';
import { press } from '../src/press.ts';

const SOURCES: Readonly<Record<string, string>> = {
  'handbook.yaml':
    'schemaVersion: 1\nid: book\ntitle: A Book\nlanguage: en\niri: https://example.org/book/\npublisher: { name: Press }\nedition: { version: "1.0", date: 2026-01-31 }\nchapters:\n  - { id: one, title: One, summary: All of it. }\n',
  'one/1-why.md': '---\nnumber: 1\nid: why\nquestion: Why?\n---\n\nBecause.\n',
};
const files = Object.entries(SOURCES).map(([path, text]) => new VFile({ path, value: Buffer.from(text) }));
const { handbook } = loadHandbook(files);

const file = (path: string): OutputFile => ({ path, mediaType: 'text/plain', content: Buffer.from(path) });
const format = (name: string, paths: readonly string[], more: Partial<PressFormat> = {}): PressFormat => ({
  name,
  title: name,
  mediaType: 'text/plain',
  mainFile: () => paths[0] ?? '',
  needs: [],
  compile: async () => ({ files: paths.map(file), messages: [] }),
  ...more,
});
const stranger = (name: string, paths: readonly string[]): PressFormat =>
  format(name, paths, {
    blame: (reason) => Object.assign(new VFileMessage(reason), { fatal: true }),
  });
const made = async (formats: readonly PressFormat[], width = 1) => {
  if (!handbook) throw new Error(String(files.flatMap(({ messages }) => messages)));
  const stage = memoryStage();
  const executor = { width, run: async () => Promise.reject(new Error('no tasks here')) };
  const result = await press(handbook, formats, { stage, executor }, { files });
  return { ...result, stage };
};

test('what one format hands back is handed on to those that need it, under no name of a format', async () => {
  const seen: unknown[] = [];
  const reader = format('reader', ['r'], {
    needs: ['maker'],
    compile: async (_book, { pageMap, structuredData, siblings }) => {
      seen.push(pageMap, structuredData?.get('a'), siblings);
      return { files: [file('r')], messages: [] };
    },
  });
  const site = format('site', ['s'], {
    needs: '*',
    compile: async (_book, { siblings }) => {
      seen.push(siblings?.map(({ path }) => path));
      return { files: [file('s')], messages: [] };
    },
  });
  const maker = format('maker', ['m'], {
    compile: async () => ({
      files: [file('m')],
      messages: [],
      pageMap: [],
      structuredData: new Map([['a', 1]]),
    }),
  });
  await made([site, reader, maker]);
  expect(seen).toEqual([[], 1, undefined, ['r', 'm']]);
});

test('a file that says what was built is made last, and held to nothing but facts', async () => {
  const told: OutputFile = {
    ...file('told'),
    afterwards: ({ stage, downloads, sources }) =>
      Buffer.from(
        `${stage} ${downloads.map(({ path }) => path)} ${sources.map(({ entry }) => entry ?? '-')}`,
      ),
  };
  const early = format('early', ['e'], { compile: async () => ({ files: [told, file('e')], messages: [] }) });
  const { stage, written } = await made([early, format('late', ['l'])]);
  expect(String(stage.files.get('told'))).toBe('preview e,l -,1');
  expect(written.get('told')?.format).toBe('early');
});

test('a stranger is left out when any other has its place, whoever is made first, one at a time or side by side', async () => {
  const ours = format('ours', ['a', 'b/c']);
  for (const width of [1, 2])
    for (const needs of [[], ['theirs'], '*'] as const)
      for (const path of ['a', 'A', 'b', 'b/c/d', 'B/C']) {
        const { formats, messages, stage } = await made(
          [stranger('theirs', ['x', path]), { ...ours, needs }],
          width,
        );
        expect(formats.map(({ name }) => name)).toEqual(['ours']);
        expect(messages.map(({ reason }) => reason)).toEqual([
          expect.stringContaining('a file that ours writes'),
        ]);
        expect(stage.files.has('x')).toBe(false);
        expect(String(stage.files.get('b/c'))).toBe('b/c');
      }
  const sound = await made([ours, stranger('theirs', ['b/d', 'ab'])]);
  expect([sound.formats.length, sound.messages]).toEqual([2, []]);
});

test('formats are made after those that they need, and each is made', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const needs = fc.oneof(fc.constant('*' as const), fc.subarray(names));
  fc.assert(
    fc.property(fc.tuple(...names.map(() => needs)), (all) => {
      const formats = names.map((name, at) => format(name, [name], { needs: all[at] ?? [] }));
      const rounds = inRounds(formats);
      expect(
        rounds
          .flat()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(names);
      for (const [at, round] of rounds.entries())
        for (const { name, needs: wanted } of round) {
          const later = rounds
            .slice(at)
            .flat()
            .filter((other) => other.name !== name);
          const missed = later.filter((other) =>
            wanted === '*' ? other.needs !== '*' : wanted.includes(other.name),
          );
          // Only where they need each other: then none of those left could have been made without another.
          if (missed.length > 0)
            for (const one of later)
              expect(one.needs === '*' || one.needs.some((need) => need !== one.name)).toBe(true);
        }
    }),
  );
});

test('paths stand beside each other when no disk would have to put a file where another file or a folder is', () => {
  const path = fc
    .array(fc.constantFrom('a', 'A', 'b'), { minLength: 1, maxLength: 3 })
    .map((steps) => steps.join('/'));
  fc.assert(
    fc.property(path, path, (one, other) => {
      const set = pathSet<number>();
      set.add(one, 1);
      const [x, y] = [`${one}/`.toLowerCase(), `${other}/`.toLowerCase()];
      expect(set.clash(other)?.path).toBe(x.startsWith(y) || y.startsWith(x) ? one : undefined);
    }),
  );
});
