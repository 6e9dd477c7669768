const SURROGATE = /[\ud800-\udfff]/;
const ABOVE_SURROGATES = /[\ue000-\uffff]/;

/**
 * Returns lines without repetitions in code point order, which is that of RDFC-1.0 and of `LC_ALL=C sort`.
 */
export function sortedLines(lines: Iterable<string>): readonly string[] {
  const unique = [...new Set(lines)];
  // JavaScript compares UTF-16 units, which gives another order only where U+E000 and above meet a surrogate.
  const plain =
    !unique.some((line) => SURROGATE.test(line)) || !unique.some((line) => ABOVE_SURROGATES.test(line));
  return plain ? unique.sort() : unique.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
