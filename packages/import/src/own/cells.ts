/** The value of a field as a cell of a table has it: text as it is, anything else, and text that looks like it, as JSON. */
export function cellOf(value: unknown): string {
  return typeof value === 'string' && ofCell(value) === value ? value : JSON.stringify(value);
}

/** The value that a cell has. */
export function ofCell(cell: string): unknown {
  if (!/^(?:[[{"].*|true|false|-?\d+(?:\.\d+)?)$/s.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    // An editor wrote it.
    return cell;
  }
}
