import { VFileMessage } from 'vfile-message';

/** Why a release is refused: a promise that it would break. */
export type RefusalRule =
  | 'release-version-matches'
  | 'release-later'
  | 'release-follows'
  | 'release-unchanged'
  | 'work-tree-clean'
  | 'history-complete'
  | 'entry-approved'
  | 'formats-agree'
  | 'release-recorded';

interface Where {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** A reason to refuse, at a place of the source. */
export function refusal(
  rule: RefusalRule,
  { path, line = 1, column = 1 }: Where,
  reason: string,
  note: string,
  severity: 'error' | 'warning' = 'error',
): VFileMessage {
  const message = new VFileMessage(reason, { place: { line, column }, source: 'octavo', ruleId: rule });
  message.file = path;
  message.fatal = severity === 'error';
  message.note = note;
  return message;
}
