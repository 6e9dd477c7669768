import type { GlyphRun, Item, Slot } from '../display/display-list.ts';
import type { Session } from '../flow/session.ts';

const FEATURES = ['lnum', 'tnum'];

/** Puts page numbers in their slots, on the side the slot says; a label wider than its slot is set smaller. */
export function fillSlots(session: Session, items: readonly Item[], labelOf: (anchor: string) => string | undefined): Item[] {
  return items.map((item) => (item.kind === 'slot' ? filled(session, item, labelOf(item.anchor) ?? '–') : item));
}

function filled(session: Session, slot: Slot, label: string): GlyphRun {
  const face = session.fonts.face(slot.font);
  const { glyphs, positions } = face.layout(`${slot.prefix ?? ''}${label}${slot.suffix ?? ''}`, FEATURES);
  const natural = positions.reduce((total, position) => total + position.xAdvance, 0) / face.unitsPerEm;
  const size = Math.min(slot.size, slot.width / Math.max(natural, 1e-6) + 1e-3);
  for (const glyph of glyphs) session.glyphs.note(slot.font, glyph.id, String.fromCodePoint(...glyph.codePoints));
  return {
    kind: 'glyphs',
    x: slot.align === 'right' ? slot.x + slot.width - natural * size : slot.x,
    y: slot.y,
    font: slot.font,
    size,
    color: slot.color,
    glyphs: glyphs.map((glyph) => glyph.id),
    advances: positions.map((position) => (position.xAdvance / face.unitsPerEm) * size),
    content: slot.content,
  };
}
