const letters = new Intl.Segmenter('und');

/** The segmenter gets so many UTF-16 units at once. */
const WINDOW = 256;

/**
 * Yields where the letters of a text begin, except the first (UAX #29, extended grapheme clusters). The segmenter
 * copies its whole input for each letter that it returns, so it gets one window of the text at a time. The last letter
 * of a window may go on behind it, and so begins the next window.
 */
export function* letterStarts(text: string): Generator<number> {
  for (let from = 0; from < text.length; ) {
    const isLast = from + WINDOW >= text.length;
    const starts = Array.from(letters.segment(text.slice(from, from + WINDOW)), ({ index }) => index);
    // A letter that fills a whole window is cut: no font could show its marks.
    const next = isLast ? text.length : from + ((starts.length > 1 ? starts.pop() : undefined) ?? WINDOW);
    for (const start of starts.slice(1)) yield from + start;
    if (next < text.length) yield next;
    from = next;
  }
}
