import type { GlyphRun, Item, Slot } from '../display/display-list.ts';
import type { Session } from '../flow/session.ts';

const FEATURES = ['lnum', 'tnum'];

/** Puts page numbers in their slots; one wider than its slot is set smaller. */
export function fillSlots(
  session: Session,
  items: readonly Item[],
  labelOf: (anchor: string) => string | undefined,
): Item[] {
  return items.flatMap((item) =>
    item.kind === 'slot' ? filled(session, item, labelOf(item.anchor) ?? '–') : item,
  );
}

function filled(session: Session, slot: Slot, label: string): GlyphRun[] {
  const prefix = slot.prefix ?? '';
  const rest = `${label}${slot.suffix ?? ''}`;
  const natural = ems(session, slot, prefix) + ems(session, slot, rest);
  const size = Math.min(slot.size, slot.width / Math.max(natural, 1e-6) + 1e-3);
  const slack = slot.width - natural * size;
  if (slot.slack === 'before' || prefix === '')
    return [run(session, slot, prefix + rest, slot.x + slack, size)];
  const start = slot.x + slot.width - ems(session, slot, rest) * size;
  return [run(session, slot, prefix, slot.x, size), run(session, slot, rest, start, size)];
}

function ems(session: Session, slot: Slot, text: string): number {
  const face = session.fonts.face(slot.font);
  const { positions } = face.layout(text, FEATURES);
  return positions.reduce((total, position) => total + position.xAdvance, 0) / face.unitsPerEm;
}

function run(session: Session, slot: Slot, text: string, x: number, size: number): GlyphRun {
  const { font, y, color, content } = slot;
  const face = session.fonts.face(font);
  const { glyphs, positions } = face.layout(text, FEATURES);
  for (const glyph of glyphs) {
    session.glyphs.note(font, glyph.id, String.fromCodePoint(...glyph.codePoints).replace('\u00a0', ' '));
  }
  return {
    kind: 'glyphs',
    x,
    y,
    font,
    size,
    color,
    glyphs: glyphs.map((glyph) => glyph.id),
    advances: positions.map((position) => (position.xAdvance / face.unitsPerEm) * size),
    content,
  };
}
