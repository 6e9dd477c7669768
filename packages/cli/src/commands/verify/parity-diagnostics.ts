import type { Parity } from '@octavo/verify';
import type { Diagnostic } from '../../diagnostics.ts';

const DOCS = 'https://github.com/octavo/octavo/blob/main/packages/verify/docs/subjects.md';

/** Every difference as a diagnostic on the file it was found in. */
export function parityDiagnostics({ differences }: Parity, folder: string): readonly Diagnostic[] {
  const prefix = folder.replace(/\\/g, '/').replace(/\/+$/, '');
  return differences.map(({ subject, file, message, expected, found }) => ({
    // The path inside an EPUB is no file for an editor to open: the message has it.
    path: `${prefix}/${file.split('!')[0]}`,
    line: 1,
    column: 1,
    endLine: undefined,
    endColumn: undefined,
    severity: 'error',
    rule: `parity-${subject}`,
    source: 'octavo',
    reason: file.includes('!/') ? `${message} (${file.split('!/')[1]})` : message,
    actual: found === '' ? undefined : found,
    expected: expected === '' ? [] : [expected],
    note: undefined,
    url: `${DOCS}#${subject}`,
    excerpt: undefined,
  }));
}
