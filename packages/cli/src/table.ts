import stringWidth from 'string-width';

export interface TableOptions {
  /** Spaces before each line. */
  readonly indent?: number;
  /** The columns of the terminal: the last column is cut to fit. When it is undefined, nothing is cut. */
  readonly width?: number | undefined;
}

const GAP = 2;

/**
 * Formats rows as lines with aligned columns, measured as a terminal does: a CJK character takes two columns,
 * a combining mark none.
 */
export function table(
  rows: readonly (readonly string[])[],
  { indent = 0, width }: TableOptions = {},
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, stringWidth(cell));
  }
  return rows.map((row) => {
    const last = row.length - 1;
    const before = row
      .slice(0, last)
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell) + GAP))
      .join('');
    const room = width === undefined ? undefined : width - indent - stringWidth(before);
    return `${' '.repeat(indent)}${before}${fit(row[last] ?? '', room)}`.trimEnd();
  });
}

/** Cuts a text to a number of columns, with an ellipsis, between characters as people see them. */
function fit(text: string, room: number | undefined): string {
  if (room === undefined || room < 8 || stringWidth(text) <= room) return text;
  let shown = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    used += stringWidth(segment);
    if (used > room - 1) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}
