import { hash } from 'node:crypto';
import type { Handbook, Ledger, LedgerNotice, LedgerPage, LedgerRelease, LedgerTip } from '@octavo/core';
import {
  inOrder,
  isRelease,
  type LedgerRecord,
  parentsOf,
  printRecord,
  recordName,
  sealNotice,
} from '@octavo/core/ledger';
import { entryPath } from '@octavo/core/say';
import { holdToSchema } from '../contracts/published-schemas.ts';
import { recordPaths } from '../release/check-release.ts';
import type { Blackout } from './blackout.ts';
import { noticeTree } from './notice-tree.ts';
import { redactPage } from './redact-page.ts';
import { digestKey, listedPage, redactRecord } from './redact-record.ts';
import { redactWords, type WordsRedaction } from './redact-words.ts';

/** What is to disappear from a history, and what is said of it. */
export interface HistoryRedaction extends Pick<WordsRedaction, 'numbers' | 'blackout' | 'instead'> {
  readonly handbook: Handbook;
  readonly ledger: Ledger;
  readonly notices: readonly LedgerNotice[];
  /** releases/<version>.text.jsonl, by version. */
  readonly texts: ReadonlyMap<string, string>;
  readonly idOf: (number: string) => string;
  /** Takes the questions of what is gone out of the feed too, where others print them in their links. */
  readonly inFeed: Blackout;
  readonly what: readonly string[];
  readonly reason: string;
  /** The day of the redaction. */
  readonly date: string;
  /** Finds a feed page that a release sealed. */
  readonly page: (page: LedgerPage, release: LedgerRelease) => Promise<string | undefined>;
  /** The files of a release that hold the words, by SHA-256. */
  readonly filesOf: (release: LedgerRelease) => readonly string[];
}

/** A history without the words. */
export interface RedactedHistory {
  /** The files of the ledger that change, by path from the handbook's folder; undefined for one that goes. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** What takes the place of each release's folder, by version. */
  readonly trees: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The notices of the ledger as they are now. */
  readonly notices: readonly LedgerNotice[];
  /** Feed pages that are not at hand, without which nothing can be sealed again. */
  readonly missing: readonly string[];
}

/** Takes words out of every record of the ledger, and seals again those that had them and whatever follows these. */
export async function redactHistory(request: HistoryRedaction): Promise<RedactedHistory> {
  const { handbook, ledger, blackout } = request;
  const files = new Map<string, string | undefined>();
  const trees = new Map<string, ReadonlyMap<string, string>>();
  const missing: string[] = [];
  const notices: LedgerNotice[] = [];
  const state = { renamed: new Map<string, string>(), digests: new Map<string, string>() };
  /** Records that were sealed again, by their old hashes: a notice also gets another name. */
  const resealed = new Map<string, LedgerRecord>();
  const now = (tip: LedgerTip): LedgerTip => {
    const record = resealed.get(tip.hash);
    return record ? { name: recordName(record), hash: record.hash } : tip;
  };
  for (const release of inOrder([...ledger, ...request.notices])) {
    const isBehind = parentsOf(release).some((parent) => resealed.has(parent.hash));
    if (!isRelease(release)) {
      const notice = sealNotice({ ...blackout.value(release), after: release.after.map(now) });
      notices.push(notice);
      if (notice.hash === release.hash) continue;
      files.set(`releases/${recordName(release)}.json`, undefined);
      files.set(`releases/${recordName(notice)}.json`, printRecord(notice));
      resealed.set(release.hash, notice);
      continue;
    }
    const [textPath, recordPath] = recordPaths(release.version);
    const text = redactWords(request.texts.get(release.version) ?? '', { ...request, ...state });
    const { pages, contents, absent } = await redactPages(request, release, state.digests);
    missing.push(...absent);
    if (!isBehind && isUntouched(release, text, pages, request)) continue;
    const title = blackout.text(handbook.title);
    const notice = { handbook, release, title, reason: request.reason, date: request.date, pages: contents };
    const tree = noticeTree(notice);
    const { date, reason, what } = request;
    const gone = request.filesOf(release);
    const sealed = redactRecord(release, {
      ...request,
      ...state,
      pages,
      said: { date, reason, what, ...(gone.length > 0 ? { files: gone } : {}) },
      text: hash('sha256', text),
      sums: hash('sha256', tree.sums),
      previous: release.previous && {
        ...release.previous,
        hash: resealed.get(release.previous.hash)?.hash ?? release.previous.hash,
      },
      after: release.after?.map(now),
    });
    const printed = printRecord(sealed);
    holdToSchema(recordPath, 'ledger', JSON.parse(printed));
    files.set(textPath, text).set(recordPath, printed);
    trees.set(release.version, tree.files);
    resealed.set(release.hash, sealed);
  }
  return { files, trees, notices, missing };
}

/** Whether a release before the first redacted one is as it was. */
function isUntouched(
  release: LedgerRelease,
  text: string,
  pages: readonly LedgerPage[],
  { numbers, blackout, texts }: HistoryRedaction,
): boolean {
  return (
    text === texts.get(release.version) &&
    pages.every((page, at) => page === release.pages[at]) &&
    !release.entries.some(({ number }) => numbers.has(number)) &&
    JSON.stringify(blackout.value(release.entries)) === JSON.stringify(release.entries)
  );
}

/** The feed pages of a release: how its record lists them, and what is in each. */
async function redactPages(
  { handbook, numbers, inFeed, reason, page: find }: HistoryRedaction,
  release: LedgerRelease,
  digests: Map<string, string>,
): Promise<{ pages: LedgerPage[]; contents: Map<string, string>; absent: string[] }> {
  const iris = new Set([...numbers].map((number) => handbook.iri + entryPath(number)));
  const summary = { [handbook.language.toLowerCase()]: reason };
  const digestOf = new Map<string, string | undefined>([
    ...release.resources.map(({ path, digest }) => [path, digest] as const),
    ...release.entries.map(({ number, digest }) => [entryPath(number), digest] as const),
  ]);
  const pages: LedgerPage[] = [];
  const contents = new Map<string, string>();
  const absent: string[] = [];
  for (const page of release.pages) {
    const content = await find(page, release);
    if (content === undefined) absent.push(page.path);
    const redacted =
      content === undefined ? undefined : redactPage(content, { iris, blackout: inFeed, summary });
    for (const [iri, digest] of redacted?.digests ?? []) {
      const path = iri.slice(handbook.iri.length);
      const old = digestOf.get(path);
      if (old !== undefined) digests.set(digestKey(path, old), digest);
    }
    contents.set(page.path, redacted?.content ?? content ?? '');
    pages.push(redacted ? listedPage(page, redacted.content) : page);
  }
  return { pages, contents, absent };
}
