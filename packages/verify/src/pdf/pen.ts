import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, boxOf, crossed, type Matrix, multiplied, place } from './geometry.ts';
import { cornersOf, numbers } from './path-corners.ts';

/** One string of glyphs as it is painted. */
export interface Stroke {
  readonly box: Box;
  /** Points in the middle of each glyph that has ink, at the height of small letters. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The size of the letters on the page, in points. */
  readonly size: number;
  readonly upright: boolean;
  /** `#rrggbb`; undefined for a pattern. */
  readonly colour: string | undefined;
  readonly alpha: number;
  /** Whether a rendering mode or a mask leaves no ink. */
  readonly noInk: boolean;
  readonly clip: Box;
}

/** An area that is filled, or a line that is drawn. */
export interface Fill {
  readonly box: Box;
  readonly colour: string | undefined;
  readonly alpha: number;
  /** False for a line, which hides nothing under it. */
  readonly covers: boolean;
}

interface State {
  ctm: Matrix;
  clip: Box;
  colour: string | undefined;
  line: string | undefined;
  alpha: number;
  masked: boolean;
  /** Within a mask, which paints nothing itself. */
  mute: boolean;
  size: number;
  mode: number;
  rise: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
}

/** Follows the operators of a page as pdf.js lists them, and tells what each paints, and where. */
export interface Pen {
  /** What an operator fills or draws, if it does. */
  readonly apply: (operator: number, given: readonly unknown[]) => Fill | undefined;
  readonly show: (glyphs: unknown) => Stroke;
}

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** A pen at the beginning of a page that shows the area `view`. */
export function penFor(view: Box): Pen {
  let state: State = {
    ctm: [1, 0, 0, 1, 0, 0],
    clip: view,
    colour: '#000000',
    line: '#000000',
    alpha: 1,
    masked: false,
    mute: false,
    size: 0,
    mode: 0,
    rise: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
  };
  const saved: State[] = [];
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let lineStart: Matrix = text;
  let clips = false;

  const move = (x: number, y: number): void => {
    lineStart = multiplied([1, 0, 0, 1, x, y], lineStart);
    text = lineStart;
  };
  const push = (matrix: unknown): void => {
    saved.push({ ...state });
    if (matrix) state.ctm = multiplied(numbers(matrix) as unknown as Matrix, state.ctm);
  };

  function apply(operator: number, given: readonly unknown[]): Fill | undefined {
    const [one, two] = given;
    switch (operator) {
      case OPS.save:
        push(undefined);
        break;
      case OPS.beginGroup: {
        const { matrix, bbox, smask } = one as { matrix: unknown; bbox: unknown; smask: unknown };
        push(matrix);
        if (bbox) state.clip = crossed(state.clip, boxOf(state.ctm, numbers(bbox) as unknown as Box));
        if (smask) state.mute = true;
        break;
      }
      case OPS.paintFormXObjectBegin:
        push(one);
        if (two) state.clip = crossed(state.clip, boxOf(state.ctm, numbers(two) as unknown as Box));
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiplied(given as unknown as Matrix, state.ctm);
        break;
      case OPS.beginText:
        text = [1, 0, 0, 1, 0, 0];
        lineStart = text;
        break;
      case OPS.setTextMatrix:
        lineStart = numbers(given.length === 1 ? one : given) as unknown as Matrix;
        text = lineStart;
        break;
      case OPS.setLeadingMoveText:
        state.leading = -Number(two);
        move(Number(one), Number(two));
        break;
      case OPS.moveText:
        move(Number(one), Number(two));
        break;
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = -Number(one);
        break;
      case OPS.setFont:
        state.size = Number(two);
        break;
      case OPS.setTextRenderingMode:
        state.mode = Number(one);
        break;
      case OPS.setTextRise:
        state.rise = Number(one);
        break;
      case OPS.setCharSpacing:
        state.charSpace = Number(one);
        break;
      case OPS.setWordSpacing:
        state.wordSpace = Number(one);
        break;
      case OPS.setHScale:
        state.scale = Number(one) / 100;
        break;
      case OPS.setFillRGBColor:
        state.colour = typeof one === 'string' ? one : hex(given);
        break;
      case OPS.setStrokeRGBColor:
        state.line = typeof one === 'string' ? one : hex(given);
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.colour = undefined;
        break;
      case OPS.setGState:
        for (const [key, value] of one as readonly (readonly [string, unknown])[]) {
          if (key === 'ca') state.alpha = Number(value);
          if (key === 'SMask') state.masked = value !== false && value !== null;
        }
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.shadingFill:
        if (state.mute) return undefined;
        return { box: state.clip, colour: undefined, alpha: state.alpha, covers: !state.masked };
      case OPS.constructPath: {
        const corners = cornersOf(given);
        const box = crossed(state.clip, boxOf(state.ctm, corners as unknown as Box));
        if (clips) state.clip = corners.length === 4 ? box : state.clip;
        clips = false;
        if (corners.length !== 4 || one === OPS.endPath || state.mute) return undefined;
        const fills = FILLS.has(Number(one));
        const colour = fills ? state.colour : state.line;
        return { box, colour, alpha: state.alpha, covers: fills && !state.masked };
      }
    }
    return undefined;
  }

  function show(glyphs: unknown): Stroke {
    const { size, rise, scale } = state;
    const matrix = multiplied(text, state.ctm);
    const points: (readonly [number, number])[] = [];
    let at = 0;
    for (const glyph of Array.isArray(glyphs) ? (glyphs as readonly unknown[]) : []) {
      if (typeof glyph === 'number') {
        at -= (glyph / 1000) * size * scale;
        continue;
      }
      const {
        unicode = '',
        width = 0,
        isSpace,
      } = glyph as {
        unicode?: string;
        width?: number;
        isSpace?: boolean;
      };
      const wide = (width / 1000) * size;
      if (unicode.trim() !== '' && !state.mute)
        points.push(place(matrix, at + (wide * scale) / 2, rise + size / 4));
      at += (wide + state.charSpace + (isSpace ? state.wordSpace : 0)) * scale;
    }
    text = multiplied([1, 0, 0, 1, at, 0], text);
    const [a, b, c, d] = matrix;
    return {
      box: boxOf(matrix, [0, rise - size * 0.2, at, rise + size * 0.75]),
      points,
      size: size * Math.sqrt(Math.abs(a * d - b * c)),
      upright: a > 0 && d > 0 && Math.abs(b) < 0.02 * a && Math.abs(c) < 0.4 * d,
      colour: state.mode % 4 === 1 ? state.line : state.colour,
      alpha: state.alpha,
      noInk: state.mode === 3 || state.mode === 7 || state.masked,
      clip: state.clip,
    };
  }
  return { apply, show };
}

function hex(given: readonly unknown[]): string {
  return `#${given.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
