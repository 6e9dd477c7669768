import type { GlyphRun, Item, Slot } from '../display/display-list.ts';
import type { Session } from '../flow/session.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import { showPen } from '../text/show-pen.ts';

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

function filled(session: Session, slot: Slot, label: string): readonly GlyphRun[] {
  const text = `${slot.prefix ?? ''}${label}${slot.suffix ?? ''}`;
  const natural = ems(session, slot, text);
  const size = Math.min(slot.size, slot.width / Math.max(natural, 1e-6) + 1e-3);
  const slack = slot.width - natural * size;
  // A number alone stands at the right of its room, under the numbers above it.
  if (slot.prefix === undefined) return run(session, slot, text, slot.x + slack, size, 0);
  const [before, within, behind] = SHARES[slot.slack];
  const spaces = within * (text.match(SPACES)?.length ?? 0);
  const gap = slack / Math.max(1, before + spaces + behind);
  return run(session, slot, text, slot.x + before * gap, size, within * gap);
}

/** Whether the space before, the slot's own spaces, and the space behind take what a short number leaves. */
const SHARES = { before: [1, 1, 0], around: [1, 1, 1], behind: [0, 0, 1], inside: [0, 1, 0] } as const;
const SPACES = /[ \u00a0]+/g;

/** Its width, of its size. */
function ems(session: Session, slot: Slot, text: string): number {
  return words(session, slot, text).reduce((total, word) => total + word.width, 0);
}

function words(session: Session, slot: Slot, text: string): readonly ShapedWord[] {
  const lookup = session.fonts.face(slot.font).words(FEATURES);
  return (text.match(/[ \u00a0]+|[^ \u00a0]+/g) ?? []).map(lookup);
}

/** `gap`: added to each space. */
function run(
  session: Session,
  slot: Slot,
  text: string,
  x: number,
  size: number,
  gap: number,
): readonly GlyphRun[] {
  const { font, y, color, content } = slot;
  const style = { size, color };
  const pen = showPen(session.glyphs, session.fonts.face(font), { style, content }, y);
  let at = x;
  for (const word of words(session, slot, text)) {
    pen.word(word, at);
    at += word.width * size;
    if (word.text.trim() === '') at += gap;
  }
  return pen.runs();
}
