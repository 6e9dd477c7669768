import { type DeclaredFormat, makeMessage } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';

/** The rules for formats from outside Octavo; each is described in the README. */
export type FormatRule = 'format-allowed' | 'format-loads' | 'format-compiles';

/** Makes an error at the place where handbook.yaml names the format. */
export function formatFault(
  rule: FormatRule,
  { place }: Pick<DeclaredFormat, 'place'>,
  reason: string,
  note: string,
): VFileMessage {
  return makeMessage(rule, { place, reason, note });
}

/** Returns the message of something that someone else's code threw. */
export function errorMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)) || 'no reason was given';
}
