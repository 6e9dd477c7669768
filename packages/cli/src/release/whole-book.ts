import type { Loaded } from '@octavo/core';
import type { findLeaks } from '@octavo/verify';
import { ledgerFolder } from '../edition-files.ts';

/** What a release of another edition said of an entry, and where its ledger keeps it. */
interface SaidElsewhere {
  readonly number: string;
  readonly source: { readonly path: string; readonly line: number };
  readonly said: unknown;
}

/** The book that an edition is made of, with everything in it, and what is said beside it. */
export interface WholeBook extends Required<Pick<Parameters<typeof findLeaks>[0], 'whole' | 'beside'>> {
  readonly others: readonly SaidElsewhere[];
}

/** The whole book for an edition of it, with what the ledgers of its other editions keep. */
export function wholeBook({ handbook, beside, files }: Loaded, edition: string): WholeBook | undefined {
  const others = files.flatMap(({ path, value }) =>
    /^releases\/[^/]+\/.*\.text\.jsonl$/.test(path) && !path.startsWith(ledgerFolder(edition))
      ? Buffer.from(value)
          .toString('utf8')
          .split('\n')
          .flatMap((line, at) => saidOfEntry(line, { path, line: at + 1 }))
      : [],
  );
  return handbook && { whole: handbook, beside, others };
}

/** What a line of the words of a release says of an entry. A damaged one has its message where that edition is checked. */
function saidOfEntry(line: string, source: SaidElsewhere['source']): readonly SaidElsewhere[] {
  try {
    const { number, nodes } = JSON.parse(line) as Record<'number' | 'nodes', unknown>;
    return typeof number === 'string' ? [{ number, source, said: nodes }] : [];
  } catch {
    return [];
  }
}
