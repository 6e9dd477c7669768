import { hash } from 'node:crypto';
import type { LedgerEntry, LedgerNotice, LedgerRelease } from '@octavo/core';
import {
  conflictSides,
  conflictsOf,
  type LineConflict,
  printRecord,
  recordName,
  remedyFor,
  sealNotice,
} from '@octavo/core/ledger';
import { VFile } from 'vfile';
import { holdToSchema } from '../contracts/published-schemas.ts';
import { readLedger } from '../history/read-ledger.ts';
import { readWords } from '../history/read-words.ts';
import { wordsKey } from '../history/text-file.ts';

/** What becomes of a ledger in which branches released without knowing of each other. */
export interface MergedLedger {
  /** What cannot be merged, with what to do; then nothing is to be written. */
  readonly conflicts: readonly (LineConflict & { readonly remedy: string })[];
  /** The files to write, by path; the last one accepts the branches. None where there is nothing to merge. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** The versions that the branches ended with. */
  readonly ends: readonly string[];
}

/**
 * Merges the branches of a ledger: conflicts of git in its files are resolved where both sides say the same, and a
 * notice accepts what can stand side by side. Undefined, with messages on the files, when a file is damaged.
 */
export async function mergeLedger(given: readonly VFile[], date: string): Promise<MergedLedger | undefined> {
  const { files, resolved, conflicts } = resolveConflicts(given);
  if (conflicts.length > 0) return { conflicts, files: [], ends: [] };
  const chain = await readLedger(files, true);
  const words = chain && readWords(files, chain.ledger);
  for (const file of files)
    if (!given.includes(file)) given.find(({ path }) => path === file.path)?.messages.push(...file.messages);
  if (!chain || !words) return undefined;
  const kept = (entry: LedgerEntry) => {
    const line = words.lines.get(wordsKey(entry));
    return line && 'question' in line ? line : undefined;
  };
  const found = conflictsOf(chain, kept).map((conflict) => ({ ...conflict, remedy: remedyFor(conflict) }));
  if (found.length > 0) return { conflicts: found, files: [], ends: [] };
  const ends = chain.tips.map(({ name }) => name);
  const [newest] = chain.ledger;
  if (ends.length < 2 || !newest) return { conflicts: [], files: resolved, ends };
  const notice = sealNotice({
    schemaVersion: 1,
    handbook: newest.handbook,
    iri: newest.iri,
    kind: 'merge',
    date,
    after: [...chain.tips] as LedgerNotice['after'],
  });
  holdToSchema('the merge', 'ledger-notice', notice);
  return {
    conflicts: [],
    files: [...resolved, [`releases/${recordName(notice)}.json`, printRecord(notice)]],
    ends,
  };
}

/** Takes git's marks out of the files of a ledger where both sides say the same, or a seal tells which is right. */
function resolveConflicts(given: readonly VFile[]) {
  const sidesOf = new Map(
    given.flatMap((file) => {
      const sides = file.path.startsWith('releases/') ? conflictSides(String(file)) : undefined;
      return sides ? [[file.path, sides] as const] : [];
    }),
  );
  const resolved: (readonly [string, string])[] = [];
  const conflicts: (LineConflict & { readonly remedy: string })[] = [];
  for (const [path, sides] of sidesOf) {
    const stem = path.replace(/(?:\.text\.jsonl|\.json)$/, '');
    const isText = path.endsWith('.text.jsonl');
    const records = (sidesOf.get(`${stem}.json`) ?? [textOf(given, `${stem}.json`)]).flatMap(
      (text) => recordIn(text) ?? [],
    );
    const [first, second = first] = records;
    const right = isText
      ? sides.find((text) => first?.hash === second?.hash && hash('sha256', text) === first?.seal.text)
      : first && first.hash === second?.hash
        ? printRecord(first)
        : undefined;
    if (right !== undefined) resolved.push([path, right]);
    else if (!isText || !sidesOf.has(`${stem}.json`)) conflicts.push(conflictIn(stem, records));
  }
  const texts = new Map(resolved);
  const files = given.map((file) => {
    const text = texts.get(file.path);
    return text === undefined ? file : new VFile({ path: file.path, value: text });
  });
  return { files, resolved, conflicts };
}

function textOf(files: readonly VFile[], path: string): string {
  return String(files.find((file) => file.path === path) ?? '');
}

function recordIn(text: string): LedgerRelease | undefined {
  try {
    return JSON.parse(text) as LedgerRelease;
  } catch {
    return undefined;
  }
}

function conflictIn(
  stem: string,
  [ours, theirs]: readonly LedgerRelease[],
): LineConflict & { readonly remedy: string } {
  const said = (record: LedgerRelease | undefined): readonly [string, string] => [
    record?.version ?? stem.slice('releases/'.length),
    record ? `of ${record.date}, sealed as ${record.hash?.slice(0, 12)}` : 'a side that is no record',
  ];
  return {
    what: `the version ${ours?.version ?? stem.slice('releases/'.length)}`,
    sides: [said(ours), said(theirs)],
    remedy: `Keep the one that is published, for example with "git checkout --ours ${stem}.json ${stem}.text.jsonl" (or --theirs); release what the other brought as the next edition.`,
  };
}
