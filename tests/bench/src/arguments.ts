import { BENCH_FORMATS, type BenchFormat } from './peers/peer.ts';

export interface BenchArguments {
  readonly command: 'measure' | 'install' | 'report';
  readonly formats: ReadonlySet<BenchFormat>;
  /** Files of rows to report on. */
  readonly files: readonly string[];
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Seconds a run may take. */
  readonly limit: number;
  /** The tools to measure; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** Where rows are written. */
  readonly json: string | undefined;
  /** Where the plot is drawn. */
  readonly plot: string | undefined;
}

export const USAGE = `pnpm bench [format ...] [--n=100,1000] [--rounds=3] [--only=tool,tool] [--limit=600]
                       [--json=rows.json] [--plot=plot.svg]
pnpm bench report rows.json ... [--plot=plot.svg] [--json=all.json]
                       the tables and the plot of what was measured before, several files together
pnpm bench --quick     the ratios that matter, in three minutes: 1,000 entries, without what prints by Chromium
pnpm bench install     installs the peers that come from npm, apart from the repository`;

/** The tools of a quick run. */
const QUICK: readonly string[] = ['typst-0.14', 'pandoc', 'hugo', 'eleventy', 'octavo', 'node'];

/** Reads the command line; undefined when it is not understood. */
export function readArguments(args: readonly string[]): BenchArguments | undefined {
  const known: ReadonlySet<string> = new Set(BENCH_FORMATS);
  const [first, ...others] = args.filter((word) => !word.startsWith('--'));
  const command = first === 'install' || first === 'report' ? first : 'measure';
  const words = command === 'measure' && first !== undefined ? [first, ...others] : others;
  if (command === 'measure' && words.some((word) => !known.has(word))) return undefined;
  if ((command === 'report') !== (command !== 'measure' && words.length > 0)) return undefined;
  const options = new Map<string, string>();
  for (const option of args.filter((word) => word.startsWith('--') && word !== '--quick')) {
    const [, name, value] = /^--(n|rounds|only|limit|json|plot)=(.+)$/.exec(option) ?? [];
    if (name === undefined || value === undefined) return undefined;
    options.set(name, value);
  }
  const quick = args.includes('--quick');
  const sizes = (options.get('n') ?? '1000').split(',').map(Number);
  const rounds = Number(options.get('rounds') ?? (quick ? 1 : 3));
  const limit = Number(options.get('limit') ?? 600);
  if ([...sizes, rounds, limit].some((value) => !(value > 0))) return undefined;
  return {
    command,
    formats:
      command === 'measure' && words.length > 0 ? new Set(words as BenchFormat[]) : new Set(BENCH_FORMATS),
    files: command === 'report' ? words : [],
    sizes,
    rounds,
    limit,
    only: options.get('only')?.split(',') ?? (quick ? QUICK : undefined),
    json: options.get('json'),
    plot: options.get('plot'),
  };
}
