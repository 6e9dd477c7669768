import { counted } from '@octavo/core';
import type { ImportReport } from '@octavo/import';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/** Says why a legacy source produced nothing. */
export function nothingMade({ findings }: ImportReport, path: string): Failure {
  const broken = findings.filter(({ kind }) => kind === 'source-broken').length;
  if (broken > 0)
    return failure(
      EXIT.content,
      `nothing was made of "${path}": ${counted(broken, 'fault')}`,
      'Mend what is said above, each with its file and line.',
    );
  return failure(
    EXIT.content,
    `no question was found in "${path}"`,
    'Say how questions are written: --questions h2, bold, item, number, …',
  );
}
