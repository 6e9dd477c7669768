import { LONGEST_NUMBER } from '../numbers/number-system.ts';
import { DECIMAL_NUMBERS } from '../numbers/presets.ts';
import { readNumber } from '../numbers/read-number.ts';
import { examplesOf, sayPiece } from '../numbers/say-pieces.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Every number is built as `numbers:` of handbook.yaml says: 634, 634A, 3.1.6 where it says nothing. */
export const numberFits: Rule = (book) => {
  const { volume } = book.handbook;
  for (const { number, source } of book.entries) {
    if (number !== '') tell(book, number, source.path, ['number']);
  }
  if (!volume) return;
  tell(book, volume.first, 'handbook.yaml', ['volume', 'first']);
  tell(book, volume.last, 'handbook.yaml', ['volume', 'last']);
};

function tell({ handbook, places, report }: RuleContext, number: string, path: string, keys: string[]): void {
  const { numbers: system = DECIMAL_NUMBERS } = handbook;
  const reading = readNumber(system, number);
  if (reading.fits) return;
  const { at, expected, ends } = reading;
  const examples = handbook.numbers
    ? system.flatMap(examplesOf).map((example) => `"${example}"`)
    : ['618', '634A', '3.1.6'];
  const isLong = at >= LONGEST_NUMBER;
  const stop = number.slice(at);
  const reason = isLong
    ? `the number is longer than ${LONGEST_NUMBER} characters`
    : stop === ''
      ? `the number "${number}" ends too early`
      : `"${number}" is no number of this book: it stops fitting at "${stop}"${at === 0 ? '' : `, behind "${number.slice(0, at)}"`}`;
  const allowed = [...new Set(expected.map(sayPiece)), ...(ends ? ['the end of the number'] : [])].filter(
    Boolean,
  );
  // A grammar that allows nothing has its own message.
  if (allowed.length === 0) return;
  const start = places.locate(path, keys);
  // Quotes around the value stand in front of it.
  const line = String(places.file(path) ?? '').split('\n')[start.line - 1] ?? '';
  const quoted = /^["']/.test(line.slice(start.column - 1)) ? 1 : 0;
  const point = { line: start.line, column: start.column + quoted + at };
  report({
    path,
    position: { start: point, end: point },
    reason,
    actual: number,
    expected: allowed,
    note: `Numbers of this book are such as ${examples.join(', ')}. Others are declared under "numbers:" in handbook.yaml.`,
  });
}
