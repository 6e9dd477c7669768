/** The segments of a JPEG before its scan, and where the scan begins (ITU-T T.81, B.1). */
function segmentsOf(
  bytes: Uint8Array,
): { readonly parts: ReadonlyMap<number, Buffer>; readonly scan: number } | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  const parts = new Map<number, Buffer>();
  let at = 2;
  while (at + 4 <= data.length && data[at] === 0xff && data[at + 1] !== 0xda) {
    const [marker = 0, length] = [data[at + 1], data.readUInt16BE(at + 2)];
    if (!parts.has(marker)) parts.set(marker, data.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return { parts, scan: at };
}

/** What a JPEG shows, without what it says of itself: everything from its scan on. */
export function scanOf(bytes: Uint8Array): Buffer | undefined {
  const found = segmentsOf(bytes);
  return found && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(found.scan);
}

/** How Exif says a JPEG is to be turned (Exif 2.32, 4.6.4, tag 0x0112): 1 to 8, 1 where it says nothing. */
export function orientationOf(bytes: Uint8Array): number {
  const exif = segmentsOf(bytes)?.parts.get(0xe1);
  if (!exif || exif.length < 16 || exif.toString('latin1', 0, 4) !== 'Exif') return 1;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => {
    if (at < 0 || at + 2 > tiff.length) return 0;
    return little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  };
  const first = little ? short(4) : short(6);
  for (let row = 0; row < short(first); row++) {
    const at = first + 2 + row * 12;
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  }
  return 1;
}
