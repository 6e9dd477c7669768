import { type RuleId, ruleUrl } from '@octavo/core';
import { VFileMessage } from 'vfile-message';

interface Where {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** A reason to refuse, at a place of the source. */
export function refusal(
  rule: RuleId,
  { path, line = 1, column = 1 }: Where,
  reason: string,
  note: string,
  severity: 'error' | 'warning' = 'error',
): VFileMessage {
  const message = new VFileMessage(reason, { place: { line, column }, source: 'octavo', ruleId: rule });
  message.file = path;
  message.fatal = severity === 'error';
  message.url = ruleUrl(rule);
  message.note = note;
  return message;
}
