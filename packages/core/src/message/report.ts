import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type RuleId, type Severity, severityOf } from './catalogue.ts';
import { type Finding, makeMessage } from './make-message.ts';

/** Adds a finding to a file as a message of the given rule; does nothing when the severity is `off`. */
export function report(
  file: VFile,
  ruleId: RuleId,
  finding: Omit<Finding, 'at' | 'severity'>,
  severity: Severity = severityOf(ruleId),
): VFileMessage | undefined {
  if (severity === 'off') return undefined;
  const at = { path: file.path, line: 1, column: 1 };
  const message = makeMessage(ruleId, { ...finding, at, severity });
  message.name = `${file.path}:${message.name}`;
  file.messages.push(message);
  return message;
}
