/** Width of a character's advance in a face, at size 1; undefined for a character that the face lacks. */
export type AdvanceWidths = (character: string) => number | undefined;

/**
 * Reads the advance widths of a TrueType or OpenType face (OpenType 1.9: `head`, `hhea`, `hmtx`, `cmap`
 * formats 4 and 12). That is enough to break lines; the rasterizer handles kerning and joining.
 */
export function advanceWidths(font: Uint8Array): AdvanceWidths {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    tables.set(String.fromCharCode(...font.subarray(record, record + 4)), view.getUint32(record + 8));
  }
  const table = (name: string): number => tables.get(name) ?? 0;
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const glyphOf = characterMap(view, table('cmap'));
  return (character) => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    if (glyph === 0) return undefined;
    return view.getUint16(table('hmtx') + Math.min(glyph, metrics - 1) * 4) / unitsPerEm;
  };
}

/** Glyph of a code point; 0 for none. */
type GlyphOf = (code: number) => number;

function characterMap(view: DataView, cmap: number): GlyphOf {
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, i) => cmap + view.getUint32(cmap + 8 + i * 8),
  );
  const full = subtables.find((at) => view.getUint16(at) === 12);
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (full !== undefined) return groups(view, full);
  return basic === undefined ? () => 0 : segments(view, basic);
}

function groups(view: DataView, at: number): GlyphOf {
  const count = view.getUint32(at + 12);
  return (code) => {
    for (let group = at + 16; group < at + 16 + count * 12; group += 12) {
      const first = view.getUint32(group);
      if (code >= first && code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - first;
    }
    return 0;
  };
}

function segments(view: DataView, at: number): GlyphOf {
  const size = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  return (code) => {
    for (let i = 0; i < size; i += 2) {
      if (code > view.getUint16(at + ends + i)) continue;
      const start = view.getUint16(at + starts + i);
      if (code < start) return 0;
      const offset = view.getUint16(at + offsets + i);
      const delta = view.getUint16(at + deltas + i);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(at + offsets + i + offset + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
