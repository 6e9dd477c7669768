import { type FootnoteDefinition, walk } from '@octavo/core';
import { setText, textWidth } from '../text/set-text.ts';
import type { BlockContext } from './block-context.ts';
import { column } from './column.ts';
import { noteAnchor, plainRuns } from './inline.ts';
import { labelRuns } from './label-runs.ts';
import type { Piece } from './piece.ts';

/** Remembers what became of the notes of a text, before the text is laid out that cites them. */
export function rememberNotes(
  { session, owner, edit }: BlockContext,
  notes: readonly FootnoteDefinition[],
): void {
  for (const { index, edited = edit } of notes)
    if (edited) session.editedNotes.set(noteAnchor(owner, index), edited);
}

/** Lays out footnotes for the foot of a page, each under its anchor. */
export async function layOutNotes(
  notes: readonly FootnoteDefinition[],
  context: BlockContext,
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  const { session } = context;
  const { standard, structure } = session;
  const set = new Map<string, readonly Piece[]>();
  const style = session.theme.note;
  const leading = style.size * 1.36;
  const small = { ...session.theme.small, size: style.size * 0.9 };
  const widest = `${context.notesBefore + notes.length} `;
  const indent = Math.max(style.size * 1.5, textWidth(session, plainRuns(session, widest, small, -1)));
  for (const note of notes) {
    const name = noteAnchor(context.owner, note.index);
    const node = session.notes.get(name);
    // A note that nothing cites belongs to no page. Core keeps only notes that are cited.
    if (node === undefined) continue;
    const own = column();
    own.entry = undefined;
    own.anchor(name, node);
    const inner = { ...context, edit: note.edited ?? context.edit };
    const label = labelRuns(inner, `${context.notesBefore + note.index}`, small, structure.open('Lbl', node));
    await context.blocks(note.children, {
      ...inner,
      column: own,
      node: hasHeading(note) && standard.version === '2.0' ? structure.open('Sect', node) : node,
      x: session.geometry.rightToLeft ? 0 : indent,
      width: session.geometry.measure - indent,
      style,
      leading,
      gap: 0,
    });
    const [line] = setText(session, label, { width: indent, leading, align: 'left', direction: 'ltr' });
    if (line) own.beside(0, line, session.geometry.rightToLeft ? session.geometry.measure - line.width : 0);
    const pieces = own.pieces.map((piece, index) => ({
      ...piece,
      place: undefined,
      before: index === 0 ? leading * 0.3 : piece.before,
    }));
    set.set(name, pieces);
  }
  return set;
}

/**
 * In PDF 2.0, a note may hold no heading itself, but it may hold a section that has one (ISO 32000-2, annex
 * L).
 */
function hasHeading({ children }: FootnoteDefinition): boolean {
  return [...walk(children)].some(({ type }) => type === 'heading');
}
