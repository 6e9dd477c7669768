/**
 * The width that a column's text needs, in points without padding: for its longest word, and for all of it on
 * one line.
 */
export interface ColumnNeed {
  readonly least: number;
  readonly most: number;
}

/**
 * Widths of a table's columns that fill at most `room`: as wide as the text when it fits, otherwise
 * every column its longest word and the rest in proportion to what each still lacks. Undefined when
 * even the longest words do not fit.
 */
export function columnWidths(
  needs: readonly ColumnNeed[],
  room: number,
  padding: number,
): readonly number[] | undefined {
  const space = room - needs.length * padding;
  const least = sum(needs.map((need) => need.least));
  const most = sum(needs.map((need) => need.most));
  if (most <= space) {
    // A table that takes most of the measure is widened to all of it; a small one stays small.
    const spare = most > space * 0.62 ? (space - most) / needs.length : 0;
    return needs.map((need) => need.most + padding + spare);
  }
  if (least > space) return undefined;
  const lacks = needs.map((need) => Math.sqrt(need.most - need.least));
  const total = sum(lacks) || 1;
  let widths = needs.map((need, index) => need.least + ((space - least) * (lacks[index] ?? 0)) / total);
  // The room that a column does not need goes to the others.
  const spare = sum(widths.map((width, index) => Math.max(0, width - (needs[index]?.most ?? 0))));
  const hungry = widths.map((width, index) => width < (needs[index]?.most ?? 0));
  const share = spare / Math.max(1, hungry.filter(Boolean).length);
  widths = widths.map((width, index) =>
    hungry[index] ? width + share : Math.min(width, needs[index]?.most ?? width),
  );
  return widths.map((width) => width + padding);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
