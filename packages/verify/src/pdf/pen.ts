import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, boxOf, crossed, type Matrix, multiplied } from './geometry.ts';
import { cornersOf, fillsBox, numbers } from './path-corners.ts';
import { freshState, type PenState, SETS } from './pen-state.ts';
import { type Stroke, strokeOf } from './stroke.ts';

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
