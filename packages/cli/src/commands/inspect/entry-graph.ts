import {
  crossReferences,
  entryNodes,
  type Handbook,
  indexHandbook,
  numberKey,
  type Status,
  toText,
} from '@octavo/core';
import { type Approvals, approvalsOf } from '@octavo/core/ledger';
import { entryIri } from '@octavo/core/say';

/** An entry as a node of the graph: what it links to, and what links to it. */
export interface GraphEntry {
  readonly number: string;
  /** What stands for the number in addresses and the names of files. */
  readonly key: string;
  readonly id: string;
  readonly question: string;
  readonly chapter: string;
  readonly status: Status;
  readonly iri: string;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly related: readonly string[];
  /** Numbers that the answer links to, in the order of their first mention. */
  readonly links: readonly string[];
  /** Numbers of the entries whose answer links here. */
  readonly backlinks: readonly string[];
  readonly replacedBy?: string;
  readonly fingerprint: string;
  readonly approvals: readonly { readonly by: string; readonly date: string; readonly current: boolean }[];
  readonly source: { readonly path: string; readonly line: number };
}

/** The entries of a handbook in reading order, with the links between them. */
export function entryGraph(handbook: Handbook, approvals: Approvals): readonly GraphEntry[] {
  const { entries, chapterOf, citedBy } = indexHandbook(handbook);
  return entries.map((entry) => {
    const { number, id, status, aliases, topics, related, replacedBy, fingerprint, source } = entry;
    const links = crossReferences(entryNodes(entry)).map((link) => link.number);
    return {
      number,
      key: numberKey(number),
      id,
      question: toText(entry.question),
      chapter: chapterOf.get(number)?.id ?? '',
      status,
      iri: entryIri(handbook, number),
      aliases,
      topics,
      related,
      links: [...new Set(links)],
      backlinks: citedBy.get(number) ?? [],
      ...(replacedBy === undefined ? {} : { replacedBy }),
      fingerprint,
      approvals: (approvalsOf({ subject: number, entry }, approvals) ?? []).map(
        ({ by, date, fingerprint: approved }) => ({
          by,
          date,
          current: approved === fingerprint,
        }),
      ),
      source: { path: source.path, line: source.line },
    };
  });
}
