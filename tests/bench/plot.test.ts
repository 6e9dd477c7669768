import { describe, expect, it } from 'vitest';
import { parseXml } from '../../packages/verify/src/markup/parse-xml.ts';
import { readArguments } from './src/arguments.ts';
import { growthReport } from './src/growth.ts';
import type { BenchFormat } from './src/peers/peer.ts';
import { plot } from './src/plot/plot.ts';
import { logScale, roundNumber } from './src/plot/scale.ts';
import { spread } from './src/plot/spread.ts';
import { report } from './src/report.ts';
import type { Row } from './src/row.ts';

const row = (format: BenchFormat, tool: string, entries: number, cpu: number): Row => ({
  format,
  tool,
  entries,
  cpu,
  wall: cpu,
  peak: 100,
  bytes: 2000,
});

const ROWS: readonly Row[] = [
  row('pdf', 'typst-0.14', 100, 0.5),
  row('pdf', 'quick & <new>', 100, 0.25),
  row('html', 'octavo', 100, 1.5),
  row('pdf', 'typst-0.14', 1000, 3),
  row('html', 'octavo', 1000, 7.2),
];

describe('the plot', () => {
  it('is well-formed, names itself and every tool, and has a panel a format', () => {
    const svg = plot(ROWS);
    const root = parseXml(svg);
    expect(root.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'title desc' });
    const texts = textsIn(root);
    for (const text of ['CPU seconds by number of entries', 'PDF', 'HTML', '1,000'])
      expect(texts).toContain(text);
    for (const { tool } of ROWS) expect(texts).toContain(tool);
    expect(texts).toContain('octavo, 1,000 entries: 7.20 CPU s');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(plot([...ROWS])).toBe(svg);
  });

  it.each([[ROWS.slice(0, 1)], [ROWS.slice(2, 3)]])('is drawn of one measurement too', (rows) => {
    expect(plot(rows)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

const textsIn = (element: ReturnType<typeof parseXml>): string[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [child.trim()] : textsIn(child)));

it.each([
  { heights: [10, 50, 90], moved: [10, 50, 90] },
  { heights: [50, 52], moved: [46, 56] },
  { heights: [52, 50], moved: [56, 46] },
  { heights: [30, 36, 20], moved: [28.666, 38.666, 18.666] },
  { heights: [98, 99], moved: [90, 100] },
])('labels at $heights make room for each other', ({ heights, moved }) => {
  for (const [index, height] of spread(heights, 10, 100).entries())
    expect(height).toBeCloseTo(moved[index] ?? Number.NaN, 2);
});

it.each([
  { value: 0.13, down: 0.1, up: 0.2 },
  { value: 3, down: 2, up: 5 },
  { value: 200, down: 200, up: 200 },
  { value: 760, down: 500, up: 1000 },
])('a scale of $value ends at round numbers', ({ value, down, up }) => {
  expect([roundNumber(value, 'down'), roundNumber(value, 'up')]).toEqual([down, up]);
});

it('a scale marks the powers of ten', () => {
  expect(logScale(0.1, 200, 80).ticks).toEqual([0.1, 1, 10, 100]);
  expect(logScale(80, 12_000, 80).ticks).toEqual([100, 1000, 10_000]);
});

it('the tables compare with the first of a format, and with the size before', () => {
  expect(report(ROWS).split('\n').slice(2)).toEqual([
    '| pdf | 100 | typst-0.14 | 0.50 | 1.00 | 0.50 | 100 | 2 |',
    '| pdf | 100 | quick & <new> | 0.25 | 0.50 | 0.25 | 100 | 2 |',
    '| pdf | 1000 | typst-0.14 | 3.00 | 1.00 | 3.00 | 100 | 2 |',
    '| html | 100 | octavo | 1.50 | 1.00 | 1.50 | 100 | 2 |',
    '| html | 1000 | octavo | 7.20 | 1.00 | 7.20 | 100 | 2 |',
  ]);
  expect(growthReport(ROWS).split('\n')).toEqual([
    '| format | tool | 100 entries | 1000 (× 10) |',
    '| --- | --- | --- | --- |',
    '| pdf | typst-0.14 | 0.50 | 3.00 (× 6) |',
    '| pdf | quick & <new> | 0.25 | – |',
    '| html | octavo | 1.50 | 7.20 (× 4.8) |',
  ]);
});

it.each([
  { args: [], command: 'measure' },
  { args: ['pdf', '--n=100,1000', '--json=rows.json', '--plot=plot.svg'], command: 'measure' },
  { args: ['install'], command: 'install' },
  { args: ['report', 'a.json', 'b.json'], command: 'report' },
  { args: ['report'], command: undefined },
  { args: ['install', 'pdf'], command: undefined },
  { args: ['docx'], command: undefined },
  { args: ['--n=none'], command: undefined },
])('$args is read as $command', ({ args, command }) => {
  expect(readArguments(args)?.command).toBe(command);
});
