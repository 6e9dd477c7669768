import type { Series } from '../series.ts';
import { type Axes, drawAxes, grouped } from './axes.ts';
import { element, escaped } from './element.ts';
import { drawLabels, type Place } from './labels.ts';
import { toolClass } from './style.ts';

const DASHES: readonly string[] = ['none', '7 5', '1 5'];

/** One format's panel: a line a tool, named at its end. The origin is the upper left of the axes. */
export function drawPanel(name: string, all: readonly Series[], axes: Axes): string {
  const names = all.map(({ tool }) => tool);
  const ends = all.map(({ points }) => place(axes, points.at(-1)));
  const labels = drawLabels(names, ends, { x: axes.entries.length, y: axes.seconds.length });
  const drawn = all.map((series, index) => {
    const kind = toolClass(series.tool);
    const way = names.slice(0, index).filter((tool) => toolClass(tool) === kind).length;
    const line = drawLine(series, axes, DASHES[way] ?? 'none');
    return element('g', { class: kind }, ...line, labels[index] ?? '');
  });
  return [element('text', { class: 'name', x: 0, y: -12 }, escaped(name)), drawAxes(axes), ...drawn].join(
    '\n',
  );
}

function drawLine({ tool, points }: Series, axes: Axes, dashes: string): readonly string[] {
  const places = points.map((point) => place(axes, point));
  const line = element('polyline', {
    class: 'line',
    'stroke-dasharray': dashes,
    points: places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '),
  });
  const dots = points.map((point) => {
    const { x, y } = place(axes, point);
    const said = `${tool}, ${grouped(point.entries)} entries: ${point.cpu.toFixed(2)} CPU s`;
    return element('circle', { class: 'point', cx: x, cy: y, r: 3.5 }, `<title>${escaped(said)}</title>`);
  });
  return [line, ...dots];
}

function place(axes: Axes, point: Series['points'][number] | undefined): Place {
  if (!point) return { x: 0, y: 0 };
  return { x: axes.entries.at(point.entries), y: axes.seconds.length - axes.seconds.at(point.cpu) };
}
