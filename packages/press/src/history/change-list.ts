import type { Change, ChangeList, EditionText } from '@octavo/core';

type Edition = Pick<EditionText, 'version' | 'date'>;

/** Makes changes.json from the changes since an edition and the corrigenda of all of them. */
export function changeList(
  handbook: string,
  { version, date }: Edition,
  changes: readonly Change[],
  since: Edition | undefined,
  errata?: ChangeList['errata'],
): ChangeList {
  return {
    schemaVersion: 1,
    handbook,
    edition: { version, date },
    ...(since === undefined ? {} : { since: { version: since.version, date: since.date } }),
    changes,
    ...(errata === undefined ? {} : { errata }),
  };
}
