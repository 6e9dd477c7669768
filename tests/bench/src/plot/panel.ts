import type { Series } from '../series.ts';
import { type Axes, drawAxes, grouped } from './axes.ts';
import { element, escaped } from './element.ts';
import { spread } from './spread.ts';
import { toolClass } from './style.ts';

const DASHES: readonly string[] = ['none', '7 5', '1 5'];
const LINE = 15;

/** One format's panel: a line a tool, named at its end. The origin is the upper left of the axes. */
export function drawPanel(name: string, all: readonly Series[], axes: Axes): string {
  const { length: height } = axes.seconds;
  const ends = all.map(({ points }) => place(axes, points.at(-1)));
  const heights = labelHeights(ends, height);
  const drawn = all.map((series, index) => {
    const kind = toolClass(series.tool);
    const way = all.slice(0, index).filter(({ tool }) => toolClass(tool) === kind).length;
    const points = series.points.map((point) => ({ ...place(axes, point), point }));
    const { x, y } = ends[index] ?? { x: 0, y: 0 };
    const at = heights[index] ?? y;
    return element(
      'g',
      { class: kind },
      element('polyline', {
        class: 'line',
        'stroke-dasharray': DASHES[way] ?? 'none',
        points: points.map((to) => `${to.x.toFixed(1)},${to.y.toFixed(1)}`).join(' '),
      }),
      element('path', {
        class: 'leader',
        d: `M${x.toFixed(1)} ${y.toFixed(1)}L${(x + 14).toFixed(1)} ${at.toFixed(1)}`,
      }),
      ...points.map((to) =>
        element(
          'circle',
          { class: 'point', cx: to.x, cy: to.y, r: 3.5 },
          `<title>${escaped(`${series.tool}, ${grouped(to.point.entries)} entries: ${to.point.cpu.toFixed(2)} CPU s`)}</title>`,
        ),
      ),
      element(
        'text',
        { class: kind === 'octavo' ? 'label ours' : 'label', x: x + 18, y: at + 4 },
        escaped(series.tool),
      ),
    );
  });
  const heading = element('text', { class: 'name', x: 0, y: -12 }, escaped(name));
  return [heading, drawAxes(axes), ...drawn].join('\n');
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function place(axes: Axes, point: Series['points'][number] | undefined): Place {
  if (!point) return { x: 0, y: 0 };
  return { x: axes.entries.at(point.entries), y: axes.seconds.length - axes.seconds.at(point.cpu) };
}

/** Labels of lines that end at the same number of entries make room for each other. */
function labelHeights(ends: readonly Place[], bottom: number): readonly number[] {
  const result = ends.map(({ y }) => y);
  for (const x of new Set(ends.map((end) => end.x))) {
    const indices = ends.flatMap((end, index) => (end.x === x ? [index] : []));
    const moved = spread(
      indices.map((index) => result[index] ?? 0),
      LINE,
      bottom,
    );
    for (const [at, index] of indices.entries()) result[index] = moved[at] ?? 0;
  }
  return result;
}
