import type { Text } from '@octavo/core';
import { VFileMessage } from 'vfile-message';

export interface MessageAbout {
  readonly file: string;
  readonly place?: NonNullable<Text['position']>;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
}

/** A message of this format, with its place in the source and the rule it comes from. */
export function message(reason: string, about: MessageAbout): VFileMessage {
  const result = new VFileMessage(reason, {
    ...(about.place ? { place: about.place } : {}),
    source: 'octavo-html',
    ruleId: about.rule,
  });
  result.file = about.file;
  result.fatal = about.severity === 'error' ? true : about.severity === 'warning' ? false : undefined;
  return result;
}
