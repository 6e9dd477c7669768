import { hash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { everyFile } from '../../disk/every-file.ts';
import { isRunFile } from '../../disk/run-file.ts';
import { holds } from './needles.ts';
import type { RedactedBook, RedactionFacts } from './redaction-facts.ts';

/** The copy of the ledger's notices in a folder of releases; it is made again. */
export const NOTICES = 'notices.json';

/**
 * Searches what was built. A folder that holds the words, and is not that of a release, goes; of that of a release the
 * files that hold them are known by their hashes, and so are those of what was published. A PDF cannot be searched: one
 * beside files that hold the words counts as holding them. The report of a run counts words and has none; one that has
 * them all the same, as the name of a format or a rule, goes.
 */
export function searchOutput(
  { out, history, releases }: RedactedBook,
  { previous, needles, root, books }: RedactionFacts,
): {
  readonly hashes: ReadonlyMap<string, readonly string[]>;
  readonly holding: ReadonlySet<string>;
  readonly left: readonly string[];
  readonly runs: readonly string[];
} {
  const found = new Map<string, Set<string>>();
  const papers = new Map<string, string[]>();
  const left: string[] = [];
  const runs: string[] = [];
  const last = history.ledger.at(-1);
  const home = (last && releases.get(last.version)) ?? '';
  const take = (path: string, bytes: Uint8Array, folder: string) => {
    if (path.endsWith('.pdf')) papers.set(folder, [...(papers.get(folder) ?? []), hash('sha256', bytes)]);
    else if (holds(relative(folder, path), bytes, needles))
      found.set(folder, (found.get(folder) ?? new Set()).add(hash('sha256', bytes)));
  };
  const others = new Set(
    books.flatMap((book) => [book.out, ...book.releases.values()]).filter((folder) => folder !== out),
  );
  for (const folder of releases.values())
    for (const [path, bytes] of everyFile(folder)) take(path, bytes, folder);
  for (const [path, bytes] of everyFile(out, others)) {
    const [name = ''] = relative(out, path).split(sep);
    if (join(out, name) !== path) take(path, bytes, join(out, name));
    else if (name !== NOTICES && holds(name, bytes, needles)) (isRunFile(name) ? runs : left).push(path);
  }
  if (previous !== undefined && home !== '')
    for (const [path, bytes] of everyFile(previous)) take(path, bytes, home);
  for (const [folder, hashes] of papers)
    if (found.has(folder)) found.set(folder, new Set([...(found.get(folder) ?? []), ...hashes]));
  const holding = new Set([...found.keys()].filter((folder) => !root.startsWith(folder)));
  return {
    hashes: new Map([...found].map(([folder, all]) => [folder, [...all].sort()])),
    holding,
    left,
    runs,
  };
}
