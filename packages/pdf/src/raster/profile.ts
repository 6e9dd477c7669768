const SPACES: Readonly<Record<string, 1 | 3 | 4>> = { GRAY: 1, 'RGB ': 3, CMYK: 4 };
const CLASSES: ReadonlySet<string> = new Set(['scnr', 'mntr', 'prtr', 'spac']);

/** Returns a color profile if a PDF may hold it for so many channels (ISO 32000-2, 8.6.5.5; ICC.1, 7.2). */
export function soundProfile(bytes: Uint8Array | undefined, channels: 1 | 3 | 4): Uint8Array | undefined {
  if (!bytes || bytes.length < 132) return undefined;
  const at = (start: number): string => String.fromCharCode(...bytes.subarray(start, start + 4));
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const version = bytes[8];
  const sound =
    size === bytes.length &&
    at(36) === 'acsp' &&
    SPACES[at(16)] === channels &&
    CLASSES.has(at(12)) &&
    (version === 2 || version === 4);
  return sound ? bytes : undefined;
}
