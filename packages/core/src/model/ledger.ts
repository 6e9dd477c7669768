import type { NumberSystem } from '../numbers/number-system.ts';
import type { EntryFacts } from './entry-facts.ts';
import type { Identifiers, Status } from './handbook.ts';

/**
 * The history of a handbook: its releases, oldest first, each the successor of the previous one, as committed
 * under `releases/`. Each record is complete: the last one alone says what exists now and in which version.
 */
export type Ledger = readonly LedgerRelease[];

/** The record of a release: what it contained, sealed and chained. See ledger.schema.json. */
export interface LedgerRelease extends ReleaseContent {
  /** The release that this one follows; absent in a first edition. */
  readonly previous?: { readonly version: string; readonly hash: string };
  readonly seal: LedgerSeal;
  /** See `recordHash`. */
  readonly hash: string;
}

/** What a release contained. */
export interface ReleaseContent {
  readonly schemaVersion: 2;
  /** The handbook's id. */
  readonly handbook: string;
  readonly iri: string;
  readonly version: string;
  /** The edition's date as an xsd:dateTime in UTC. */
  readonly date: string;
  /** The ISBNs of the edition, by format, as they were given; absent when it has none. */
  readonly isbn?: Identifiers['isbn'];
  /** How its numbers were built; absent where handbook.yaml declared nothing. */
  readonly numbers?: NumberSystem;
  /** Every number that ever was released, withdrawn ones included, in number order. */
  readonly entries: readonly LedgerEntry[];
  /** Everything else that has a history: book, chapters, prose pages, topics, glossary; by path. */
  readonly resources: readonly LedgerResource[];
  /** The feed pages that this release sealed. */
  readonly pages: readonly LedgerPage[];
  /** SHA-256 of the snapshot's canonical N-Quads. */
  readonly stateHash: string;
}

/** The hashes of what a release consists of. */
export interface LedgerSeal {
  /** SHA-256 of `releases/<version>.text.jsonl`. */
  readonly text: string;
  /** SHA-256 of the release's SHA256SUMS. */
  readonly sums: string;
  /** Octavo's version. */
  readonly generator: string;
  readonly commit?: string;
}

/** The version history of one item, as far as a later release needs it. */
export interface LedgerRevision {
  /** Counts the feed's members about the thing, from 1. */
  readonly version: number;
  /** When its last member was published: the `date` of that release. */
  readonly date: string;
  /** SHA-256 of its canonical N-Quads without version and date; absent once it was deleted. */
  readonly digest?: string;
}
/** A clause of an entry, by its address. */
export interface LedgerClause {
  readonly address: string;
  /** See `clauseFingerprint`; absent once it was taken away. */
  readonly fingerprint?: string;
  /** Addresses that it once had. */
  readonly formerly?: readonly string[];
}
export interface LedgerEntry extends LedgerRevision {
  readonly number: string;
  readonly id: string;
  /** Every id and number that leads here: `q<key of its number>`, the id and the aliases. */
  readonly anchors: readonly string[];
  readonly chapter: string;
  readonly status: Status;
  readonly fingerprint: string;
  readonly replacedBy?: string;
  /** In reading order; absent where there are none. */
  readonly clauses?: readonly LedgerClause[];
  /** The ids of its numbered parts, in reading order; absent where there are none. */
  readonly numbered?: readonly string[];
  /** Further facts that are compared line by line; absent when there are none. */
  readonly facts?: Omit<EntryFacts, 'id' | 'replacedBy'>;
}
export interface LedgerResource extends LedgerRevision {
  /** The IRI without the work’s: `chapter/etl`; in a volume `volume/<id>/chapter/etl`. */
  readonly path: string;
}
export interface LedgerPage {
  /** From the book's folder, which is the web root unless the book is a volume. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly members: number;
}
