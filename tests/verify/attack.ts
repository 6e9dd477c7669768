import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Files } from './fault.ts';

/** Something done to a finished folder whose lists are made right again afterwards, as one who wants to deceive would. */
export interface Attack {
  readonly name: string;
  readonly spoil: (files: Files) => void;
}

/** A text exchanged: in which file (`x.epub!path` is inside the EPUB), what for what. `null` deletes the file. */
export type TextAttack = readonly [path: string, from: string | RegExp, to: string | null];

/** Makes attacks of a list of exchanges; an exchange that changes nothing is a mistake of the list. */
export function textAttacks(list: readonly TextAttack[]): readonly Attack[] {
  return list.map(([path, from, to]) => ({
    name: `${path}: ${to === null ? 'deleted' : `${String(from).slice(0, 50)} → ${to.slice(0, 60)}`}`,
    spoil: (files) => {
      const [file = '', inner] = path.split('!');
      if (to === null) {
        if (!files.delete(file)) throw new Error(`there is no ${path}`);
        return;
      }
      const change = (bytes: Uint8Array | undefined): Uint8Array => {
        const text = strFromU8(bytes ?? new Uint8Array());
        const next = text.replace(from, () => to);
        if (next === text) throw new Error(`${path} has no ${String(from)}`);
        return strToU8(next);
      };
      if (inner === undefined) files.set(file, change(files.get(file)));
      else inBook(files, file, (book) => ({ ...book, [inner]: change(book[inner]) }));
    },
  }));
}

/** Changes the files of an EPUB. */
export function inBook(
  files: Files,
  file: string,
  change: (book: Record<string, Uint8Array>) => Record<string, Uint8Array>,
): void {
  const { mimetype = new Uint8Array(), ...rest } = change(unzipSync(files.get(file) ?? new Uint8Array()));
  files.set(file, zipSync({ mimetype: [mimetype, { level: 0 }], ...rest }, { mtime: '2026-01-01' }));
}

/** Writes manifest.json and SHA256SUMS anew, so that every sum is right. */
export function reseal(files: Files): void {
  const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const manifest = JSON.parse(strFromU8(files.get('manifest.json') ?? new Uint8Array())) as {
    files: { path: string; mediaType: string; format: string; bytes: number; sha256: string }[];
  };
  const known = new Map(manifest.files.map((one) => [one.path, one]));
  manifest.files = [...files]
    .filter(([path]) => path !== 'manifest.json' && path !== 'SHA256SUMS')
    .map(([path, bytes]) => ({
      mediaType: 'application/octet-stream',
      format: 'data',
      ...known.get(path),
      path,
      bytes: bytes.length,
      sha256: sum(bytes),
    }));
  files.set('manifest.json', strToU8(`${JSON.stringify(manifest, null, 2)}\n`));
  const lines = [...files]
    .filter(([path]) => path !== 'SHA256SUMS')
    .map(([path, bytes]) => `${sum(bytes)}  ${path}\n`);
  files.set('SHA256SUMS', strToU8(lines.join('')));
}
