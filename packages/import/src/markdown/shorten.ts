/** A text in which long runs of words are short marks, and the function that puts the words back. */
export interface Shortened {
  readonly text: string;
  /** Puts back what was left out of a string that came from `text`. */
  readonly expand: (value: string) => string;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/g;

/**
 * A word, then at least 30 characters of words that no Markdown construct can begin or end in, then a
 * word: the outer two stay, because what stands beside a mark decides what the mark means. A regular
 * expression without a bound would overflow the stack on a line of megabytes.
 */
const RUN =
  /(?<=[\p{L}\p{M}\p{N}] )[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} ,;'’“”—–?]|\.(?= )|(?<=[\p{L}])-(?=[\p{L}])){1,2000}(?= [\p{L}\p{N}])/gu;

/**
 * Puts short marks in place of long runs of plain words: a Markdown parser works through a text letter by
 * letter, and has nothing to find in those. Lines stay lines.
 */
export function shorten(text: string): Shortened {
  if (text.includes(OPEN) || text.includes(CLOSE)) return { text, expand: (value) => value };
  const runs: string[] = [];
  const known = new Map<string, number>();
  const short = text.replace(RUN, (run) => {
    if (run.length < 30) return run;
    const index = known.get(run) ?? runs.push(run) - 1;
    known.set(run, index);
    return `${OPEN}${index}${CLOSE}`;
  });
  return {
    text: short,
    expand: (value) =>
      value.includes(OPEN) ? value.replace(MARK, (_all, index: string) => runs[Number(index)] ?? '') : value,
  };
}
