import { type Handbook, indexHandbook, type Loaded, makeMessage } from '@octavo/core';
import type { History } from '@octavo/press/history';
import { findLeaks } from '@octavo/verify';
import type { VFileMessage } from 'vfile-message';
import { ledgerFolder } from '../edition-files.ts';

type TreeFiles = Parameters<typeof findLeaks>[0]['files'];

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

/** A built edition, and what it is an edition of. */
export interface EditionTree extends WholeBook {
  readonly name: string;
  readonly edition: Handbook;
  readonly files: TreeFiles;
  /** What the ledger of the edition keeps of the words of its releases. */
  readonly published: unknown;
  /** Paths of files that are alike in every folder. */
  readonly shipped: Iterable<string>;
}

/**
 * Searches every byte of a built edition for what only the parts that it leaves out say. Each find is an error where
 * the secret is written, which names the file that says it (`nothing-leaks`).
 */
export async function leakMessages({
  name,
  shipped,
  ...tree
}: EditionTree): Promise<readonly VFileMessage[]> {
  const has = indexHandbook(tree.edition).entry;
  const others = tree.others.filter(({ number }) => !has.has(number));
  const leaks = await findLeaks({ ...tree, others, shipped: new Set(shipped) });
  return leaks.map(({ said, source, file, count }) => {
    const [, path = 'handbook.yaml', line] = /^(.*?)(?::(\d+))?$/.exec(source) ?? [];
    const more = count > 1 ? `, and ${count - 1} more of this,` : '';
    return makeMessage('nothing-leaks', {
      at: source === '' ? { path: 'handbook.yaml' } : { path, line: Number(line ?? 1) },
      reason:
        source === ''
          ? `${file} cannot be searched: ${said}`
          : `"${said}"${more} is in ${file}, and only what the edition "${name}" leaves out says it`,
      note:
        source === ''
          ? 'Nobody knows what it says. Leave it out of the edition, or replace it.'
          : 'If your text says it elsewhere, put that under the same condition; else it is a bug of Octavo: please report it.',
    });
  });
}

/** What the releases of a ledger said: deleted words stand in the list of changes, and are no secret any more. */
export function publishedWords({ words }: Pick<History, 'words'>): unknown {
  return [...words.lines.values(), ...words.items.values()];
}
