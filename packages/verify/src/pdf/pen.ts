import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A box on a page, in points from the lower left corner: left, bottom, right, top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];
/** A transformation (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

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

/** How many numbers each step of a path takes, as pdf.js writes it: to a place, a line, two curves, the end. */
const STEPS = [2, 2, 6, 4, 0];

/** The box around a path: what pdf.js found, or what its steps say. */
function cornersOf([, path, box]: readonly unknown[]): readonly number[] {
  if (box) return numbers(box);
  const [data] = (path ?? []) as readonly (ArrayLike<number> | null)[];
  const steps = data ? numbers(data) : [];
  const points: number[] = [];
  for (let at = 0; at < steps.length; at += 1 + (STEPS[steps[at] ?? 4] ?? 0))
    points.push(...steps.slice(at + 1, at + 1 + (STEPS[steps[at] ?? 4] ?? 0)));
  if (points.length < 2) return [];
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function hex(given: readonly unknown[]): string {
  return `#${given.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

function numbers(value: unknown): number[] {
  return Array.from(value as ArrayLike<number>);
}

/** One transformation, then another. */
export function multiplied(one: Matrix, two: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [A, B, C, D, E, F] = two;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around a box that was transformed. */
export function boxOf(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    place(matrix, left, bottom),
    place(matrix, right, bottom),
    place(matrix, left, top),
  ].concat([place(matrix, right, top)]);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function crossed(one: Box, two: Box): Box {
  return [
    Math.max(one[0], two[0]),
    Math.max(one[1], two[1]),
    Math.min(one[2], two[2]),
    Math.min(one[3], two[3]),
  ];
}

/** Whether a point is in a box. */
export function within([left, bottom, right, top]: Box, [x, y]: readonly [number, number]): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}
