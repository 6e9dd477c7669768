import { hash } from 'node:crypto';
import type { Handbook, LedgerRelease, ReleaseContent } from '@octavo/core';
import { editionText, printRecord, sealRecord } from '@octavo/core/ledger';
import { holdToSchema } from '../contracts/published-schemas.ts';
import type { KeptWords } from '../history/read-words.ts';
import { textFile } from '../history/text-file.ts';
import { VERSION } from '../version.ts';
import { recordPaths } from './check-release.ts';

export interface Sealing {
  readonly handbook: Handbook;
  readonly record: ReleaseContent;
  /** The release that this one follows. */
  readonly before: LedgerRelease | undefined;
  /** The words of earlier releases. */
  readonly words: KeptWords;
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
  before,
  words,
  sums,
  commit,
}: Sealing): readonly (readonly [path: string, content: Uint8Array | string])[] {
  const [textPath, recordPath] = recordPaths(record.version);
  const text = textFile(handbook.id, editionText(handbook), words.lines);
  const sealed = sealRecord(
    record,
    {
      text: hash('sha256', text),
      sums: hash('sha256', sums),
      generator: VERSION,
      ...(commit === undefined ? {} : { commit }),
    },
    before,
  );
  const printed = printRecord(sealed);
  holdToSchema(recordPath, 'ledger', JSON.parse(printed));
  return [
    [textPath, text],
    [recordPath, printed],
  ];
}
