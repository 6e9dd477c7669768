import { join } from 'node:path';
import {
  editionText,
  type Handbook,
  type LedgerRelease,
  printRecord,
  type ReleaseContent,
  sealRecord,
} from '@octavo/core';
import { holdToSchema } from '../build/published-schemas.ts';
import { writeAtomic } from '../disk/write-atomic.ts';
import type { KeptWords } from '../history/read-words.ts';
import { sha256, textFile } from '../history/text-file.ts';
import { VERSION } from '../version.ts';
import { recordPaths } from './check-release.ts';

export interface Sealing {
  /** The handbook's folder. */
  readonly root: string;
  readonly handbook: Handbook;
  readonly record: ReleaseContent;
  /** The release that this one follows. */
  readonly before: LedgerRelease | undefined;
  /** Of the releases before. */
  readonly words: KeptWords;
  /** SHA256SUMS of the release. */
  readonly sums: string;
  readonly commit: string | undefined;
}

/**
 * Writes a release into the ledger: its words, then its record, which vouches for them. Each is there
 * whole or not at all, and the record comes last: a release without one is not finished, and releasing
 * it again finishes it. Returns the paths.
 */
export async function seal({
  root,
  handbook,
  record,
  before,
  words,
  sums,
  commit,
}: Sealing): Promise<readonly string[]> {
  const [textPath, recordPath] = recordPaths(record.version);
  const text = textFile(handbook.id, editionText(handbook), words.lines);
  const sealed = sealRecord(
    record,
    {
      text: sha256(text),
      sums: sha256(sums),
      generator: VERSION,
      ...(commit === undefined ? {} : { commit }),
    },
    before,
  );
  const printed = printRecord(sealed);
  holdToSchema(recordPath, 'ledger', JSON.parse(printed));
  await writeAtomic(join(root, textPath), text);
  await writeAtomic(join(root, recordPath), printed);
  return [textPath, recordPath];
}
