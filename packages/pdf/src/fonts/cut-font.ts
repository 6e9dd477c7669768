import { wasmExports } from '../wasm-files.ts';
import { identityCids } from './identity-cids.ts';
import { FontFault, tablesOf } from './sfnt.ts';

/** This is as much of HarfBuzz's subsetter as is used. Pointers are numbers. */
interface Subsetter {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
  readonly hb_blob_create: (data: number, size: number, mode: number, user: number, free: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, size: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_input_glyph_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

/** This is `HB_MEMORY_MODE_WRITABLE`. */
const WRITABLE = 2;
/** These are `HB_SUBSET_FLAGS_RETAIN_GIDS`, `_NOTDEF_OUTLINE` and `_NO_LAYOUT_CLOSURE`. */
const FLAGS = 0x2 | 0x40 | 0x200;
/** This is `HB_SUBSET_SETS_DROP_TABLE_TAG`. */
const DROPPED = 3;
/** A PDF asks for these tables of a font (ISO 32000-2, 9.9). */
const KEPT: ReadonlySet<string> = new Set([
  ...['head', 'hhea', 'hmtx', 'maxp', 'loca', 'glyf', 'cvt ', 'fpgm', 'prep', 'CFF '],
]);

let opened: Subsetter | undefined;

/** The book shows this glyph, and its font holds it damaged. */
export class GlyphFault extends FontFault {
  readonly glyph: number;
  constructor(glyph: number) {
    super(`its glyph ${glyph} is damaged`);
    this.glyph = glyph;
  }
}

/** If the subsetter has memory for a font, it has memory for so many of its glyphs. */
const GLYPHS_AT_ONCE = 2000;

/**
 * Cuts the bytes of a TTF or OTF down to glyphs. They keep their ids, also as CIDs, and all other glyphs are empty.
 * Where the glyphs are too many for the memory of the subsetter, which is fixed, the font stays whole. Throws a
 * `FontFault` for a font that the memory does not hold and for one that cannot be read, and a `GlyphFault` for a
 * damaged glyph.
 */
export function cutFont(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array {
  const cut = subset(bytes, glyphs) ?? whole(bytes, glyphs);
  const cff = tablesOf(cut).get('CFF ');
  if (cff) identityCids(cff);
  return cut;
}

/** Returns a copy of a font, after a check that none of the glyphs is damaged. */
function whole(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array {
  for (let from = 0; from < glyphs.length; from += GLYPHS_AT_ONCE) {
    const part = glyphs.slice(from, from + GLYPHS_AT_ONCE);
    if (!subset(bytes, part)) throw new GlyphFault(damagedOf(bytes, part));
  }
  if (glyphs.length <= GLYPHS_AT_ONCE) throw new FontFault('it cannot be cut down to its glyphs');
  return bytes.slice();
}

/** Returns the first glyph that cannot be cut out. If the font's own first glyph cannot, the font is at fault. */
function damagedOf(bytes: Uint8Array, glyphs: readonly number[]): number {
  if (!subset(bytes, [0])) throw new FontFault('it cannot be cut down to its glyphs');
  let [low, high] = [0, glyphs.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (subset(bytes, glyphs.slice(low, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return glyphs[low] ?? 0;
}

/** Cuts a font. Returns undefined when it cannot be cut. */
function subset(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array | undefined {
  opened ??= open();
  const hb = opened;
  const data = hb.malloc(bytes.length);
  if (data === 0) throw new FontFault('it is too large: give a cut of it with fewer glyphs');
  new Uint8Array(hb.memory.buffer, data, bytes.length).set(bytes);
  const blob = hb.hb_blob_create(data, bytes.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, FLAGS);
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, DROPPED);
  for (const tag of tablesOf(bytes).keys())
    if (!KEPT.has(tag)) hb.hb_set_add(dropped, Buffer.from(tag, 'latin1').readUInt32BE());
  const made = hb.hb_subset_or_fail(face, input);
  const result = hb.hb_face_reference_blob(made);
  const [start, length] = [hb.hb_blob_get_data(result, 0), hb.hb_blob_get_length(result)];
  const cut = new Uint8Array(hb.memory.buffer, start, length).slice();
  hb.hb_blob_destroy(result);
  hb.hb_face_destroy(made);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(data);
  return length === 0 ? undefined : cut;
}

function open(): Subsetter {
  const subsetter = wasmExports('subset') as Subsetter;
  subsetter._initialize();
  return subsetter;
}
