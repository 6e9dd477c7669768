import type { LedgerNotice } from '@octavo/core';
import { type Retracted, retractionsOf } from '@octavo/core/ledger';
import type { Io } from './io.ts';

/** Says that a release was retracted, when and why, to whoever asks for it; returns the retraction. */
export function tellRetracted(
  version: string,
  notices: readonly LedgerNotice[],
  io: Io,
): Retracted | undefined {
  const retracted = retractionsOf(notices).get(version);
  if (retracted)
    io.stderr.write(`${version} was retracted on ${retracted.date.slice(0, 10)}: ${retracted.reason}\n`);
  return retracted;
}
