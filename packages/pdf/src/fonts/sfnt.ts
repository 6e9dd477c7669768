import { inflateSync } from 'node:zlib';

/** Says why a file is no font that can be used. */
export class FontFault extends Error {}

const WOFF = 0x774f4646;
const WOFF2 = 0x774f4632;
const COLLECTION = 0x74746366;
const KINDS: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);

/** Nothing can be set without these tables. The outlines are in `glyf` with `loca`, or in `CFF `. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

/** Returns a font's bytes as TTF or OTF, which means that a WOFF is unpacked (WOFF 1.0, 3 to 5). */
export function sfntOf(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  if (bytes.length < 44 || view.getUint32(0) !== WOFF) return bytes;
  if (view.getUint32(8) > bytes.length) throw new FontFault('it is cut short');
  const count = view.getUint16(12);
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(view.getUint32(4), 0);
  head.writeUInt16BE(count, 4);
  const parts: Uint8Array[] = [head];
  let end = head.length;
  for (let index = 0; index < count; index++) {
    const at = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((by) => view.getUint32(at + by)) as [
      number,
      number,
      number,
    ];
    const stored = bytes.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(stored, { maxOutputLength: length }) : stored;
    if (table.length !== length) throw new FontFault('a table of it is damaged');
    head.set(bytes.subarray(at, at + 4), 12 + 16 * index);
    for (const [by, value] of [view.getUint32(at + 16), end, length].entries())
      head.writeUInt32BE(value, 16 + 16 * index + 4 * by);
    parts.push(table, new Uint8Array(-length & 3));
    end += (length + 3) & ~3;
  }
  return Buffer.concat(parts);
}

/** Returns the tables of a TTF or OTF by their tags (OpenType 1.9, 4.2). Throws a `FontFault` for any other file. */
export function tablesOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = viewOf(bytes);
  const kind = bytes.length < 12 ? 0 : view.getUint32(0);
  if (kind === COLLECTION)
    throw new FontFault('it is a collection of fonts: give the one that is wanted as a file of its own');
  if (kind === WOFF2) throw new FontFault('it is a WOFF2: give the TTF or OTF that it was made of');
  if (!KINDS.has(kind))
    throw new FontFault(bytes.length < 12 ? 'it is cut short' : 'it is damaged or no font');
  const tables = new Map<string, DataView>();
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const [offset, length] =
      at + 16 <= bytes.length ? [view.getUint32(at + 8), view.getUint32(at + 12)] : [0, Infinity];
    if (offset + length > bytes.length) throw new FontFault('it is cut short');
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** Returns the tables of a font that can be set in. Throws a `FontFault` for one without the tables that takes. */
export function fontTables(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const tables = tablesOf(bytes);
  const outlines = tables.has('CFF ') ? [] : ['glyf', 'loca'];
  if (tables.has('CFF2') && !tables.has('glyf') && !tables.has('CFF '))
    throw new FontFault(
      'its outlines are CFF2, which a PDF cannot hold: give a static cut of it, as OTF or TTF',
    );
  const lacking = [...NEEDED, ...outlines].find((tag) => !tables.has(tag));
  if (lacking !== undefined) throw new FontFault(`it has no table “${lacking}”`);
  return tables;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
