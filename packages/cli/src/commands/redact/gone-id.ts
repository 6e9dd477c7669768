import { numberKey } from '@octavo/core';

/** The id of an entry that is gone: its own may say what it was about. */
export function goneId(number: string): string {
  return `redacted-${numberKey(number)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}
