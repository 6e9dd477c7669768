const ARGUMENTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** The commands of SVG path data (SVG 1.1, 8.3), each with one set of its arguments. */
export function* segments(data: string): Generator<{ command: string; values: number[] }> {
  for (const [, command = '', list = ''] of data.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const count = ARGUMENTS[command.toUpperCase()] ?? 0;
    const values = numbers(list, command.toUpperCase() === 'A');
    if (count === 0) yield { command, values: [] };
    for (let at = 0; count > 0 && at + count <= values.length; at += count) {
      // Further pairs after a move are lines.
      const name = at > 0 && command === 'M' ? 'L' : at > 0 && command === 'm' ? 'l' : command;
      yield { command: name, values: values.slice(at, at + count) };
    }
  }
}

/** An arc's two flags may be written without a space: `a1 1 0 01 2 2`. */
function numbers(list: string, isArc: boolean): number[] {
  const values: number[] = [];
  const pattern = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
  for (let match = pattern.exec(list); match; match = pattern.exec(list)) {
    const isFlag = isArc && (values.length % 7 === 3 || values.length % 7 === 4);
    if (isFlag && /^[01]./.test(match[0])) {
      values.push(Number(match[0][0]));
      pattern.lastIndex = match.index + 1;
    } else values.push(Number(match[0]));
  }
  return values;
}
