import type { Item } from '../display/display-list.ts';
import type { Frame, Piece } from './piece.ts';

/** A piece on its page. `repeated`: a table's head set again. */
export interface Placed {
  readonly piece: Piece;
  readonly y: number;
  readonly repeated: boolean;
}

/** The boxes behind the pieces of one page, outermost first. */
export function frameBoxes(placed: readonly Placed[]): Item[] {
  const spans = new Map<Frame, { top: number; bottom: number; depth: number }>();
  for (const { piece, y } of placed) {
    for (const [depth, frame] of piece.frames.entries()) {
      const inner = piece.frames.slice(depth + 1);
      const top =
        y - frame.above - inner.reduce((total, one) => total + one.above, 0) * Number(!spans.has(frame));
      const bottom = y + piece.height + frame.below + inner.reduce((total, one) => total + one.below, 0);
      const known = spans.get(frame);
      spans.set(frame, {
        top: Math.min(known?.top ?? top, top),
        bottom: Math.max(known?.bottom ?? bottom, bottom),
        depth,
      });
    }
  }
  const boxes = [...spans].sort(([, a], [, b]) => a.depth - b.depth);
  return boxes.flatMap(([frame, { top, bottom }]) => {
    const box = { kind: 'box' as const, x: frame.x, y: top, width: frame.width, height: bottom - top };
    return [
      ...(frame.fill || frame.stroke
        ? [
            {
              ...box,
              ...(frame.fill ? { fill: frame.fill } : {}),
              ...(frame.stroke ? { stroke: frame.stroke, strokeWidth: 0.5 } : {}),
            },
          ]
        : []),
      ...(frame.bar
        ? [
            {
              ...box,
              x: frame.bar.right ? frame.x + frame.width - frame.bar.width : frame.x,
              width: frame.bar.width,
              fill: frame.bar.color,
            },
          ]
        : []),
    ];
  });
}
