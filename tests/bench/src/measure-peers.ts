import { rmSync } from 'node:fs';
import type { BenchArguments } from './arguments.ts';
import type { Peer } from './peers/peer.ts';
import { PEERS } from './peers/table.ts';
import { ASIDE } from './places.ts';
import { measureRounds } from './rounds.ts';
import { type Row, writeRows } from './row.ts';

const say = (line: string): void => console.error(line);

/** Measures what was asked for and is installed; `complete` when none of it failed. */
export function measurePeers(args: BenchArguments): {
  readonly rows: readonly Row[];
  readonly complete: boolean;
} {
  const wanted = PEERS.filter(
    (peer) => args.formats.has(peer.format) && (args.only?.includes(toolOf(peer)) ?? true),
  );
  const present = wanted.filter((peer) => !skipped(peer, peer.absent()));
  const rows: Row[] = [];
  let expected = 0;
  for (const size of args.sizes) {
    const able = present.filter((peer) => !skipped(peer, tooMuch(peer, size)));
    expected += able.length;
    rows.push(...measureRounds(able, size, { ...args, say }));
    // After each size: what was measured stays if the next is broken off.
    if (args.json) writeRows(args.json, rows);
  }
  rmSync(ASIDE, { recursive: true, force: true });
  return { rows, complete: rows.length === expected };
}

function skipped(peer: Peer, reason: string | undefined): boolean {
  if (reason) say(`Skipped: ${peer.id} ${peer.format}: ${reason}`);
  return reason !== undefined;
}

function tooMuch({ most }: Peer, size: number): string | undefined {
  return most !== undefined && size > most ? `measured up to ${most} entries, not at ${size}` : undefined;
}

/** `octavo, again` is a row of octavo's. */
function toolOf({ id }: Peer): string {
  return id.replace(/, .*/, '');
}
