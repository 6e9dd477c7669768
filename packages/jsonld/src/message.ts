import type { SourcePlace } from '@octavo/core';
import { VFileMessage } from 'vfile-message';

/** A message of this format at a place in the source; without a line it is about the whole file. */
export function message(
  reason: string,
  options: {
    readonly at: Pick<SourcePlace, 'path'> & Partial<SourcePlace>;
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'info';
  },
): VFileMessage {
  const { path, line, column } = options.at;
  const made = new VFileMessage(reason, {
    ruleId: options.rule,
    source: 'octavo-jsonld',
    ...(line === undefined ? {} : { place: { line, column: column ?? 1 } }),
  });
  made.file = path;
  made.fatal = options.severity === 'error' ? true : options.severity === 'warning' ? false : undefined;
  return made;
}
