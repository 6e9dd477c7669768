import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, boxOf, crossed, type Matrix, multiplied } from './geometry.ts';
import { freshState, type PenState, SETS } from './pen-state.ts';
import { type Stroke, strokeOf } from './stroke.ts';

/** How many numbers each step of a path takes, as pdf.js writes it: to a place, a line, two curves, the end. */
const STEPS = [2, 2, 6, 4, 0];

/** The box around a path: what pdf.js found, or what its steps say. */
function cornersOf([, path, box]: readonly unknown[]): readonly number[] {
  if (box) return numbers(box);
  const points = outlinesOf(path).flat();
  if (points.length < 2) return [];
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** As much of its box as a path fills at least that hides what is under the box; a root's sign or a slanted line does not. */
const MOST_OF_BOX = 0.4;

/** Whether a path fills most of the box around it. */
function fillsBox(given: readonly unknown[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = cornersOf(given);
  const outlines = outlinesOf(given[1]);
  const area = outlines.reduce((sum, points) => sum + areaOf(points), 0);
  return outlines.length === 0 || Math.abs(area) >= (right - left) * (top - bottom) * MOST_OF_BOX;
}

/** The area within an outline, whose sign says which way round it runs. */
function areaOf(points: readonly number[]): number {
  let area = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    area += (points[at] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[at + 1] ?? 0);
  }
  return area / 2;
}

/** The places of each outline of a path, one number after the other, those that its curves bend to too. */
function outlinesOf(path: unknown): number[][] {
  const [data] = (path ?? []) as readonly (ArrayLike<number> | null)[];
  const steps = data ? numbers(data) : [];
  const outlines: number[][] = [];
  for (let at = 0; at < steps.length; at += 1 + (STEPS[steps[at] ?? 4] ?? 0)) {
    if (steps[at] === 0) outlines.push([]);
    outlines.at(-1)?.push(...steps.slice(at + 1, at + 1 + (STEPS[steps[at] ?? 4] ?? 0)));
  }
  return outlines;
}

/** Numbers as pdf.js hands them over, in typed arrays or lists. */
function numbers(value: unknown): number[] {
  return Array.from(value as ArrayLike<number>);
}

/** An area that is filled, or a line that is drawn. */
export interface Fill {
  readonly box: Box;
  readonly colour: string | undefined;
  readonly alpha: number;
  /** False for a line, and for what fills little of its box: it hides nothing under it. */
  readonly covers: boolean;
}

/** Follows the operators of a page as pdf.js lists them, and tells what each paints, and where. */
export interface Pen {
  /** What an operator fills or draws, if it does. */
  readonly apply: (operator: number, given: readonly unknown[]) => Fill | undefined;
  readonly show: (glyphs: unknown) => Stroke;
  /** Where a picture is painted now. */
  readonly picture: () => { readonly matrix: Matrix; readonly alpha: number };
}

const FILLS: ReadonlySet<unknown> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const START: Matrix = [1, 0, 0, 1, 0, 0];

/** A pen at the beginning of a page that shows the area `view`. */
export function penFor(view: Box): Pen {
  let state = freshState(view);
  const saved: PenState[] = [];
  let [text, lineStart] = [START, START];
  let clips = false;

  const push = (matrix?: unknown, bounds?: unknown, mute = state.mute): void => {
    saved.push(state);
    const ctm = matrix ? multiplied(numbers(matrix) as unknown as Matrix, state.ctm) : state.ctm;
    const box = bounds ? crossed(state.clip, boxOf(ctm, numbers(bounds) as unknown as Box)) : state.clip;
    state = { ...state, ctm, clip: box, mute };
  };
  const pop = (): void => {
    state = saved.pop() ?? state;
  };
  const begin = (matrix: Matrix): void => {
    [text, lineStart] = [matrix, matrix];
  };
  const move = (x: unknown, y: unknown): void =>
    begin(multiplied([1, 0, 0, 1, Number(x), Number(y)], lineStart));

  /** Operators that lead the pen, by their numbers. */
  const leads: Readonly<Record<number, ((given: readonly unknown[]) => void) | undefined>> = {
    [OPS.save]: () => push(),
    [OPS.paintFormXObjectBegin]: ([matrix, bounds]) => push(matrix, bounds),
    [OPS.beginGroup]: ([group]) => {
      const { matrix, bbox, smask } = group as Readonly<Record<string, unknown>>;
      push(matrix, bbox, state.mute || Boolean(smask));
    },
    [OPS.restore]: pop,
    [OPS.endGroup]: pop,
    [OPS.paintFormXObjectEnd]: pop,
    [OPS.transform]: (given) => {
      state = { ...state, ctm: multiplied(given as unknown as Matrix, state.ctm) };
    },
    [OPS.beginText]: () => begin(START),
    [OPS.setTextMatrix]: (given) =>
      begin(numbers(given.length === 1 ? given[0] : given) as unknown as Matrix),
    [OPS.moveText]: ([x, y]) => move(x, y),
    [OPS.setLeadingMoveText]: ([x, y]) => {
      state = { ...state, leading: -Number(y) };
      move(x, y);
    },
    [OPS.nextLine]: () => move(0, -state.leading),
    [OPS.clip]: () => {
      clips = true;
    },
    [OPS.eoClip]: () => {
      clips = true;
    },
  };

  function apply(operator: number, given: readonly unknown[]): Fill | undefined {
    leads[operator]?.(given);
    state = { ...state, ...SETS[operator]?.(given) };
    const { alpha, masked } = state;
    if (operator === OPS.constructPath) return path(given);
    if (operator !== OPS.shadingFill || state.mute) return undefined;
    return { box: state.clip, colour: undefined, alpha, covers: !masked };
  }

  function path(given: readonly unknown[]): Fill | undefined {
    const corners = cornersOf(given);
    const box = crossed(state.clip, boxOf(state.ctm, corners as unknown as Box));
    if (clips && corners.length === 4) state = { ...state, clip: box };
    clips = false;
    if (corners.length !== 4 || given[0] === OPS.endPath || state.mute) return undefined;
    const fills = FILLS.has(given[0]);
    const { colour, line, alpha, masked } = state;
    return { box, colour: fills ? colour : line, alpha, covers: fills && !masked && fillsBox(given) };
  }

  function show(glyphs: unknown): Stroke {
    const { stroke, advance } = strokeOf(glyphs, multiplied(text, state.ctm), state);
    text = multiplied([1, 0, 0, 1, advance, 0], text);
    return stroke;
  }
  return { apply, show, picture: () => ({ matrix: state.ctm, alpha: state.alpha }) };
}
