import { type Handbook, type Loaded, makeMessage } from '@octavo/core';
import type { History } from '@octavo/press/history';
import { findLeaks } from '@octavo/verify';
import type { VFileMessage } from 'vfile-message';
import { ledgerFolder } from '../edition-files.ts';

type TreeFiles = Parameters<typeof findLeaks>[0]['files'];

/** The book that an edition is made of, with everything in it, and what is said beside it. */
export interface WholeBook
  extends Required<Pick<Parameters<typeof findLeaks>[0], 'whole' | 'beside' | 'others'>> {}

/** The whole book for an edition of it: what the releases of its other editions said is none of the edition's. */
export function wholeBook({ handbook, beside, files }: Loaded, edition: string): WholeBook | undefined {
  const others = files.flatMap(({ path, value }) =>
    /^releases\/[^/]+\/.*\.text\.jsonl$/.test(path) && !path.startsWith(ledgerFolder(edition))
      ? Buffer.from(value)
          .toString('utf8')
          .split('\n')
          .flatMap((text, at) => lineOf(text, { path, line: at + 1 }))
      : [],
  );
  return handbook && { whole: handbook, beside, others };
}

/**
 * What a line of the words of a release says, block by block, as the Handbook has it. One that is damaged has its
 * message where that edition is checked.
 */
function lineOf(line: string, source: { readonly path: string; readonly line: number }): readonly unknown[] {
  try {
    const { items, nodes, text } = JSON.parse(line) as Record<'items' | 'nodes' | 'text', unknown>;
    return [{ source, said: [items, nodes ?? (typeof text === 'string' ? text.split('\n') : [])] }];
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
  const leaks = await findLeaks({ ...tree, shipped: new Set(shipped) });
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
