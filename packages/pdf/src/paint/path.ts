import { decimal } from './pdf-document.ts';

const ARGUMENTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** SVG path data (SVG 1.1, 8.3) as PDF path operators. What cannot be read ends the path, as SVG says. */
export function pathOperators(data: string): string {
  const out: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let [controlX, controlY] = [0, 0];
  let last = '';
  for (const { command, values } of segments(data)) {
    const upper = command.toUpperCase();
    const [ox, oy] = command === upper ? [0, 0] : [x, y];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
    const curve = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void => {
      out.push(`${[x1, y1, x2, y2, x3, y3].map(decimal).join(' ')} c`);
      [x, y] = [x3, y3];
    };
    const line = (toX: number, toY: number): void => {
      out.push(`${decimal(toX)} ${decimal(toY)} l`);
      [x, y] = [toX, toY];
    };
    switch (upper) {
      case 'M':
        [x, y] = [ox + a, oy + b];
        [startX, startY] = [x, y];
        out.push(`${decimal(x)} ${decimal(y)} m`);
        break;
      case 'L':
        line(ox + a, oy + b);
        break;
      case 'H':
        line(ox + a, y);
        break;
      case 'V':
        line(x, oy + a);
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
        for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] of arc(
          x,
          y,
          a,
          b,
          c,
          d !== 0,
          e !== 0,
          ox + f,
          oy + g,
        ))
          curve(x1, y1, x2, y2, x3, y3);
        [x, y] = [ox + f, oy + g];
        break;
      case 'Z':
        out.push('h');
        [x, y] = [startX, startY];
    }
    last = upper;
  }
  return out.join(' ');
}

function* segments(data: string): Generator<{ command: string; values: number[] }> {
  for (const [, command = '', list = ''] of data.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const count = ARGUMENTS[command.toUpperCase()] ?? 0;
    const values = numbers(list, command.toUpperCase() === 'A');
    if (count === 0) yield { command, values: [] };
    for (let at = 0; count > 0 && at + count <= values.length; at += count) {
      // Further pairs after a move are lines.
      const name = at > 0 && command === 'M' ? 'L' : at > 0 && command === 'm' ? 'l' : command;
      yield { command: name, values: values.slice(at, at + count) };
    }
  }
}

/** An arc's two flags may be written without a space: `a1 1 0 01 2 2`. */
function numbers(list: string, isArc: boolean): number[] {
  const values: number[] = [];
  const pattern = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
  for (let match = pattern.exec(list); match; match = pattern.exec(list)) {
    const isFlag = isArc && (values.length % 7 === 3 || values.length % 7 === 4);
    if (isFlag && /^[01]./.test(match[0])) {
      values.push(Number(match[0][0]));
      pattern.lastIndex = match.index + 1;
    } else values.push(Number(match[0]));
  }
  return values;
}

/** An elliptical arc as cubic curves (SVG 1.1, F.6). */
function arc(
  x: number,
  y: number,
  rx: number,
  ry: number,
  angle: number,
  large: boolean,
  sweep: boolean,
  toX: number,
  toY: number,
): number[][] {
  if (rx === 0 || ry === 0) return [[x, y, toX, toY, toX, toY]];
  if (x === toX && y === toY) return [];
  const phi = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x - toX) / 2, (y - toY) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  let [a, b] = [Math.abs(rx), Math.abs(ry)];
  const grow = Math.sqrt((px / a) ** 2 + (py / b) ** 2);
  if (grow > 1) [a, b] = [a * grow, b * grow];
  const under = Math.max(0, (a * b) ** 2 - (a * py) ** 2 - (b * px) ** 2) / ((a * py) ** 2 + (b * px) ** 2);
  const factor = Math.sqrt(under) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(factor * a * py) / b, (-factor * b * px) / a];
  const [cx, cy] = [cos * qx - sin * qy + (x + toX) / 2, sin * qx + cos * qy + (y + toY) / 2];
  const start = Math.atan2((py - qy) / b, (px - qx) / a);
  let turn = Math.atan2((-py - qy) / b, (-px - qx) / a) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const point = (u: number, v: number): [number, number] => [
    cx + a * u * cos - b * v * sin,
    cy + a * u * sin + b * v * cos,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [start + index * step, start + (index + 1) * step];
    const one = point(Math.cos(from) - handle * Math.sin(from), Math.sin(from) + handle * Math.cos(from));
    const two = point(Math.cos(to) + handle * Math.sin(to), Math.sin(to) - handle * Math.cos(to));
    return [...one, ...two, ...point(Math.cos(to), Math.sin(to))];
  });
}
