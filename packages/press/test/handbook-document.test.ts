import { readFileSync } from 'node:fs';
import { loadHandbook, type SourceCache } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { handbookDocument } from '../src/documents/handbook-document.ts';

const small = (path: string) =>
  readFileSync(new URL(`../../../tests/fixtures/small/${path}`, import.meta.url));

test('handbook.json is the same from a cache, from half a cache and from none', () => {
  const files = ['handbook.yaml'].map((path) => new VFile({ path, value: small(path) }));
  const chapter = /- id: (\S+)/.exec(String(small('handbook.yaml')))?.[1] ?? '';
  for (const number of [1, 2, 3]) {
    const value = `---\nnumber: 90${number}\nquestion: Is "${number}" $& a number?\n---\n\nYes, *$1*.\n`;
    files.push(new VFile({ path: `${chapter}/90${number}-x${number}.md`, value: Buffer.from(value) }));
  }
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  const kept = new Map<string, Uint8Array>();
  const cache: SourceCache = { get: (key) => kept.get(key), put: (key, bytes) => void kept.set(key, bytes) };
  const made = (from: SourceCache | undefined) => new TextDecoder().decode(handbookDocument(handbook, from));
  const plain = made(undefined);
  expect(made(cache)).toBe(plain);
  expect(made(cache)).toBe(plain);
  kept.delete([...kept.keys()][0] ?? '');
  expect(made(cache)).toBe(plain);
  expect(JSON.parse(plain)).toEqual(JSON.parse(JSON.stringify(handbook)));
});
