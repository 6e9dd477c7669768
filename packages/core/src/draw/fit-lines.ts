/** Text set in lines of one size. */
export interface FittedLines {
  readonly lines: readonly string[];
  /** Type size in user units. */
  readonly size: number;
}

/** The box a text has to fit, in user units. */
export interface FitBox {
  readonly width: number;
  readonly maxLines: number;
  readonly maxSize: number;
  readonly minSize: number;
}

/**
 * Breaks a text into lines and finds the largest size at which they fit. `widthOf` measures a string at
 * size 1. At the smallest size the last line ends in an ellipsis when the text is still too long.
 */
export function fitLines(text: string, box: FitBox, widthOf: (text: string) => number): FittedLines {
  const words = breakable(text);
  for (let size = box.maxSize; size >= box.minSize; size = Math.floor(size * 0.94)) {
    const lines = greedy(words, box.width / size, widthOf);
    const fits = lines.length <= box.maxLines && lines.every((line) => widthOf(line) * size <= box.width);
    if (fits) return { lines: balanced(words, lines.length, box.width / size, widthOf), size };
  }
  const lines = greedy(words, box.width / box.minSize, widthOf);
  const kept = lines.slice(0, box.maxLines);
  return {
    lines: kept.length < lines.length ? [...kept.slice(0, -1), `${kept.at(-1)?.trimEnd()}…`] : kept,
    size: box.minSize,
  };
}

/** Pieces between which a line may break: words with the space behind them, CJK characters alone. */
function breakable(text: string): readonly string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*/gu,
    ) ?? []
  );
}

function greedy(
  words: readonly string[],
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf((line + word).trimEnd()) <= width)
      lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

/** Breaks the text into the same number of lines, as even as possible. */
function balanced(
  words: readonly string[],
  count: number,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  let best = greedy(words, width, widthOf);
  for (let narrower = width * 0.97; narrower > width * 0.4; narrower *= 0.97) {
    const lines = greedy(words, narrower, widthOf);
    if (lines.length > count) return best;
    if (raggedness(lines, widthOf) < raggedness(best, widthOf)) best = lines;
  }
  return best;
}

/** How much the lines differ from the longest of them: the sum of the squares. */
function raggedness(lines: readonly string[], widthOf: (text: string) => number): number {
  const widths = lines.map(widthOf);
  const longest = Math.max(...widths);
  return widths.reduce((total, width) => total + (longest - width) ** 2, 0);
}
