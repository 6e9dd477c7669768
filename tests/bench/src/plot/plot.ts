import type { BenchFormat } from '../peers/peer.ts';
import type { Row } from '../row.ts';
import { type Series, seriesOf } from '../series.ts';
import type { Axes } from './axes.ts';
import { element, escaped } from './element.ts';
import { drawPanel } from './panel.ts';
import { logScale, roundNumber } from './scale.ts';
import { STYLE } from './style.ts';

const NAMES: Readonly<Record<BenchFormat, string>> = {
  pdf: 'PDF',
  html: 'HTML',
  epub: 'EPUB',
  jsonld: 'JSON-LD',
  all: 'All formats together',
  command: 'Commands that build nothing',
};
const COLUMNS = 2;
const DECADE = 80;
const LEFT = 56;
const LABELS = 190;
const HEAD = 84;
const ABOVE = 34;
const BELOW = 42;
const TITLE = 'CPU seconds by number of entries';
const HOW =
  'Seconds upwards, entries to the right; a square is ten times as much: along its diagonal, cost grows in proportion.';

/**
 * An SVG 1.1 document: CPU seconds against entries, both logarithmic, one panel a format, one line a tool
 * with its name at its end; readable on light and on dark pages. The same rows give the same text.
 */
export function plot(rows: readonly Row[]): string {
  const series = seriesOf(rows);
  const formats = [...new Set(series.map(({ format }) => format))];
  const axes = axesOf(rows);
  const cell = {
    width: LEFT + axes.entries.length + LABELS,
    height: ABOVE + axes.seconds.length + BELOW,
  };
  const width = cell.width * COLUMNS;
  const height = HEAD + cell.height * Math.ceil(formats.length / COLUMNS);
  const panels = formats.map((format, at) => {
    const x = LEFT + (at % COLUMNS) * cell.width;
    const y = HEAD + ABOVE + Math.floor(at / COLUMNS) * cell.height;
    const own = series.filter((one) => one.format === format);
    return element(
      'g',
      { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
      drawPanel(NAMES[format], own, axes),
    );
  });
  const document = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': 'title desc',
    },
    `\n<title id="title">${TITLE}</title>\n`,
    `<desc id="desc">${escaped(`Both scales are logarithmic. ${series.map(inWords).join(' ')}`)}</desc>\n`,
    `<style>${STYLE}</style>\n`,
    element('rect', { class: 'paper', width: '100%', height: '100%' }),
    element('text', { class: 'heading', x: 16, y: 34 }, TITLE),
    element('text', { class: 'quiet', x: 16, y: 58 }, HOW),
    `\n${panels.join('\n')}\n`,
  );
  return `${document}\n`;
}

/** The same scales for every panel, so that panels compare. */
function axesOf(rows: readonly Row[]): Axes {
  const sizes = rows.map((row) => row.entries);
  const seconds = rows.map((row) => row.cpu);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return {
    entries: logScale(least / (least === most ? 3 : 1.2), most * (least === most ? 3 : 1.2), DECADE),
    seconds: logScale(
      roundNumber(Math.min(...seconds), 'down'),
      roundNumber(Math.max(...seconds), 'up'),
      DECADE,
    ),
  };
}

/** `HTML, hugo: 0.10 s for 100, 0.51 s for 1000.` */
function inWords({ format, tool, points }: Series): string {
  const values = points.map((point) => `${point.cpu.toFixed(2)} s for ${point.entries}`);
  return `${NAMES[format]}, ${tool}: ${values.join(', ')}.`;
}
