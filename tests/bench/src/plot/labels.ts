import { element, escaped } from './element.ts';
import { spread } from './spread.ts';

/** A point of a panel, in pixels from the upper left of its axes. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const LINE = 15;

/** The names of lines, each at its line's end; `axes` are the pixels from their upper left to lower right. */
export function drawLabels(names: readonly string[], ends: readonly Place[], axes: Place): readonly string[] {
  const last = Math.max(...ends.map(({ x }) => x));
  const right = ends.flatMap(({ x }, index) => (x === last ? [index] : []));
  const heights = spread(
    right.map((index) => ends[index]?.y ?? 0),
    LINE,
    axes.y,
  );
  return names.map((name, index) => {
    const { x, y } = ends[index] ?? { x: 0, y: 0 };
    const height = heights[right.indexOf(index)];
    return height === undefined ? above(name, { x, y }, axes) : beside(name, { x, y }, height);
  });
}

/** To the right, on a height of its own, with a line that leads there. */
function beside(name: string, { x, y }: Place, height: number): string {
  const from = `M${x.toFixed(1)} ${y.toFixed(1)}`;
  const leader = element('path', {
    class: 'leader',
    d: `${from}L${(x + 14).toFixed(1)} ${height.toFixed(1)}`,
  });
  return leader + text(name, 'label', x + 18, height + 4);
}

/** Of a line that ends before others do: over it, away from where those go on. */
function above(name: string, { x, y }: Place, axes: Place): string {
  return x > axes.x / 4 ? text(name, 'label end', x + 4, y - 9) : text(name, 'label', x - 4, y - 9);
}

function text(name: string, style: string, x: number, y: number): string {
  return element('text', { class: name.startsWith('octavo') ? `${style} ours` : style, x, y }, escaped(name));
}
