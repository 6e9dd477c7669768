import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const FILES = {
  'handbook.yaml': `schemaVersion: 1
id: book
title: A book
language: en
iri: https://example.org/book/
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: one, title: One }, { id: two, title: Two }]
`,
  'one/1-first.md': `---
number: 1
question: What comes first?
---

See [the steps](../two/2-second.md#the-steps), [again](#2/the-steps-1), [手順](#2/手順), [own](#1/fn-notes), [a note](#2/section-fn-1), [named](#2/named).[^1]

## Fn notes

### Question

Text.

[^1]: A note with [a link](#2/the-steps).
`,
  'two/2-second.md': `---
number: 2
question: What comes second?
---

## The steps

One.[^1] Back to [the question](#1/question).

> ## The steps
>
> Two.

### 手順

三。

### Fn-1

Four.

### A long name {#named}

Five.

[^1]: Note.
`,
};

test('a link to a heading leads to it in every format, and verify sees that it does', async () => {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, 'book', path)), { recursive: true });
    await writeFile(join(folder, 'book', path), text);
  }
  const built = await runOctavo(['build', 'book', '--out', 'out', '--fail-on', 'warning'], folder);
  expect(built.code, built.stderr).toBe(0);
  const read = (path: string) => readFile(join(folder, 'out', path), 'utf8');

  const page = await read('entry/1/index.html');
  const ids = [...(await read('entry/2/index.html')).matchAll(/<h\d id="(q2-[^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['q2-the-steps', 'q2-the-steps-1', 'q2-手順', 'q2-section-fn-1', 'q2-named']);
  const hrefs = [...page.matchAll(/class="cross-reference" href="([^"]+)"/g)].map(([, href = '']) =>
    decodeURIComponent(href),
  );
  expect(hrefs).toEqual([
    ...ids.slice(0, 3).map((id) => `../2/index.html#${id}`),
    '#q1-fn-notes',
    '../2/index.html#q2-section-fn-1',
    '../2/index.html#q2-named',
    '../2/index.html#q2-the-steps',
  ]);
  expect(await read('entry/1.md')).toContain('2.md#the-steps-1');

  const epub = unzipSync(new Uint8Array(await readFile(join(folder, 'out', 'book.epub'))));
  const document = (name: string) => {
    const [, bytes] = Object.entries(epub).find(([path]) => path.endsWith(name)) ?? [];
    return strFromU8(bytes ?? new Uint8Array());
  };
  for (const id of ids) expect(document('chapter-two.xhtml')).toContain(`id="${id}"`);
  expect(document('chapter-one.xhtml')).toContain('href="chapter-two.xhtml#q2-the-steps"');
  expect(document('chapter-one.xhtml')).toContain('href="chapter-one.xhtml#q1-fn-notes"');

  expect(await read('entry/1.jsonld')).toContain('https://example.org/book/entry/2#q2-the-steps');

  const verified = await runOctavo(['verify', 'out'], folder);
  expect(verified.code, verified.stderr).toBe(0);
}, 120_000);

test('verify says so when a link leads to another heading', async () => {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, 'book', path)), { recursive: true });
    await writeFile(join(folder, 'book', path), text);
  }
  const built = await runOctavo(['build', 'book', '--out', 'out', '--to', 'html,jsonld'], folder);
  expect(built.code, built.stderr).toBe(0);
  const path = join(folder, 'out/entry/1/index.html');
  await writeFile(path, (await readFile(path, 'utf8')).replace('#q2-named', '#q2-the-steps'));
  const { code, stderr } = await runOctavo(['verify', 'out'], folder);
  expect(code).not.toBe(0);
  expect(stderr).toContain('#2/named');
}, 120_000);
