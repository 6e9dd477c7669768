import type { VFile } from 'vfile';
import { approvalHash } from '../model/approval-line.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { report } from '../report.ts';
import { decode } from './decode.ts';
import { schemaErrors } from './schema.ts';
import type { Approval } from './source.generated.ts';

/** The approvals of one entry, with the file they are in. */
export interface ApprovalLog {
  readonly file: VFile;
  /** Oldest first; only the lines that were whole. */
  readonly approvals: readonly Approval[];
}

interface Line {
  readonly line: number;
  readonly approval: Approval;
}

const RESTORE = 'Restore the file from version control: approvals are appended and never edited.';

/** Reads approvals/<number>.jsonl. Reports each line that is no approval of this entry, or that is not as it was written. */
export function readApprovals(file: VFile, number: string): ApprovalLog {
  const text = decode(file) ?? '';
  const lines: Line[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const value = parse(content);
    const fault = faultOf(value, number);
    if (fault === undefined) lines.push({ line, approval: value as Approval });
    else report(file, 'approval-valid', { reason: fault, place: { line, column: 1 }, note: RESTORE });
  }
  // A line that is no approval breaks the chain by itself: it has its message.
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

function faultOf(value: unknown, number: string): string | undefined {
  if (value === undefined) return 'this line is no JSON';
  const [error] = schemaErrors('approval', value);
  if (error) {
    const key = error.instancePath.slice(1) || String(error.params.missingProperty ?? '');
    if (key === 'schemaVersion' && error.keyword === 'const')
      return 'this approval was written by a newer Octavo, or by none';
    return `this line is no approval: ${error.keyword === 'required' ? `"${key}" is missing` : `${key === '' ? 'it' : `"${key}"`} ${error.message}`}`;
  }
  const approval = value as Approval;
  if (approval.number !== number) return `this approval is of ${approval.number}, and the file of ${number}`;
  if (!isCalendarDate(approval.date)) return `${approval.date} is no date of the calendar`;
  return approvalHash(approval) === approval.hash ? undefined : 'this approval was edited after it was given';
}

/** Each line names the hash of the line before it. */
function holdChain(file: VFile, lines: readonly Line[]): void {
  const hashes = new Set(lines.map(({ approval }) => approval.hash));
  for (const [index, { line, approval }] of lines.entries()) {
    const before = lines[index - 1]?.approval.hash;
    if (approval.previous === before) continue;
    const known = approval.previous === undefined || hashes.has(approval.previous);
    report(file, 'approval-valid', {
      reason: known
        ? 'this approval is not where it was given: lines were moved or added before it'
        : 'an approval before this one was removed',
      place: { line, column: 1 },
      note: RESTORE,
    });
  }
}
