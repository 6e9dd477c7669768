import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type RuleId, ruleUrl, type Severity, severityOf } from './rules/catalogue.ts';

/** What a finding says. The severity, source and address of the rule's page are the runner's to add. */
export interface Finding {
  /** What was found, without a final period. */
  readonly reason: string;
  readonly place?: PlaceLike | undefined;
  /** What would have been right. */
  readonly expected?: string | readonly string[];
  /** What was there. */
  readonly actual?: string;
  /** What to do about it. */
  readonly note?: string;
}

export type PlaceLike = Position | Point | { readonly line: number; readonly column: number };

/** Escape sequences in a quoted source must not reach a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Adds a finding to a file as a message of the given rule; nothing when the severity is `off`. */
export function report(
  file: VFile,
  ruleId: RuleId,
  finding: Finding,
  severity: Severity = severityOf(ruleId),
): VFileMessage | undefined {
  if (severity === 'off') return undefined;
  const message = file.message(oneLine(finding.reason), {
    place: finding.place ?? { line: 1, column: 1 },
    source: 'octavo',
    ruleId,
  });
  message.fatal = severity === 'error';
  message.url = ruleUrl(ruleId);
  if (finding.actual !== undefined) message.actual = oneLine(finding.actual);
  if (finding.expected !== undefined) {
    message.expected = typeof finding.expected === 'string' ? [finding.expected] : [...finding.expected];
  }
  if (finding.note !== undefined) message.note = finding.note;
  return message;
}

/** A message is one line, however long or wild what it quotes is. */
function oneLine(text: string): string {
  const line = text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ').replace(CONTROL, '\uFFFD');
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
