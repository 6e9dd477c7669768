import type { ExpectedBook } from '../expected/expected-book.ts';
import { type ContentsLine, expectedContents } from '../expected/expected-contents.ts';
import type { Subject } from '../parity.ts';
import type { Case } from './findings.ts';

/**
 * A table of contents, outline or navigation has every page, part, chapter and entry, in order, and
 * each entry's line leads to that entry. Lines of our own (index, colophon) may stand between.
 */
export function compareContents(
  list: Case,
  subject: Subject,
  book: ExpectedBook,
  found: readonly ContentsLine[],
  text: (text: string) => string,
  what: string,
): void {
  const wanted = expectedContents(book).map(text);
  const known = new Set(wanted);
  const lines = found.map((line) => ({ ...line, text: text(line.text) }));
  const shown = lines.filter((line) => known.has(line.text) || /^#[^/]+$/.test(line.target));
  const numberOf = (line: string | undefined): string | undefined => {
    const number = line?.split(' ')[0] ?? '';
    return book.byNumber.has(number) && line !== number ? number : undefined;
  };
  const at = wanted.findIndex((line, index) => line !== shown[index]?.text);
  const entry = at < 0 ? undefined : numberOf(wanted[at]);
  const whose = entry === undefined ? list : list.about({ entry });
  const texts = shown.map((line) => line.text);
  whose.list(subject, wanted, texts, what);
  for (const { text: line, target } of shown) {
    const number = numberOf(line);
    if (number === undefined) continue;
    const reason = `${what}: the line of ${number} leads to ${target || 'nothing'}`;
    list.about({ entry: number }).holds(subject, target === `#${number}`, `#${number}`, target, reason);
  }
}
