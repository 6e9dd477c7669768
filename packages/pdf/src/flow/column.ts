import type { PageBreakPlace } from '@octavo/core';
import type { SetLine } from '../text/set-line.ts';
import { type Frame, moved, type Piece } from './piece.ts';

/** Gathers the pieces of a chapter, one below the other. */
export interface Column {
  readonly pieces: readonly Piece[];
  /**
   * Asks for space before the next piece. Of several requests, the largest counts. A page may add `flex`
   * lines to it.
   */
  readonly space: (points: number, flex?: number) => void;
  readonly add: (piece: Partial<Piece> & Pick<Piece, 'height' | 'items'>) => void;
  /**
   * Adds the lines of a paragraph. Two lines stay together at its beginning and at its end; with `keep`, the
   * last stays with what follows.
   */
  readonly addLines: (lines: readonly SetLine[], placing: Placing) => void;
  /** Gives the next piece a name by which links find the element that begins there. */
  readonly anchor: (name: string, node: number) => void;
  /** Keeps the last piece with the next. */
  readonly keepLast: () => void;
  /**
   * Draws something beside a piece that is there already, on its baseline. It is read before the piece, or
   * after it.
   */
  readonly beside: (index: number, line: SetLine, x: number, order?: 'before' | 'after') => void;
  /** Everything added meanwhile stands in the frame. */
  readonly framed: (frame: Frame, fill: () => Promise<void>) => Promise<void>;
  /** Everything added from now on belongs to this entry. */
  entry: string | undefined;
}

export interface Placing {
  readonly x: number;
  readonly place?: PageBreakPlace | undefined;
  readonly keep?: Piece['keep'];
  /** This is how far the lines stand above their places: those of a heading stand above the grid. */
  readonly lift?: number;
  /** All lines have the same place, because their text is not that of the place. */
  readonly onePlace?: boolean;
  /** All lines stay on one page. */
  readonly together?: boolean;
  /** This is set again at the top of a page that begins with one of the lines. */
  readonly head?: Piece | undefined;
}

const NOTHING: readonly never[] = [];

/** An empty column. */
export function column(): Column {
  const pieces: Piece[] = [];
  const anchors: Piece['anchors'][number][] = [];
  const frames: Frame[] = [];
  /**
   * These are the padding of boxes and the space that was asked for. At the edges of a box, no space is asked
   * for.
   */
  let padding = 0;
  let wish = 0;
  let edge = false;
  let flex = 0;
  const self: Column = {
    pieces,
    entry: undefined,
    space(points, lines = 0) {
      if (edge) return;
      wish = Math.max(wish, points);
      flex = Math.max(flex, lines);
    },
    add(piece) {
      pieces.push({
        height: piece.height,
        before: piece.before ?? padding + wish,
        baseline: piece.baseline,
        leading: piece.leading,
        above: piece.above,
        half: piece.half,
        flex: flex > 0 ? flex : undefined,
        items: piece.items,
        links: piece.links ?? NOTHING,
        anchors: anchors.length > 0 ? anchors.splice(0) : NOTHING,
        keep: piece.keep ?? false,
        frames: frames.length > 0 ? [...frames] : NOTHING,
        notes: piece.notes ?? NOTHING,
        place: piece.place,
        entry: self.entry,
        head: piece.head,
      });
      padding = 0;
      wish = 0;
      flex = 0;
      edge = false;
    },
    addLines(lines, placing) {
      for (const piece of linePieces(lines, placing)) self.add(piece);
    },
    anchor(name, node) {
      anchors.push({ name, node });
    },
    keepLast() {
      const last = pieces.at(-1);
      if (last && !last.keep) pieces[pieces.length - 1] = { ...last, keep: true };
    },
    beside(index, line, x, order = 'before') {
      const piece = pieces[index];
      if (piece) pieces[index] = withBeside(piece, line, x, order);
    },
    async framed(frame, fill) {
      frames.push(frame);
      const first = pieces.length;
      padding += wish + frame.above;
      wish = 0;
      edge = true;
      await fill();
      frames.pop();
      edge = false;
      if (pieces.length === first) return;
      wish = 0;
      padding += frame.below;
    },
  };
  return self;
}

/** A paragraph's lines as pieces: two stay together at its beginning and its end. */
function linePieces(
  lines: readonly SetLine[],
  { x, place, keep = false, onePlace = false, together = false, lift = 0, head }: Placing,
): readonly Parameters<Column['add']>[0][] {
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    // No page ends with a hyphen.
    const stays = index === 0 || index === lines.length - 2 || together || line.hyphen;
    const { items, links } = moved({ items: line.items, links: line.links }, x, -lift);
    return {
      items,
      links,
      height: line.height,
      leading: line.leading,
      above: line.above,
      half: line.half,
      baseline: line.baseline - lift,
      notes: line.notes,
      place: place && !onePlace ? { ...place, offset: place.offset + (line.source ?? 0) } : place,
      keep: isLast ? keep : stays,
      head,
    };
  });
}

/** A piece with a line beside it, on its baseline. */
function withBeside(piece: Piece, line: SetLine, x: number, order: 'before' | 'after'): Piece {
  const drop = (piece.baseline ?? line.baseline) - line.baseline;
  const label = moved({ items: line.items, links: line.links }, x, drop);
  const [first, second] = order === 'before' ? [label, piece] : [piece, label];
  return {
    ...piece,
    items: [...first.items, ...second.items],
    links: [...first.links, ...second.links],
  };
}
