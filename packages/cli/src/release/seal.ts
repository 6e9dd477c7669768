import { join } from 'node:path';
import { editionText, type Handbook, type LedgerRelease } from '@octavo/core';
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
  readonly record: LedgerRelease;
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
  words,
  sums,
  commit,
}: Sealing): Promise<readonly string[]> {
  const [textPath, recordPath] = recordPaths(record.version);
  const text = textFile(handbook.id, editionText(handbook), words.lines);
  const sealed: LedgerRelease = {
    ...record,
    seal: {
      text: sha256(text),
      sums: sha256(sums),
      generator: VERSION,
      ...(commit === undefined ? {} : { commit }),
    },
  };
  const value: unknown = JSON.parse(JSON.stringify(sealed));
  holdToSchema(recordPath, 'ledger', value);
  await writeAtomic(join(root, textPath), text);
  await writeAtomic(join(root, recordPath), new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
  return [textPath, recordPath];
}
