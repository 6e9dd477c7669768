import { clauseFingerprint } from '../changes/clause-words.ts';
import { ownTexts } from '../changes/own-texts.ts';
import { numberedIn } from '../model/answer-part.ts';
import { clausesIn, formerAddresses } from '../model/clause.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { entryFacts } from '../model/entry-facts.ts';
import { instant } from '../model/instant.ts';
import type {
  LedgerClause,
  LedgerEntry,
  LedgerPage,
  LedgerRevision,
  ReleaseContent,
} from '../model/ledger.ts';
import { numberKey } from '../numbers/number-key.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import { entryPath } from '../say/addresses.ts';
import { anchorsOf } from './anchors.ts';
import { beyond, editionOrder, linesOf } from './lines.ts';
import type { Revisions } from './revisions.ts';

/** What the record says that `octavo release` seals and commits as `releases/<version>.json`. */
export function releaseRecord(
  handbook: Handbook,
  state: { readonly revisions: Revisions; readonly hash: string },
  pages: readonly LedgerPage[],
  ledger: readonly ReleaseContent[],
): ReleaseContent {
  const revisions = state.revisions.at;
  const { isbn } = handbook.identifiers;
  const lines = linesOf(handbook.edition, ledger);
  const last = lines.line.at(-1);
  // The newest edition goes on with the numbers of all lines.
  const others = lines.isNewest ? lines.others.map((other) => beyond(other, last)) : [];
  const before = [last, ...others].flatMap((release) => release?.entries ?? []);
  return {
    schemaVersion: 2,
    handbook: handbook.id,
    iri: handbook.iri,
    version: handbook.edition.version,
    date: instant(handbook.edition.date),
    ...(lines.isNewest ? {} : { behind: editionOrder(ledger).at(-1)?.version ?? '' }),
    ...(handbook.numbers ? { numbers: handbook.numbers } : {}),
    ...(isbn === undefined || Object.keys(isbn).length === 0 ? {} : { isbn }),
    entries: ledgerEntries(handbook, revisions, before),
    resources: [...revisions]
      .filter(([path]) => !path.startsWith('entry/'))
      .map(([path, revision]) => ({ path, ...revision }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    pages,
    stateHash: state.hash,
  };
}

/** A withdrawn entry that was never in the feed has version 0. */
function ledgerEntries(
  handbook: Handbook,
  revisions: ReadonlyMap<string, LedgerRevision>,
  before: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const date = instant(handbook.edition.date);
  const present = handbook.chapters.flatMap((chapter) =>
    chapter.entries.map(
      (entry): LedgerEntry => ({
        number: entry.number,
        id: entry.id,
        anchors: anchorsOf(entry, handbook),
        chapter: chapter.id,
        // A release has no drafts.
        status: entry.status as LedgerEntry['status'],
        fingerprint: entry.fingerprint,
        ...(entry.replacedBy === undefined ? {} : { replacedBy: entry.replacedBy }),
        ...(entry.approvedBy === undefined ? {} : { approvedBy: entry.approvedBy }),
        ...keptClauses(entry),
        ...keptNumbered(entry),
        ...keptFacts(entry, handbook),
        ...(revisions.get(entryPath(entry.number)) ?? { version: 0, date }),
      }),
    ),
  );
  const keyOf = ({ number }: LedgerEntry) => numberKey(number).toLowerCase();
  const keys = new Set(present.map(keyOf));
  // A number that became an alias keeps its history: it is never used again.
  const gone = before
    .filter((entry) => !keys.has(keyOf(entry)) && keys.add(keyOf(entry)))
    .map(({ digest: _, ...entry }) => ({ ...entry, ...(revisions.get(entryPath(entry.number)) ?? {}) }));
  return [...present, ...gone].sort((a, b) => compareNumbers(a.number, b.number, handbook.numbers));
}

function keptClauses({ answer }: Entry): Pick<LedgerEntry, 'clauses'> {
  const all = clausesIn(answer);
  const clauses = all.map((item): LedgerClause => {
    const formerly = formerAddresses(item, all);
    return {
      address: item.clause,
      ...(item.withdrawn ? {} : { fingerprint: clauseFingerprint(item) }),
      ...(formerly.length > 0 ? { formerly } : {}),
    };
  });
  return clauses.length > 0 ? { clauses } : {};
}

function keptNumbered({ answer }: Entry): Pick<LedgerEntry, 'numbered'> {
  const ids = numberedIn(answer).map(({ id }) => id);
  return ids.length > 0 ? { numbered: ids } : {};
}

function keptFacts(entry: Entry, book: Handbook): Pick<LedgerEntry, 'facts'> {
  const { id: _, replacedBy: __, ...facts } = { ...entryFacts(entry), ...ownTexts(entry, book) };
  return Object.keys(facts).length === 0 ? {} : { facts };
}
