import type { BenchFormat } from './peers/peer.ts';
import { PEERS } from './peers/table.ts';

export interface BenchArguments {
  readonly install: boolean;
  readonly formats: ReadonlySet<BenchFormat>;
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Seconds a run may take. */
  readonly limit: number;
  /** Ids of the peers to measure; undefined: all. */
  readonly only: readonly string[] | undefined;
}

export const USAGE = `pnpm bench [format ...] [--n=100,1000] [--rounds=3] [--only=id,id] [--limit=600]
pnpm bench install     installs the peers that come from npm, apart from the repository`;

/** Reads the command line; undefined when it is not understood. */
export function readArguments(args: readonly string[]): BenchArguments | undefined {
  const known = new Set(PEERS.map((peer) => peer.format));
  const words = args.filter((word) => !word.startsWith('--'));
  const install = words.length === 1 && words[0] === 'install';
  if (!install && words.some((word) => !(known as ReadonlySet<string>).has(word))) return undefined;
  const options = new Map<string, string>();
  for (const option of args.filter((word) => word.startsWith('--'))) {
    const [, name, value] = /^--(n|rounds|only|limit)=(.+)$/.exec(option) ?? [];
    if (name === undefined || value === undefined) return undefined;
    options.set(name, value);
  }
  const sizes = (options.get('n') ?? '1000').split(',').map(Number);
  const rounds = Number(options.get('rounds') ?? 3);
  const limit = Number(options.get('limit') ?? 600);
  if ([...sizes, rounds, limit].some((value) => !(value > 0))) return undefined;
  return {
    install,
    formats: words.length > 0 && !install ? new Set(words as BenchFormat[]) : known,
    sizes,
    rounds,
    limit,
    only: options.get('only')?.split(','),
  };
}
