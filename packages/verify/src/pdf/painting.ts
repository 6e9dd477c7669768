import { contrast } from '../pictures/contrast.ts';
import { type Box, within } from './geometry.ts';
import type { Fill } from './pen.ts';
import type { Stroke } from './stroke.ts';

/** What a marked stretch paints. */
export interface Painting {
  /** Why a reader does not see its words, if that is so. */
  readonly unseen: string | undefined;
  /** Around everything it paints; undefined when it paints nothing. */
  readonly box: Box | undefined;
  /** Glyphs, areas and pictures in it that a reader sees. */
  readonly marks: number;
}

/** Smaller letters cannot be read; the smallest letters that are set are the marks of notes. */
const SMALLEST = 3;
/**
 * The lowest contrast at which letters count as visible; even the page's palest ink has twice this contrast
 * with its ground (WCAG 2.2, 1.4.3).
 */
const FAINTEST = 1.6;

/** Something painted, in the order of the page. `mark` is the MCID it belongs to. */
export interface Painted {
  readonly mark: number | undefined;
  readonly artifact: boolean;
  readonly stroke?: Stroke;
  readonly fill?: Fill;
}

/**
 * Judges what a page paints as an eye does: ink, its contrast with the ground, what is later painted above
 * it, the size of letters, whether they stand upright, and whether they are on the page.
 */
export function paintings(painted: readonly Painted[], view: Box): ReadonlyMap<number, Painting> {
  const found = new Map<number, { unseen: string | undefined; box: Box | undefined; marks: number }>();
  const fills = painted.flatMap(({ fill }, order) =>
    fill?.covers && fill.alpha > 0.5 ? [{ ...fill, order }] : [],
  );
  const words = painted.flatMap(({ stroke, artifact }, order) =>
    artifact && stroke && stroke.points.length > 0 && seen(stroke) ? [{ box: stroke.box, order }] : [],
  );
  for (const [order, { mark, stroke, fill }] of painted.entries()) {
    if (mark === undefined) continue;
    const own = found.get(mark) ?? { unseen: undefined, box: undefined, marks: 0 };
    found.set(mark, own);
    if (stroke?.lacking) own.unseen ??= 'are drawn as boxes: the font lacks their glyphs';
    const box = stroke && stroke.points.length > 0 ? stroke.box : fill?.box;
    if (!box) continue;
    own.box = own.box ? around(own.box, box) : box;
    const why = stroke ? unseen(stroke, order) : fill && hidden(fill, order);
    if (why === undefined) own.marks += stroke?.points.length ?? 1;
    else if (stroke) own.unseen ??= why;
  }
  return found;

  /** Why an area cannot be seen: it leaves no trace on what is under it, or something else lies above it. */
  function hidden({ box, colour, alpha }: Fill, order: number): string | undefined {
    const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const;
    if (alpha <= 0.1 || !within(view, middle)) return 'not on the page';
    const under = fills.findLast((fill) => fill.order < order && within(fill.box, middle));
    const ground = under ? under.colour : '#ffffff';
    if (colour && ground && contrast(colour, ground) < 1.02) return 'in the colour of the ground';
    const covers = (one: Box): boolean =>
      one[0] <= box[0] && one[1] <= box[1] && one[2] >= box[2] && one[3] >= box[3];
    const own = painted[order]?.mark;
    return fills.some((fill) => fill.order > order && painted[fill.order]?.mark !== own && covers(fill.box))
      ? 'covered'
      : undefined;
  }

  function unseen(stroke: Stroke, order: number): string | undefined {
    const { points, clip, colour, size } = stroke;
    if (points.length === 0) return undefined;
    if (!seen(stroke)) return 'are painted without ink';
    if (size < SMALLEST) return `are ${size.toFixed(1)} pt high`;
    if (!stroke.upright) return 'are mirrored or turned';
    if (points.some((point) => !within(view, point))) return 'are off the page';
    if (points.some((point) => !within(clip, point))) return 'are cut away';
    const near = fills.filter((fill) => touches(fill.box, stroke.box));
    const above = [...near, ...words.filter((one) => touches(one.box, stroke.box))].filter(
      (one) => one.order > order,
    );
    for (const [x, y] of points) {
      const under = near.findLast((fill) => fill.order < order && within(fill.box, [x, y]));
      const ground = under ? under.colour : '#ffffff';
      if (colour && ground && contrast(colour, ground) < FAINTEST)
        return `are painted ${colour} on ${ground}`;
      const [low, high] = [y - size * 0.2, y + size * 0.2];
      const hides = ({ box }: { box: Box }): boolean => within(box, [x, low]) && within(box, [x, high]);
      if (above.some(hides)) return 'are covered';
    }
    return undefined;
  }
}

function seen({ noInk, alpha }: Stroke): boolean {
  return !noInk && alpha > 0.3;
}

function touches(one: Box, two: Box): boolean {
  return one[0] <= two[2] && one[2] >= two[0] && one[1] <= two[3] && one[3] >= two[1];
}

/** The box around two. */
export function around(one: Box, two: Box): Box {
  return [
    Math.min(one[0], two[0]),
    Math.min(one[1], two[1]),
    Math.max(one[2], two[2]),
    Math.max(one[3], two[3]),
  ];
}
