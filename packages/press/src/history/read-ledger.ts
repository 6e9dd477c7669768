import { type Ledger, type LedgerRelease, type RuleId, report } from '@octavo/core';
import { chainOf, printRecord, RESTORE_RECORD, versionSegment } from '@octavo/core/ledger';
import type { VFile } from 'vfile';

/**
 * Reads the ledger: every `releases/<version>.json` of the handbook, oldest first. Three faults are errors at
 * the files and make the ledger unusable: a file that is no record or differs from what was sealed
 * (`ledger-valid`), a missing predecessor (`ledger-valid`), and two lines of releases (`ledger-one-line`). A
 * record that was only reformatted still says the same and gets a warning. The validator is loaded only when
 * there is a record.
 */
export async function readLedger(all: readonly VFile[]): Promise<Ledger | undefined> {
  const files = all.filter(({ path }) => /^releases\/[^/]+\.json$/.test(path));
  if (files.length === 0) return [];
  const { schemaFault } = await import('../contracts/published-schemas.ts');
  const records = new Map<LedgerRelease, VFile>();
  for (const file of files) {
    // A file with an unfinished merge already has its message.
    if (file.messages.some(({ fatal }) => fatal === true)) continue;
    const found = parse(file, (value) => schemaFault('ledger', value));
    if ('record' in found) records.set(found.record, file);
    else tell(file, found);
  }
  if (records.size < files.length) return undefined;
  const { ledger, faults } = chainOf([...records.keys()]);
  for (const { version, ...fault } of faults) {
    const [, file] = [...records].find(([record]) => record.version === version) ?? [];
    if (file) tell(file, fault);
  }
  if (faults.length > 0) return undefined;
  for (const [record, file] of records)
    if (textAsWritten(file) !== printRecord(record))
      tell(file, {
        rule: 'ledger-valid',
        reason: 'this record was laid out anew; what it says is as it was sealed',
        note: `${RESTORE_RECORD} Keep formatters away from the folder releases.`,
        severity: 'warning',
      });
  return ledger;
}

interface Fault {
  readonly rule: RuleId;
  readonly reason: string;
  readonly note: string;
  readonly line?: number;
  readonly severity?: 'warning';
}

function tell(file: VFile, { rule, reason, note, line = 1, severity }: Fault): void {
  report(file, rule, { reason, note, place: { line, column: 1 } }, severity);
}

type Judge = (value: unknown) => string | undefined;

function parse(file: VFile, judge: Judge): { readonly record: LedgerRelease } | Fault {
  const no = (fault: string, note = RESTORE_RECORD): Fault => ({
    rule: 'ledger-valid',
    reason: `this is no record of a release: ${fault}`,
    note,
  });
  const text = textAsWritten(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no('it is not JSON');
  }
  const form =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : 2;
  if (form === 1)
    return no(
      'it is of schemaVersion 1, which had no seal, and this Octavo reads version 2',
      'If nothing was published from it, remove the folder releases. Otherwise make its releases again, oldest first, each from its tag.',
    );
  if (typeof form === 'number' && form > 2)
    return no(
      `it is of schemaVersion ${form}, and this Octavo reads version 2`,
      'Use the Octavo that wrote it, or a newer one.',
    );
  const fault = judge(value);
  if (fault !== undefined) return no(fault);
  const record = value as LedgerRelease;
  const name = `releases/${versionSegment(record.version)}.json`;
  // A copy under another name would be a second release.
  return file.path === name ? { record } : no(`it is of release ${record.version}, whose file is ${name}`);
}

/** Restores the line ends that were written; git for Windows may have changed them. */
function textAsWritten({ value }: VFile): string {
  const text = typeof value === 'string' ? value : new TextDecoder().decode(value);
  return text.replaceAll('\r\n', '\n');
}
