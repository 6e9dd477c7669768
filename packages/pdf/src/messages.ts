import { messagesOf } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { Problem } from './display/display-list.ts';

const message = messagesOf('octavo-pdf');

/** Makes a problem of layout a message with its place in the source. */
export function toMessage({ rule, reason, fatal, ...at }: Problem): VFileMessage {
  return message(rule, { reason, at, severity: fatal ? 'error' : 'warning' });
}
