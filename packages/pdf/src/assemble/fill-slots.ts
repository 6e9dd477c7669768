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
  const lookup = session.fonts.face(slot.font).words(FEATURES);
  const words = (text.match(/[ \u00a0]+|[^ \u00a0]+/g) ?? []).map(lookup);
  /** This is how wide the text is, in ems. */
  const natural = words.reduce((total, word) => total + word.width, 0);
  const size = Math.min(slot.size, slot.width / Math.max(natural, 1e-6) + 1e-3);
  const slack = slot.width - natural * size;
  // A number alone stands at the right of its slot, under the numbers above it.
  return run(session, slot, words, slot.x + (slot.prefix === undefined ? slack : 0), size);
}

function run(
  session: Session,
  slot: Slot,
  words: readonly ShapedWord[],
  x: number,
  size: number,
): readonly GlyphRun[] {
  const { font, y, color, content } = slot;
  const pen = showPen(session.glyphs, session.fonts.face(font), { style: { size, color }, content }, y);
  let at = x;
  for (const word of words) {
    pen.word(word, at);
    at += word.width * size;
  }
  return pen.runs();
}
