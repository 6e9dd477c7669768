import type { Parity } from '@octavo/verify';
import { type Diagnostic, unplaced } from '../../diagnostics.ts';

const DOCS = 'https://github.com/octavo/octavo/blob/main/packages/verify/docs/subjects.md';

/** The remedy for a format that was not read back. */
const UNREAD =
  'A format that is not Octavo’s is read back by its own reader, when it brings one: give the handbook with --source and allow its code with --allow-code.';

/**
 * Makes a diagnostic of every difference, on the file it was found in, and a warning for each format that was
 * not read.
 */
export function parityDiagnostics(
  { differences, notLookedAt, formats }: Parity,
  folder: string,
): readonly Diagnostic[] {
  const prefix = folder.replace(/\\/g, '/').replace(/\/+$/, '');
  const read = new Set(formats.map(({ format }) => format));
  const found = differences.map(({ subject, file, message, expected, found: actual }) =>
    unplaced({
      // An editor cannot open a path inside an EPUB; the message names it.
      path: `${prefix}/${file.split('!')[0]}`,
      rule: `parity-${subject}`,
      reason: file.includes('!/') ? `${message} (${file.split('!/')[1]})` : message,
      actual: actual === '' ? undefined : actual,
      expected: expected === '' ? [] : [expected],
      url: `${DOCS}#${subject}`,
    }),
  );
  const unread = notLookedAt.filter(({ format }) => !read.has(format));
  return [
    ...found,
    ...unread.map(({ format }) =>
      unplaced({
        path: `${prefix}/manifest.json`,
        severity: 'warning',
        rule: 'parity-unread',
        reason: `${format} was not read back: no reader of it was at hand`,
        note: UNREAD,
        url: `${DOCS}#what-is-not-looked-at`,
      }),
    ),
  ];
}
