import type { Change, EditionText } from '@octavo/core';

type Edition = Pick<EditionText, 'version' | 'date'>;

/** A list of changes as data: changes.json, changes.schema.json. */
export interface ChangeList {
  readonly schemaVersion: 1;
  /** The handbook's id. */
  readonly handbook: string;
  readonly edition: Edition;
  /** Absent in a first release. */
  readonly since?: Edition;
  readonly changes: readonly Change[];
}

/** Makes the document from the changes. */
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
