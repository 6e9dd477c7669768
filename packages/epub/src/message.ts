import type { AnswerNode, SourcePlace } from '@octavo/core';
import { VFileMessage } from 'vfile-message';

export type Severity = 'error' | 'warning' | 'info';

/** Where a message points: a source file and, when known, the node's position in it. */
export interface MessagePlace {
  readonly source: SourcePlace;
  readonly position?: AnswerNode['position'] | undefined;
}

/**
 * A message of this format. `ruleId` names it; severity follows VFile: an error is fatal, a warning is not,
 * an info has no opinion. Without a place it is about the book as a whole.
 */
export function message(
  ruleId: string,
  severity: Severity,
  reason: string,
  place?: MessagePlace,
): VFileMessage {
  const start = place?.position?.start ?? place?.source;
  const result = new VFileMessage(reason, {
    ruleId,
    source: 'octavo-epub',
    ...(start ? { place: { line: start.line, column: start.column } } : {}),
  });
  if (severity !== 'info') result.fatal = severity === 'error';
  result.file = place?.source.path ?? 'handbook.yaml';
  return result;
}
