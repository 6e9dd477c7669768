import type { Block } from '../model/answer.ts';
import { type Clause, isClause } from '../model/clause.ts';
import { contentFingerprint } from '../model/fingerprint.ts';
import { plainWords } from './plain-words.ts';

/** The words of a clause, without those of the clauses in it. */
export function clauseWords({ children }: Clause): string {
  return plainWords(children.filter((block) => !hasClauses(block))).trim();
}

/** What a clause says, as `1-<sha256>`; the ledger keeps it by address. */
export function clauseFingerprint(item: Clause): string {
  return contentFingerprint({ words: clauseWords(item) }, (path) => path);
}

/**
 * The words of clauses in an answer that was kept as plain text, by address. A clause begins where its label begins
 * a line or follows the label above it, and goes on to the next one's.
 *
 * @param addresses all of the answer's, in reading order
 */
export function keptWords(answer: string, addresses: readonly string[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  let rest = answer.normalize('NFKC');
  let last: string | undefined;
  for (const address of addresses) {
    const core = (/\(([^()]*)\)$/.exec(address)?.[1] ?? '').replaceAll('.', '\\.');
    const label = new RegExp(`(?:^|\\n) ?\\(?${core}[).]?(?=\\s|$)`, 'u').exec(rest);
    if (!label) continue;
    if (last !== undefined) words.set(last, rest.slice(0, label.index).trim());
    rest = rest.slice(label.index + label[0].length);
    last = address;
  }
  if (last !== undefined) words.set(last, rest.trim());
  return words;
}

function hasClauses(block: Block): boolean {
  return block.type === 'list' && block.children.some(isClause);
}
