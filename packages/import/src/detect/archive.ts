import { unzipSync } from 'fflate';
import type { SourceFile } from '../model/source.ts';
import { isSourceName } from './kind.ts';
import { isZip, unpackedWithin } from './zip.ts';

/** The most bytes that an archive may unpack to, inner archives included. */
const MAX_UNPACKED = 200_000_000;
const MAX_FILES = 10_000;

/** The documents of an archive that a program exports (Notion, Google Docs), and its other files by their paths. */
export interface Archive {
  readonly files: readonly SourceFile[];
  readonly find: (path: string) => Uint8Array | undefined;
}

/** Unpacks a zip that is no document itself, with the archives in it (Notion packs its parts so). Returns undefined for a file that is not such an archive, or is too large. */
export function archiveIn([only, ...others]: readonly SourceFile[]): Archive | undefined {
  const all = new Map<string, Uint8Array>();
  if (!only || others.length > 0 || !unpack(only.bytes, all, 0)) return undefined;
  const files = [...all].map(([path, bytes]): SourceFile => ({ path, bytes }));
  return { files: files.filter(({ path }) => isSourceName(path)), find: (path) => all.get(path) };
}

function unpack(bytes: Uint8Array, all: Map<string, Uint8Array>, depth: number): boolean {
  if (!isZip(bytes) || depth > 2) return false;
  const before = [...all.values()].reduce((sum, { length }) => sum + length, 0);
  const counted = unpackedWithin(bytes, { bytes: MAX_UNPACKED - before, files: MAX_FILES - all.size });
  try {
    const found = unzipSync(bytes, {
      filter: (file) => {
        const { name } = file;
        counted(file);
        if (name === '[Content_Types].xml' || name === 'mimetype') throw new Error('it is a document');
        return !/\/$|(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/))/.test(name);
      },
    });
    for (const [path, content] of Object.entries(found))
      if (!/\.zip$/i.test(path) || !unpack(content, all, depth + 1)) all.set(freeName(path, all), content);
    return true;
  } catch {
    return false;
  }
}

/** A path inside, without steps out of the archive; two parts of an export may each have a file of that name. */
function freeName(path: string, all: ReadonlyMap<string, unknown>): string {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\/(?:\.{1,2}\/)+/g, '/');
  let name = plain;
  for (let at = 2; all.has(name); at++) name = `${at}/${plain}`;
  return name;
}
