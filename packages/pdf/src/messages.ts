import { VFileMessage } from 'vfile-message';
import type { Problem } from './display/display-list.ts';

/** A problem of layout as a message with its place in the source. */
export function toMessage(problem: Problem): VFileMessage {
  const point = problem.line === undefined ? undefined : { line: problem.line, column: problem.column ?? 1 };
  const message = new VFileMessage(problem.reason, {
    ...(point ? { place: point } : {}),
    ruleId: problem.rule,
    source: 'octavo-pdf',
  });
  message.file = problem.path;
  message.fatal = problem.fatal;
  return message;
}
