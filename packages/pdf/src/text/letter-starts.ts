const letters = new Intl.Segmenter('und');

/** UTF-16 units handed to the segmenter at once. */
const WINDOW = 256;

/**
 * Where the letters of a text begin after the first (UAX #29, extended grapheme clusters). The segmenter
 * copies its whole input for each letter that it returns, so it is given a bounded window at a time;
 * the last letter of a window may go on behind it, and begins the next one.
 */
export function* letterStarts(text: string): Generator<number> {
  for (let from = 0; from < text.length; ) {
    const isLast = from + WINDOW >= text.length;
    const starts = Array.from(letters.segment(text.slice(from, from + WINDOW)), ({ index }) => index);
    // A letter that fills a window is cut: no font could show its marks.
    const next = isLast ? text.length : from + ((starts.length > 1 ? starts.pop() : undefined) ?? WINDOW);
    for (const start of starts.slice(1)) yield from + start;
    if (next < text.length) yield next;
    from = next;
  }
}
