import { unzipSync } from 'fflate';
import type { SourceFile } from '../model/source.ts';
import { isSourceName } from './kind.ts';

/** An archive and what it unpacks to have at most so many bytes. */
const MAX_UNPACKED = 200_000_000;
const MAX_FILES = 10_000;

/** The documents of an archive that a program exports (Notion, Google Docs), and its other files by their paths. */
export interface Archive {
  readonly files: readonly SourceFile[];
  readonly find: (path: string) => Uint8Array | undefined;
}

/** Unpacks a zip that is no document itself, with the archives in it (Notion packs its parts so). Undefined for what is none, or too large. */
export function archiveIn([only, ...others]: readonly SourceFile[]): Archive | undefined {
  const all = new Map<string, Uint8Array>();
  if (!only || others.length > 0 || !unpack(only.bytes, all, 0)) return undefined;
  const files = [...all].map(([path, bytes]): SourceFile => ({ path, bytes }));
  return { files: files.filter(({ path }) => isSourceName(path)), find: (path) => all.get(path) };
}

function unpack(bytes: Uint8Array, all: Map<string, Uint8Array>, depth: number): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || depth > 2) return false;
  let size = [...all.values()].reduce((sum, { length }) => sum + length, 0);
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (size > MAX_UNPACKED || all.size > MAX_FILES) throw new Error('it is too large');
        return !/\/$|(?:^|\/)(?:__MACOSX|\.)/.test(name);
      },
    });
    // A document of Office, OpenDocument or an EPUB is one file, whatever is in it.
    if (['[Content_Types].xml', 'mimetype'].some((name) => name in found)) return false;
    for (const [path, content] of Object.entries(found))
      if (!/\.zip$/i.test(path) || !unpack(content, all, depth + 1)) all.set(path, content);
    return true;
  } catch {
    return false;
  }
}
