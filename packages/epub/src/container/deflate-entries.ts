import { createHash } from 'node:crypto';
import { type Cache, cacheKey } from '@octavo/core';
import type { Archive } from './settle-archive.ts';
import { isXml, xmlFault } from './xml-fault.ts';

/** As much of a JSZip as it takes to deflate an entry by itself and to take it over as it is. */
export interface Deflater extends Archive {
  files: Record<string, Archive['files'][string] & Readable>;
  readonly clone: () => Deflater;
  readonly file: (name: string, bytes: Uint8Array) => unknown;
  readonly generateAsync: (options: object) => Promise<Uint8Array>;
  readonly loadAsync: (bytes: Uint8Array) => Promise<Deflater>;
}

interface Readable {
  readonly async: (type: 'uint8array') => Promise<Uint8Array>;
}

/** How every entry is deflated. */
export const DEFLATE = {
  type: 'uint8array',
  compression: 'DEFLATE',
  compressionOptions: { level: 6 },
  platform: 'DOS',
} as const;

const NAME = 'entry';

/**
 * Puts in the place of every entry the same entry, deflated: an archive of its own, which the cache
 * keeps under the entry's bytes. Most of an edited book is as it was. It is done so without a cache
 * too, so that the bytes cannot differ. XML is parsed first, unless the cache has seen it: returns what is
 * not well-formed, by name, which is not kept.
 */
export async function deflateEntries(
  archive: Deflater,
  cache: Cache | undefined,
): Promise<ReadonlyMap<string, string>> {
  const faults = new Map<string, string>();
  for (const [name, entry] of Object.entries(archive.files)) {
    if (entry.dir || entry.options.compression === 'STORE') continue;
    const isChecked = isXml(name);
    const bytes = await entry.async('uint8array');
    const key =
      cache &&
      cacheKey(isChecked ? 'deflated-xml' : 'deflated', createHash('sha256').update(bytes).digest('hex'));
    const kept = key === undefined ? undefined : await cache?.get(key);
    const fault = isChecked && !kept ? xmlFault(bytes) : undefined;
    if (fault !== undefined) faults.set(name, fault);
    const made = kept ?? (await deflate(emptyLike(archive), bytes));
    if (key !== undefined && !kept && fault === undefined) await cache?.put(key, made);
    const deflated = (await emptyLike(archive).loadAsync(made)).files[NAME];
    if (deflated) archive.files[name] = deflated;
  }
  return faults;
}

/** A JSZip is made by `new` of a library that epub-gen-memory alone has; a clone shares its entries. */
function emptyLike(archive: Deflater): Deflater {
  const zip = archive.clone();
  zip.files = {};
  return zip;
}

function deflate(zip: Deflater, bytes: Uint8Array): Promise<Uint8Array> {
  zip.file(NAME, bytes);
  return zip.generateAsync(DEFLATE);
}
