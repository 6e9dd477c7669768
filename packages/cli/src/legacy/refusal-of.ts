import type { ImportReport } from '@octavo/import';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/** Why an import makes no book, or undefined: a file that cannot be read for what it says it is, or no question anywhere. */
export function refusalOf(report: ImportReport, files: number, shown: string): Failure | undefined {
  const errors = report.findings.filter(
    ({ severity, kind }) => severity === 'error' && kind !== 'no-question',
  );
  if (errors.length > 0)
    return failure(
      EXIT.content,
      `"${shown}" was not imported: ${errors.length === 1 ? '1 error' : `${errors.length} errors`}`,
      'Nothing was written. Mend what is named above, and try again.',
    );
  if (files > 0) return undefined;
  return failure(
    EXIT.content,
    `no question was found in "${shown}"`,
    'Say how questions are written: octavo import --questions h2, bold, item, number, …',
  );
}
