import { type RuleId, report } from '@octavo/core';
import {
  type Chain,
  chainOf,
  isRelease,
  type LedgerRecord,
  printRecord,
  RESTORE_RECORD,
  recordName,
  USE_NEWER,
} from '@octavo/core/ledger';
import type { VFile } from 'vfile';

/** The folder of the ledger, with its records and notices. */
const RECORD = /^releases\/(?:notices\/)?[^/]+\.json$/;

/**
 * Reads the ledger: every `releases/<version>.json` of the handbook and every notice, in the order in which they
 * were made. Three faults are errors at the files and make the ledger unusable: a file that is no record or
 * differs from what was sealed (`ledger-valid`), a missing predecessor (`ledger-valid`), and branches that
 * released without knowing of each other (`ledger-one-line`). A record that was only reformatted still says the
 * same and gets a warning. The validator is loaded only when there is a record.
 *
 * @param lenient returns such branches all the same, to be merged
 */
export async function readLedger(all: readonly VFile[], lenient = false): Promise<Chain | undefined> {
  const files = all.filter(({ path }) => RECORD.test(path));
  if (files.length === 0) return chainOf([]);
  const { schemaFault } = await import('../contracts/published-schemas.ts');
  const records = new Map<LedgerRecord, VFile>();
  for (const file of files) {
    // A file with an unfinished merge already has its message.
    if (file.messages.some(({ fatal }) => fatal === true)) continue;
    const found = parse(file, schemaFault);
    if ('record' in found) records.set(found.record, file);
    else tell(file, found);
  }
  if (records.size < files.length) return undefined;
  const chain = chainOf([...records.keys()]);
  const faults = chain.faults.filter(({ rule }) => !lenient || rule !== 'ledger-one-line');
  for (const { name, ...fault } of faults) {
    const file = files.find(({ path }) => path === `releases/${name}.json`);
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
  return chain;
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

type Judge = (schema: string, value: unknown) => string | undefined;

/** Of the two kinds of records: the schema, the form that this Octavo reads, and what it is called. */
const KINDS = [
  { schema: 'ledger', form: 2, said: 'record of a release' },
  { schema: 'ledger-notice', form: 1, said: 'notice about releases' },
] as const;

function parse(file: VFile, judge: Judge): { readonly record: LedgerRecord } | Fault {
  const kind = KINDS[file.path.startsWith('releases/notices/') ? 1 : 0];
  const no = (fault: string, note = RESTORE_RECORD): Fault => ({
    rule: 'ledger-valid',
    reason: `this is no ${kind.said}: ${fault}`,
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
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : kind.form;
  if (form === 1 && kind.form === 2)
    return no(
      'it is of schemaVersion 1, which had no seal, and this Octavo reads version 2',
      'If nothing was published from it, remove the folder releases. Otherwise make its releases again, oldest first, each from its tag.',
    );
  if (typeof form === 'number' && form > kind.form)
    return no(`it is of schemaVersion ${form}, and this Octavo reads version ${kind.form}`, USE_NEWER);
  const fault = judge(kind.schema, value);
  if (fault !== undefined) return no(fault);
  const record = value as LedgerRecord;
  const name = `releases/${recordName(record)}.json`;
  // A copy under another name would be a second release.
  const what = isRelease(record) ? `of release ${record.version}, whose file is` : 'a notice whose file is';
  return file.path === name ? { record } : no(`it is ${what} ${name}`);
}

/** Restores the line ends that were written; git for Windows may have changed them. */
function textAsWritten({ value }: VFile): string {
  const text = typeof value === 'string' ? value : new TextDecoder().decode(value);
  return text.replaceAll('\r\n', '\n');
}
