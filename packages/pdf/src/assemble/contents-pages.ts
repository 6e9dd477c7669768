import type { DisplayPage } from '../display/display-list.ts';
import type { BlockContext } from '../flow/block-context.ts';
import type { Piece } from '../flow/piece.ts';
import { sectionPages } from '../flow/section.ts';

/** The last page has at least so many lines. */
const LAST_LINES = 3;
/** The spaces between lines may shrink so far to save a page. */
const TIGHTEST = 0.8;

/** Cuts the contents into pages. Lines stand a little closer when that saves a page, and none alone on the last. */
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

/** Keeps the last lines together. A line of the contents may be of several pieces, which all have one place. */
function lastTogether(pieces: readonly Piece[]): readonly Piece[] {
  const lines = new Set(pieces.map((piece) => piece.place));
  const last = new Set([...lines].slice(-LAST_LINES));
  return pieces.map((piece, index) =>
    index < pieces.length - 1 && last.has(piece.place) ? { ...piece, keep: true } : piece,
  );
}
