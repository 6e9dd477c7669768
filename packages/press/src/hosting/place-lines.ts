import { keyIn, type Lineage } from '../editions/edition-list.ts';
import { atLeast } from './at-least.ts';
import { escapePattern } from './escape-pattern.ts';
import type { ServerTable } from './server-table.ts';

/** The lines for an entry that had another number, came later or is gone: from any edition to the nearest that has it. */
export function placeLines(lineage: Lineage, count: number, width: number): ServerTable['lines'] {
  const { runs, gone } = lineage;
  const last = Math.min(gone ? gone.from : count, count) - 1;
  const first = runs[0]?.from ?? 0;
  if (last < first) return [];
  const names = [...new Set(runs.map(({ key }) => key))].map(escapePattern).join('|');
  const ordinal = (at: number): string => `${at}`.padStart(width, '0');
  // From the last run back: the first pattern that matches counts.
  const starts = runs.map(({ from }) => from).filter((from) => from <= last);
  return [
    ...(last < count - 1
      ? [[atLeast(ordinal(last + 1)), `${ordinal(last)}/${keyIn(lineage, last)}`] as const]
      : []),
    ...starts.toReversed().map((from) => [atLeast(ordinal(from)), `{1}/${keyIn(lineage, from)}`] as const),
    ...(first > 0 ? [[String.raw`\d+`, `${ordinal(first)}/${keyIn(lineage, first)}`] as const] : []),
  ].map(([then, value]) => [`^(${then})/(?:${names})/`, value]);
}
