import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { megabytes, unpackedWithin } from '../detect/zip.ts';

/** A document and what it unpacks to have at most so many bytes. Pictures hardly grow, and text grows tenfold. */
const MAX_BYTES = 60_000_000;
const MAX_UNPACKED = 100_000_000;
/** Bytes and tags of its XML: a book of 1,000 pages has a fifth of it. */
const MAX_XML = 30_000_000;
const MAX_TAGS = 1_000_000;
const MAX_PARTS = 10_000;

/**
 * A Word document packed anew without compression, so that whoever unpacks it next gets no more than was
 * measured here. Unpacking stops at the size that the archive's directory names. Throws an error that says
 * what is wrong with the archive, or too much. `change` may give its parts of XML other texts.
 */
export function boundedPackage(
  bytes: Uint8Array,
  change?: (xml: string, part: string) => string,
): Uint8Array {
  if (bytes.length > MAX_BYTES) throw new Error(`it has ${megabytes(bytes.length)}`);
  const lengthOf = unpackedWithin(bytes, { bytes: MAX_UNPACKED, files: MAX_PARTS });
  let xml = 0;
  const filter = (part: UnzipFileInfo) => {
    const { name } = part;
    const length = lengthOf(part);
    if (isXml(name)) xml += length;
    if (xml > MAX_XML) throw new Error(`its text unpacks to more than ${megabytes(MAX_XML)}: split it`);
    return !name.endsWith('/');
  };
  const files = Object.entries(unzipSync(bytes, { filter }));
  const tags = files.reduce((sum, [name, part]) => sum + (isXml(name) ? count(part, LESS_THAN) : 0), 0);
  if (tags > MAX_TAGS) throw new Error(`its text holds more than ${MAX_TAGS} tags: split it`);
  const settled = files.map(([name, part]): [string, Uint8Array] =>
    change && isXml(name) ? [name, strToU8(change(strFromU8(part), name))] : [name, part],
  );
  return zipSync(Object.fromEntries(settled), { level: 0 });
}

const LESS_THAN = 0x3c;

function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

function count(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}
