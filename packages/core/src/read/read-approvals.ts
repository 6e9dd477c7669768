import type { VFile } from 'vfile';
import { report } from '../message/report.ts';
import { approvalHash, approvalName, approvalSubject } from '../model/approval-line.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import type { Approval } from '../model/source.generated.ts';
import { decode } from './decode.ts';
import { schemaErrors } from './schema.ts';

/** The approvals of one entry, term or page, with the file they are in. */
export interface ApprovalLog {
  readonly file: VFile;
  /** Oldest first; only the lines that were intact. */
  readonly approvals: readonly Approval[];
}

interface Line {
  readonly line: number;
  readonly approval: Approval;
}

const RESTORE = 'Restore the file from version control: approvals are appended and never edited.';

/** Reads approvals/<name>.jsonl (`approvalName`). Reports each line that is no approval of this subject, or that is not as it was written. */
export function readApprovals(file: VFile, name: string): ApprovalLog {
  const text = decode(file) ?? '';
  const lines: Line[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const value = parse(content);
    const fault = faultOf(value, name);
    if (fault === undefined) lines.push({ line, approval: value as Approval });
    else report(file, 'approval-valid', { reason: fault, place: { line, column: 1 }, note: RESTORE });
  }
  // A line that is no approval breaks the chain, but it already has its message.
  if (file.messages.length === 0) holdChain(file, lines);
  return { file, approvals: lines.map(({ approval }) => approval) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf(value: unknown, name: string): string | undefined {
  if (value === undefined) return 'this line is no JSON';
  const [error] = schemaErrors('approval', value);
  if (error) {
    const key = error.instancePath.slice(1) || String(error.params.missingProperty ?? '');
    if (key === 'schemaVersion' && error.keyword === 'const')
      return 'this approval was written by a newer Octavo, or by none';
    return `this line is no approval: ${error.keyword === 'required' ? `"${key}" is missing` : `${key === '' ? 'it' : `"${key}"`} ${error.message}`}`;
  }
  const approval = value as Approval;
  const { number, item } = approval;
  if ((number === undefined) === (item === undefined))
    return 'this line is no approval: it needs either "number" or "item"';
  const own = approvalSubject(approval);
  if (approvalName(own) !== name) return `this approval is of ${own}, and the file of ${name}`;
  if (!isCalendarDate(approval.date)) return `${approval.date} is no date of the calendar`;
  return approvalHash(approval) === approval.hash ? undefined : 'this approval was edited after it was given';
}

/**
 * Each line names the hash of the line that it follows, and stands below it. Where two branches were
 * merged two lines follow the same one, and the next follows both.
 */
function holdChain(file: VFile, lines: readonly Line[]): void {
  const hashes = new Set(lines.map(({ approval }) => approval.hash));
  const above = new Set<string>();
  for (const { line, approval } of lines) {
    const followed = [approval.previous ?? []].flat();
    const missing = followed.find((hash) => !above.has(hash));
    const isTwice = above.has(approval.hash);
    above.add(approval.hash);
    if (missing === undefined && !isTwice) continue;
    report(file, 'approval-valid', {
      reason:
        missing === undefined
          ? 'this approval stands above already'
          : hashes.has(missing)
            ? 'this approval is not where it was given: lines were moved before it'
            : 'an approval before this one was removed',
      place: { line, column: 1 },
      note: RESTORE,
    });
  }
}
