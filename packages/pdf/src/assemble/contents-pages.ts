import type { DisplayPage } from '../display/display-list.ts';
import type { BlockContext } from '../flow/block-context.ts';
import { paginate } from '../flow/paginate.ts';
import type { Piece } from '../flow/piece.ts';

/** The least number of lines on the last page. */
const LAST_LINES = 3;
/** How far the spaces between lines may shrink to save a page. */
const TIGHTEST = 0.8;

/** The pages of the contents: a little tighter when that saves one, and never with a line alone on the last. */
export function contentsPages(context: BlockContext): DisplayPage[] {
  const { depth, measure, leading, rightToLeft } = context.session.geometry;
  const pieces = lastTogether(context.column.pieces);
  const set = (scale: number): DisplayPage[] =>
    paginate(
      pieces.map((piece) => ({ ...piece, before: piece.before * scale })),
      {
        depth,
        measure,
        rightToLeft,
        leading,
        opening: true,
        filled: true,
        fallback: context.place,
        notes: new Map(),
      },
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
