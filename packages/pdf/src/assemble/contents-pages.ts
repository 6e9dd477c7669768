import type { DisplayPage } from '../display/display-list.ts';
import type { BlockContext } from '../flow/block-context.ts';
import type { Piece } from '../flow/piece.ts';
import { sectionPages } from '../flow/section.ts';

/** The least number of lines on the last page. */
const LAST_LINES = 3;
/** How far the spaces between lines may shrink to save a page. */
const TIGHTEST = 0.8;

/** The pages of the contents: a little tighter when that saves one, and never with a line alone on the last. */
export function contentsPages(context: BlockContext): DisplayPage[] {
  const pieces = lastTogether(context.column.pieces);
  const set = (scale: number): DisplayPage[] =>
    sectionPages(
      context,
      undefined,
      pieces.map((piece) => ({ ...piece, before: piece.before * scale })),
    );
  const [loose, tight] = [set(1), set(TIGHTEST)];
  return tight.length < loose.length ? tight : loose;
}

/** A line of the contents may be of several pieces, all of one place. */
function lastTogether(pieces: readonly Piece[]): readonly Piece[] {
  const lines = new Set(pieces.map((piece) => piece.place));
  const last = new Set([...lines].slice(-LAST_LINES));
  return pieces.map((piece, index) =>
    index < pieces.length - 1 && last.has(piece.place) ? { ...piece, keep: true } : piece,
  );
}
