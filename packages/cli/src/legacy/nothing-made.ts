import { counted } from '@octavo/core';
import type { ImportReport } from '@octavo/import';
import { EXIT, fail } from '../exit-code.ts';

/** Says why a legacy source produced nothing. */
export function nothingMade({ findings }: ImportReport, path: string): never {
  const broken = findings.filter(({ kind }) => kind === 'source-broken').length;
  if (broken > 0)
    fail(
      EXIT.content,
      `nothing was made of "${path}": ${counted(broken, 'fault')}`,
      'Mend what is said above, each with its file and line.',
    );
  fail(
    EXIT.content,
    `no question was found in "${path}"`,
    'Say how questions are written: --questions h2, bold, item, number, …',
  );
}
