import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import { isRule, ruleUrl, type Severity, severityOf } from './catalogue.ts';

/** What a message says, and what it is about. */
export interface Finding {
  /** What was found, without a final period. */
  readonly reason: string;
  /** The file, from the handbook's folder, and the point in it, if known; handbook.yaml by default. */
  readonly at?: FilePlace;
  /** The range in the file, if more than a point is known. */
  readonly place?: PlaceLike | undefined;
  /**
   * An `info` only informs. By default, the severity is that of the rule, and an error for a rule that has
   * none.
   */
  readonly severity?: Severity | 'info';
  /** What would have been right. */
  readonly expected?: string | readonly string[];
  /** What was there. */
  readonly actual?: string;
  /** What to do about it. */
  readonly note?: string | undefined;
}

export interface FilePlace {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export type PlaceLike = Position | Point | { readonly line: number; readonly column: number };

/** Makes a message of a rule, with the address of the rule's page where it has one. */
export type MakeMessage = (rule: string, finding: Finding) => VFileMessage;

/** Escape sequences in a quoted source must not reach a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * Makes the maker of messages for one source: `octavo` for the handbook's own rules, `octavo-pdf` for what a
 * format cannot do.
 */
export function messagesOf(source: string): MakeMessage {
  return (rule, finding) => {
    const place = finding.place ?? pointOf(finding.at);
    const message = new VFileMessage(oneLine(finding.reason, 1000), {
      ...(place && { place }),
      source,
      ruleId: rule,
    });
    const severity = finding.severity ?? severityOf(rule);
    message.file = finding.at?.path ?? 'handbook.yaml';
    message.fatal = severity === 'info' ? undefined : severity === 'error';
    if (isRule(rule)) message.url = ruleUrl(rule);
    if (finding.actual !== undefined) message.actual = oneLine(finding.actual, 300);
    if (finding.expected !== undefined) message.expected = [finding.expected].flat();
    if (finding.note !== undefined) message.note = finding.note;
    return message;
  };
}

/** A message of one of the handbook's own rules. */
export const makeMessage: MakeMessage = messagesOf('octavo');

function pointOf(at: FilePlace | undefined): PlaceLike | undefined {
  return at?.line === undefined ? undefined : { line: at.line, column: at.column ?? 1 };
}

/** A message is one line, however long or wild what it quotes is. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ').replace(CONTROL, '\uFFFD');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
