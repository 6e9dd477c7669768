import { arc } from './path-arc.ts';
import { segments } from './path-segments.ts';

/** One step of a path in absolute coordinates: the operator of PDF that takes it (ISO 32000-1, 8.5.2), and its numbers. */
export interface PathStep {
  readonly operator: 'm' | 'l' | 'c' | 'h';
  readonly values: readonly number[];
}

/** The steps of SVG path data (SVG 1.1, 8.3). What cannot be read ends the path, as SVG says. */
export function pathSteps(data: string): readonly PathStep[] {
  const out: PathStep[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let [controlX, controlY] = [0, 0];
  let last = '';
  for (const { command, values } of segments(data)) {
    const upper = command.toUpperCase();
    const [ox, oy] = command === upper ? [0, 0] : [x, y];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
    const curve = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void => {
      out.push({ operator: 'c', values: [x1, y1, x2, y2, x3, y3] });
      [x, y] = [x3, y3];
    };
    const line = (toX: number, toY: number): void => {
      out.push({ operator: 'l', values: [toX, toY] });
      [x, y] = [toX, toY];
    };
    switch (upper) {
      case 'M':
        [x, y] = [ox + a, oy + b];
        [startX, startY] = [x, y];
        out.push({ operator: 'm', values: [x, y] });
        break;
      case 'L':
      case 'H':
      case 'V':
        line(upper === 'V' ? x : ox + a, upper === 'L' ? oy + b : upper === 'V' ? oy + a : y);
        break;
      case 'C':
        [controlX, controlY] = [ox + c, oy + d];
        curve(ox + a, oy + b, controlX, controlY, ox + e, oy + f);
        break;
      case 'S': {
        const [x1, y1] = /[CS]/.test(last) ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        [controlX, controlY] = [ox + a, oy + b];
        curve(x1, y1, controlX, controlY, ox + c, oy + d);
        break;
      }
      case 'Q':
      case 'T': {
        const reflected = /[QT]/.test(last) ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        const [qx = x, qy = y] = upper === 'Q' ? [ox + a, oy + b] : reflected;
        const [endX, endY] = upper === 'Q' ? [ox + c, oy + d] : [ox + a, oy + b];
        [controlX, controlY] = [qx, qy];
        curve(
          x + (2 / 3) * (qx - x),
          y + (2 / 3) * (qy - y),
          endX + (2 / 3) * (qx - endX),
          endY + (2 / 3) * (qy - endY),
          endX,
          endY,
        );
        break;
      }
      case 'A':
        for (const values of arc(x, y, a, b, c, d !== 0, e !== 0, ox + f, oy + g))
          out.push({ operator: 'c', values });
        [x, y] = [ox + f, oy + g];
        break;
      case 'Z':
        out.push({ operator: 'h', values: [] });
        [x, y] = [startX, startY];
    }
    last = upper;
  }
  return out;
}
