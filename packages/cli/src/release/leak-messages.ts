import { bookPath, type Handbook, indexHandbook, type Ledger, makeMessage } from '@octavo/core';
import type { History } from '@octavo/press/history';
import { findLeaks } from '@octavo/verify';
import type { VFileMessage } from 'vfile-message';
import type { WholeBook } from './whole-book.ts';

type TreeFiles = Parameters<typeof findLeaks>[0]['files'];

/** A built edition, and what it is an edition of. */
export interface EditionTree extends WholeBook {
  readonly name: string;
  readonly edition: Handbook;
  readonly files: TreeFiles;
  /** What the ledger of the edition keeps of the words of its releases. */
  readonly published: unknown;
  /** Paths of files that are alike in every folder. */
  readonly shipped: Iterable<string>;
  /** The releases of the edition. */
  readonly ledger: Ledger;
}

/**
 * Searches every byte of a built edition for what only the parts that it leaves out say. Each find is an error where
 * the secret is written, which names the file that says it (`nothing-leaks`).
 */
export async function leakMessages({
  name,
  shipped,
  ledger,
  ...tree
}: EditionTree): Promise<readonly VFileMessage[]> {
  const has = indexHandbook(tree.edition).entry;
  const others = tree.others.filter(({ number }) => !has.has(number));
  const { edition } = tree;
  const before = ledger.filter(({ version }) => version !== edition.edition.version);
  const sealed = before.flatMap(({ pages }) => pages.map(({ path }) => bookPath(edition, path)));
  const leaks = await findLeaks({ ...tree, others, shipped: new Set(shipped), sealed: new Set(sealed) });
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

/** What the releases of a ledger said: what no edition says any more is told among the changes, and is no secret. */
export function publishedWords({ words }: Pick<History, 'words'>): unknown {
  return [...words.lines.values(), ...words.items.values()];
}
