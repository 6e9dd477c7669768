import { hash } from 'node:crypto';
import { type Cache, cacheKey } from '@octavo/core';
import { SaxesParser } from 'saxes';
import { type Archive, DEFLATE } from './settle-archive.ts';

/** The part of JSZip that is needed to deflate an entry separately and to adopt it unchanged. */
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

const NAME = 'entry';

/**
 * Replaces every entry with the same entry, already deflated in an archive of its own, which the cache keeps
 * under the entry's bytes: most of an edited book is unchanged. This is done without a cache too, so that the
 * bytes cannot differ. XML is parsed first, unless the cache has seen it. Returns the faults of files that
 * are not well-formed, by name; those are not cached.
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
    const key = cache && cacheKey(isChecked ? 'deflated-xml' : 'deflated', hash('sha256', bytes));
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

/** Only epub-gen-memory can construct a JSZip, and a clone shares its entries, so the clone is emptied. */
function emptyLike(archive: Deflater): Deflater {
  const zip = archive.clone();
  zip.files = {};
  return zip;
}

function deflate(zip: Deflater, bytes: Uint8Array): Promise<Uint8Array> {
  zip.file(NAME, bytes);
  return zip.generateAsync(DEFLATE);
}

/**
 * Says why a document is not well-formed XML (XML 1.0; Namespaces in XML), with line and column; undefined
 * when it is.
 */
function xmlFault(bytes: Uint8Array): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | undefined;
  parser.on('error', ({ message }) => {
    fault ??= message;
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  return fault;
}

/** Whether a file of a container is XML. */
function isXml(name: string): boolean {
  return /\.(xhtml|opf|ncx|svg|xml)$/.test(name);
}
