import { hash } from 'node:crypto';
import type { LedgerEntry, LedgerPage, LedgerRedaction, LedgerRelease } from '@octavo/core';
import { sealHash } from '@octavo/core/ledger';
import { entryAnchor, entryPath } from '@octavo/core/say';
import { wordsKey } from '../history/text-file.ts';
import { goneFingerprint, type WordsRedaction } from './redact-words.ts';

/** What is known of a release when its record is written again. */
export interface RecordRedaction extends WordsRedaction {
  /** The id that an entry has which is gone. */
  readonly idOf: (number: string) => string;
  /** New digests of things, by what `digestKey` makes of the old ones. */
  readonly digests: ReadonlyMap<string, string>;
  readonly pages: readonly LedgerPage[];
  /** What the ledger says of it. */
  readonly said: Pick<LedgerRedaction, 'date' | 'reason' | 'what' | 'files'>;
  /** The hashes of the words, and of the SHA256SUMS of the notice, that take the place of the old ones. */
  readonly text: string;
  readonly sums: string;
  /** What the record follows, by the hashes of now. */
  readonly previous: LedgerRelease['previous'] | undefined;
  readonly after: LedgerRelease['after'] | undefined;
}

/** The digest that a thing had, as a key. */
export function digestKey(path: string, digest: string): string {
  return `${path} ${digest}`;
}

/** Seals the record of a release again, with what was taken out of it and under which hashes it was known. */
export function redactRecord(record: LedgerRelease, redaction: RecordRedaction): LedgerRelease {
  const { numbers, blackout, renamed, digests, pages, said, text, sums, previous, after } = redaction;
  const { hash: old, redacted = [], seal, ...rest } = record;
  const entries = record.entries.map((entry): LedgerEntry => {
    if (numbers.has(entry.number)) return goneEntry(entry, redaction);
    const fingerprint = renamed.get(wordsKey(entry)) ?? entry.fingerprint;
    return withDigest({ ...blackout.value(entry), fingerprint }, entryPath(entry.number), digests);
  });
  const resources = record.resources.map((one) => withDigest(one, one.path, digests));
  const again = {
    ...rest,
    ...(previous ? { previous } : {}),
    ...(after ? { after } : {}),
    entries,
    resources,
    pages,
    redacted: [...redacted, { ...said, hash: old, text: seal.text, sums: seal.sums }],
    seal: { ...seal, text, sums },
  };
  return { ...again, hash: sealHash(again) };
}

/** The number stays taken; nothing else of the entry is left. */
function goneEntry(
  { number, anchors, chapter, status, version, date }: LedgerEntry,
  { numbers, idOf }: RecordRedaction,
): LedgerEntry {
  const known = new Set([...numbers].flatMap((one) => [one, entryAnchor(one)]));
  const id = idOf(number);
  return {
    number,
    id,
    anchors: [...new Set([...anchors.filter((anchor) => known.has(anchor)), id])],
    chapter,
    status,
    fingerprint: goneFingerprint(number),
    version,
    date,
  };
}

function withDigest<One extends { readonly digest?: string }>(
  one: One,
  path: string,
  digests: ReadonlyMap<string, string>,
): One {
  const digest = one.digest === undefined ? undefined : digests.get(digestKey(path, one.digest));
  return digest === undefined ? one : { ...one, digest };
}

/** A page of the feed as the record lists it. */
export function listedPage(page: LedgerPage, content: string): LedgerPage {
  const bytes = Buffer.byteLength(content);
  return { ...page, sha256: hash('sha256', content), bytes, was: [...(page.was ?? []), page.sha256] };
}
