import { type DeclaredFormat, makeMessage } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';

/** What is wrong with a format of someone else's; each is described in the README. */
export type FormatRule = 'format-allowed' | 'format-loads' | 'format-compiles';

/** An error at the place where handbook.yaml names the format. */
export function formatFault(
  rule: FormatRule,
  { place }: Pick<DeclaredFormat, 'place'>,
  reason: string,
  note: string,
): VFileMessage {
  return makeMessage(rule, { place, reason, note });
}

/** What someone else's code threw, in its own words. */
export function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)) || 'no reason was given';
}
