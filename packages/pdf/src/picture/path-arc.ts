/** An elliptical arc as cubic curves (SVG 1.1, F.6). */
export function arc(
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
