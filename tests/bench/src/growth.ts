import type { Row } from './row.ts';
import { type Series, seriesOf } from './series.ts';
import { markdownTable } from './table.ts';

/**
 * How cost grows, as a Markdown table: CPU seconds by number of entries, and how many times as much that
 * is as for the next smaller number measured.
 */
export function growthReport(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map((row) => row.entries))].sort((a, b) => a - b);
  const head = sizes.map((size, at) => {
    const before = sizes[at - 1];
    return before === undefined ? `${size} entries` : `${size} (× ${tidy(size / before)})`;
  });
  return markdownTable(
    ['format', 'tool', ...head],
    seriesOf(rows).map((series) => [
      series.format,
      series.tool,
      ...sizes.map((size, at) => cell(series, size, sizes[at - 1])),
    ]),
  );
}

function cell({ points }: Series, size: number, smaller: number | undefined): string {
  const cpu = points.find((point) => point.entries === size)?.cpu;
  if (cpu === undefined) return '–';
  const before = points.find((point) => point.entries === smaller)?.cpu;
  return before === undefined ? cpu.toFixed(2) : `${cpu.toFixed(2)} (× ${tidy(cpu / before)})`;
}

function tidy(factor: number): string {
  return String(Number(factor.toPrecision(2)));
}
