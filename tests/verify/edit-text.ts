import { unzipSync, zipSync } from 'fflate';
import type { Files } from './fault.ts';

/** Exchanges the one place where a text stands in a file; a fault that changes nothing is a mistake. */
export function inText(path: string, from: string, to: string): (files: Files) => void {
  return (files) => {
    const text = new TextDecoder().decode(files.get(path));
    files.set(path, new TextEncoder().encode(exchanged(text, from, to, path)));
  };
}

/** Exchanges a text in a file of the EPUB. */
export function inEpub(path: string, from: string, to: string): (files: Files) => void {
  return (files) =>
    changeEpub(files, (book) => {
      const text = new TextDecoder().decode(book[path]);
      book[path] = new TextEncoder().encode(exchanged(text, from, to, path));
    });
}

/** Changes the files of the EPUB. */
export function changeEpub(files: Files, change: (book: Record<string, Uint8Array>) => void): void {
  const name = [...files.keys()].find((path) => path.endsWith('.epub')) ?? '';
  const book = unzipSync(files.get(name) ?? new Uint8Array());
  change(book);
  const { mimetype = new Uint8Array(), ...rest } = book;
  files.set(name, zipSync({ mimetype: [mimetype, { level: 0 }], ...rest }, { mtime: '2026-01-01' }));
}

/** Exchanges two stretches of a text, each found by its beginning and its end. */
export function swapped(text: string, one: Stretch, two: Stretch): string {
  const [first, second] = [stretch(text, one), stretch(text, two)];
  const mark = '\u0000';
  return text
    .replace(first, mark)
    .replace(second, () => first)
    .replace(mark, () => second);
}

export type Stretch = readonly [begins: string, ends: string];

/** The stretch of a text from a beginning to the next end, both of it. */
export function stretch(text: string, [begins, ends]: Stretch): string {
  const start = text.indexOf(begins);
  const end = text.indexOf(ends, start + begins.length);
  if (start < 0 || end < 0) throw new Error(`no stretch from ${begins} to ${ends}`);
  return text.slice(start, end + ends.length);
}

function exchanged(text: string, from: string, to: string, path: string): string {
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${path} has no “${from}”`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}
