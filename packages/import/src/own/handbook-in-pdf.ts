import { createHash } from 'node:crypto';
import type { Handbook } from '@octavo/core';
import type { FindAsset } from '../assign/images.ts';
import type { SourceFile } from '../model/source.ts';
import { isHandbook } from './book-of-handbook.ts';
import { filesInPdf } from './files-in-pdf.ts';

/** A handbook of ours, as its build wrote it, and the file that holds it. */
export interface OwnHandbook {
  readonly file: SourceFile;
  readonly handbook: Handbook;
  /** The pictures of the handbook, where the file holds them itself. */
  readonly pictures?: FindAsset;
}

/** The handbook that a PDF holds, with its pictures, which are known by their hashes. */
export function handbookInPdf(file: SourceFile): OwnHandbook | undefined {
  const held = filesInPdf(file.bytes);
  const handbook = held.map(parsed).find(isHandbook);
  // A redlined PDF is made of two handbooks.
  if (!handbook || handbook.redline) return undefined;
  const byHash = new Map(held.map((bytes) => [hashOf(bytes), bytes]));
  const hashes = new Map(handbook.images.map(({ path, sha256 }) => [path, sha256]));
  return { file, handbook, pictures: (path) => byHash.get(hashes.get(path) ?? '') };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The data of a file of JSON; undefined when it is none. */
export function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    return undefined;
  }
}
