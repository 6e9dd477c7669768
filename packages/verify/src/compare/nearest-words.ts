/** How many words are shown on each side of a difference, and how many at most between. */
const AROUND = 4;
const BETWEEN = 24;

/** The stretches of two texts that differ, each with a few words around it. */
export function nearestWords(expected: string, found: string): readonly [string, string] {
  const [left, right] = [wordsOf(expected), wordsOf(found)];
  const short = Math.min(left.length, right.length);
  let start = 0;
  while (start < short && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < short - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return [around(left, start, end), around(right, start, end)];
}

function around(words: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(words.length, words.length - end + AROUND);
  const shown = words.slice(from, to);
  const cut = shown.length > BETWEEN + 2 * AROUND;
  return [
    from > 0 ? '… ' : '',
    (cut ? shown.slice(0, BETWEEN + AROUND) : shown).join('').trim(),
    cut || to < words.length ? ' …' : '',
  ].join('');
}

/** Words with the space behind them; scripts that write no spaces are cut into characters. */
function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\S+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\s|$)\s*|\s+/gu,
    ) ?? []
  );
}
