import { FontFault } from './sfnt.ts';

/**
 * These are operators of a Top DICT (Technical Note 5176, 9). Those of two bytes, beginning with 12, count from 256.
 */
const CHARSET = 15;
const CHAR_STRINGS = 17;
const ROS = 256 + 30;

/**
 * Makes the ids of a CFF font's glyphs their CIDs, in place. In a CID-keyed font the code in a PDF is a CID, which the
 * charset turns into a glyph; in any other font it is the glyph's id already (ISO 32000-2, 9.7.4.2). Throws a
 * `FontFault` for a CID-keyed font without a charset of its own.
 */
export function identityCids(cff: DataView): void {
  const dict = topDict(cff);
  if (!dict.has(ROS)) return;
  const last = cff.getUint16(dict.get(CHAR_STRINGS) ?? 0) - 1;
  if (last < 1) return;
  const at = dict.get(CHARSET) ?? 0;
  if (at <= 2) throw new FontFault('it is CID-keyed without a charset');
  // One range from CID 1 takes the shortest format that holds it, so it fits where the old charset was (13).
  if (last === 1) bytesAt(cff, at, [0, 0, 1]);
  else if (last <= 256) bytesAt(cff, at, [1, 0, 1, last - 1]);
  else bytesAt(cff, at, [2, 0, 1, (last - 1) >> 8, (last - 1) & 255]);
}

function bytesAt(cff: DataView, at: number, bytes: readonly number[]): void {
  for (const [by, byte] of bytes.entries()) cff.setUint8(at + by, byte);
}

/** Reads the last operand of each operator (Technical Note 5176, 4). A real number counts as 0. */
function topDict(cff: DataView): ReadonlyMap<number, number> {
  // The first object of the INDEX behind that of the names.
  const index = endOf(cff, cff.getUint8(2));
  const [start, end] = [objectAt(cff, index, 0), objectAt(cff, index, 1)];
  const dict = new Map<number, number>();
  let operand = 0;
  for (let at = start; at < end; ) {
    const byte = cff.getUint8(at++);
    if (byte <= 21) {
      dict.set(byte === 12 ? 256 + cff.getUint8(at++) : byte, operand);
      operand = 0;
    } else if (byte === 28) {
      operand = cff.getInt16(at);
      at += 2;
    } else if (byte === 29) {
      operand = cff.getInt32(at);
      at += 4;
    } else if (byte === 30) {
      operand = 0;
      while ((cff.getUint8(at++) & 15) !== 15);
    } else if (byte <= 246) operand = byte - 139;
    else {
      const more = cff.getUint8(at++);
      operand = byte <= 250 ? (byte - 247) * 256 + more + 108 : (251 - byte) * 256 - more - 108;
    }
  }
  return dict;
}

/** Returns where an INDEX ends (Technical Note 5176, 5). */
function endOf(cff: DataView, index: number): number {
  const count = cff.getUint16(index);
  return count === 0 ? index + 2 : objectAt(cff, index, count);
}

/** Returns where an object of an INDEX begins, which is where the one before it ends. */
function objectAt(cff: DataView, index: number, number: number): number {
  const [count, size] = [cff.getUint16(index), cff.getUint8(index + 2)];
  let offset = 0;
  for (let by = 0; by < size; by++) offset = offset * 256 + cff.getUint8(index + 3 + number * size + by);
  return index + 2 + (count + 1) * size + offset;
}
