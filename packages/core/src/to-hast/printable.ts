/*
 * XML 1.0 (2.2) permits tab, newline, return and everything from U+0020 on, except surrogates and U+FFFE and
 * U+FFFF. XML permits other noncharacters, but they are useless to a reader, and the EPUB marks pages with a
 * pair of them.
 */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fdcf}\u{fdf0}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Whether a text holds a character that no XML document can carry. */
export function hasUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0;
}

/** The text without the characters that no XML document can carry. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}
