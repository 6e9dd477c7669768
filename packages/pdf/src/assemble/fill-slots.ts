import type { GlyphRun, Item, Slot } from '../display/display-list.ts';
import type { Session } from '../flow/session.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import { showPen } from '../text/show-pen.ts';

const FEATURES = ['lnum', 'tnum'];

/** Puts page numbers into their slots. A number that is wider than its slot is set smaller. */
export function fillSlots(
  session: Session,
  items: readonly Item[],
  labelOf: (anchor: string) => string | undefined,
): Item[] {
  return items.flatMap((item) =>
    item.kind === 'slot' ? filled(session, item, labelOf(item.anchor) ?? '–') : item,
  );
}

function filled(session: Session, slot: Slot, label: string): readonly GlyphRun[] {
  const text = `${slot.prefix ?? ''}${label}${slot.suffix ?? ''}`;
  const natural = ems(session, slot, text);
  const size = Math.min(slot.size, slot.width / Math.max(natural, 1e-6) + 1e-3);
  const slack = slot.width - natural * size;
  // A number alone stands at the right of its slot, under the numbers above it.
  return run(session, slot, text, slot.x + (slot.prefix === undefined ? slack : 0), size);
}

/** Returns how wide a text is, in ems. */
function ems(session: Session, slot: Slot, text: string): number {
  return words(session, slot, text).reduce((total, word) => total + word.width, 0);
}

function words(session: Session, slot: Slot, text: string): readonly ShapedWord[] {
  const lookup = session.fonts.face(slot.font).words(FEATURES);
  return (text.match(/[ \u00a0]+|[^ \u00a0]+/g) ?? []).map(lookup);
}

function run(session: Session, slot: Slot, text: string, x: number, size: number): readonly GlyphRun[] {
  const { font, y, color, content } = slot;
  const style = { size, color };
  const pen = showPen(session.glyphs, session.fonts.face(font), { style, content }, y);
  let at = x;
  for (const word of words(session, slot, text)) {
    pen.word(word, at);
    at += word.width * size;
  }
  return pen.runs();
}
