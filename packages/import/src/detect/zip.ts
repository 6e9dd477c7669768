import type { UnzipFileInfo } from 'fflate';

/** Whether a file is a zip archive, or a document that is packed as one. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** What an archive may unpack to. */
export interface ZipLimits {
  readonly bytes: number;
  readonly files: number;
}

/**
 * Counts what an archive unpacks to, by what its directory says of each file. The function that comes back is asked
 * about one file after the other, returns its bytes, and throws an error that says what there is too much of.
 */
export function unpackedWithin(
  archive: Uint8Array,
  { bytes: most, files: mostFiles }: ZipLimits,
): (file: UnzipFileInfo) => number {
  let [files, unpacked, packed] = [0, 0, 0];
  return ({ originalSize, size }) => {
    const length = Math.max(originalSize, size);
    unpacked += length;
    packed += size;
    if (++files > mostFiles) throw new Error(`it holds more than ${mostFiles} files`);
    if (unpacked > most) throw new Error(`it unpacks to more than ${megabytes(most)}`);
    // Files that lie on top of each other are unpacked once for each, and a few bytes then take forever.
    if (packed > archive.length) throw new Error('its files lie on top of each other');
    return length;
  };
}

/** A number of bytes as people say it: `60 MB`. */
export function megabytes(length: number): string {
  return `${Math.round(length / 1e6)} MB`;
}
