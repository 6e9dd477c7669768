import type { Change, ChangeList, EditionText } from '@octavo/core';

type Edition = Pick<EditionText, 'version' | 'date'>;

/** Makes changes.json from the changes. */
export function changeList(
  handbook: string,
  { version, date }: Edition,
  changes: readonly Change[],
  since: Edition | undefined,
): ChangeList {
  return {
    schemaVersion: 1,
    handbook,
    edition: { version, date },
    ...(since === undefined ? {} : { since: { version: since.version, date: since.date } }),
    changes,
  };
}
