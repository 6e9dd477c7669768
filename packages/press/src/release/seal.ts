import { hash } from 'node:crypto';
import type { Handbook, ReleaseContent } from '@octavo/core';
import { editionText, printRecord, sealRecord, tipsOf } from '@octavo/core/ledger';
import { holdToSchema } from '../contracts/published-schemas.ts';
import { type History, releasesBefore } from '../history/history.ts';
import { textFile } from '../history/text-file.ts';
import { VERSION } from '../version.ts';
import { recordPaths } from './check-release.ts';

export interface Sealing {
  readonly handbook: Handbook;
  readonly record: ReleaseContent;
  /** Everything that was released before. */
  readonly history: History;
  /** The version of Octavo that made the release. */
  readonly generator?: string;
  /** SHA256SUMS of the release. */
  readonly sums: string;
  readonly commit: string | undefined;
}

/**
 * Makes the files that a release adds to the ledger, by path from the handbook's folder: first its words,
 * then its record, which vouches for them. They must be written in this order: a release without a record is
 * unfinished, and releasing it again finishes it.
 */
export function seal({
  handbook,
  record,
  history,
  generator = VERSION,
  sums,
  commit,
}: Sealing): readonly (readonly [path: string, content: Uint8Array | string])[] {
  const [textPath, recordPath] = recordPaths(record.version);
  const text = textFile(handbook.id, editionText(handbook), history.words.lines);
  const sealed = sealRecord(
    record,
    {
      text: hash('sha256', text),
      sums: hash('sha256', sums),
      generator,
      ...(commit === undefined ? {} : { commit }),
    },
    releasesBefore(handbook.edition, history.ledger).at(-1),
    tipsOf([...history.ledger, ...history.notices]),
  );
  const printed = printRecord(sealed);
  holdToSchema(recordPath, 'ledger', JSON.parse(printed));
  return [
    [textPath, text],
    [recordPath, printed],
  ];
}
