/** A version as it is compared: its numbers, and the pre-release identifiers behind them. */
interface Parts {
  readonly numbers: readonly string[];
  /** A version with `-rc.1` precedes the same version without it (semver.org, section 11). */
  readonly before: readonly string[];
}

/**
 * Orders two versions: semantic ones (1.9 < 1.10, 2.0-rc.1 < 2.0), calendar ones (2026.1 < 2026.2,
 * 2026-11 < 2027-01), and years with a letter (2026a < 2026b). Undefined when one of them has no
 * number in front, such as "Second edition": then the dates alone say which is later.
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = partsOf(a);
  const right = partsOf(b);
  if (!left || !right) return undefined;
  const length = Math.max(left.numbers.length, right.numbers.length);
  for (let at = 0; at < length; at++) {
    const order = comparePart(left.numbers[at] ?? '0', right.numbers[at] ?? '0');
    if (order !== 0) return order;
  }
  return compareBefore(left.before, right.before);
}

function partsOf(version: string): Parts | undefined {
  const plain = version.trim().replace(/^v(?=\d)/i, '');
  const date = /^\d{4}(-\d{1,2}){1,2}$/.test(plain) ? plain.replaceAll('-', '.') : plain;
  const [, head = '', rest = ''] = /^(\d+(?:\.\d+)*(?:\.?[a-z])?)(.*)$/i.exec(date) ?? [];
  if (head === '') return undefined;
  const [, before = ''] = /^[-.]?([^+]*)/.exec(rest) ?? [];
  return {
    numbers: head.match(/\d+|[a-z]/gi) ?? [],
    before: before === '' ? [] : before.split(/[.-]|(?<=[a-z])(?=\d)/i),
  };
}

function compareBefore(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const order = comparePart(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** Compares numbers by value and before words, and words by letter without regard to case. */
function comparePart(a: string, b: string): number {
  const numeric = /^\d+$/;
  if (numeric.test(a) && numeric.test(b)) {
    const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
    return Math.sign(left.length - right.length) || (left < right ? -1 : left > right ? 1 : 0);
  }
  if (numeric.test(a) !== numeric.test(b)) return numeric.test(a) ? -1 : 1;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
