import type { VFileMessage } from 'vfile-message';
import { wordsOf } from '../changes/edition-text.ts';
import { sameQuestion } from '../changes/same-question.ts';
import { makeMessage } from '../message/make-message.ts';
import type { EntryWords } from '../model/change.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { groupBy } from '../model/group-by.ts';
import { indexHandbook } from '../model/handbook-index.ts';
import type { LedgerEntry, ReleaseContent } from '../model/ledger.ts';
import { aliasAnchor, entryAnchor } from '../say/addresses.ts';
import { linesOf } from './lines.ts';

/** A name that a release gave out, and what it led to there. */
interface Meaning {
  readonly old: LedgerEntry;
  readonly version: string;
  /** It was the entry's number or id, and not one of its aliases. */
  readonly isOwn: boolean;
}

type Kept = (entry: LedgerEntry) => EntryWords | undefined;

/**
 * Numbers, ids and aliases mean one question for ever, in every line of releases. An error
 * (`number-keeps-its-question`) at every entry whose number or id led to a question that is neither in its words
 * nor in its answer like this one, by the words that the ledger keeps; what was given up counts as long as the
 * ledger tells of it, and capitals do not, since no disk or web server has to tell them apart. A question that was
 * rewritten is the same one when it keeps its id and its editor says so: `change: { significance: major }`. An
 * error (`anchor-kept`) at every alias that led to another entry which is still there.
 */
export function checkQuestions(
  handbook: Handbook,
  ledger: readonly ReleaseContent[],
  kept: Kept,
): readonly VFileMessage[] {
  const { line, others } = linesOf(handbook.edition, ledger);
  const last = line.at(-1);
  if (!last) return [];
  const { entries } = indexHandbook(handbook);
  const meant = meanings([last, ...others]);
  const owners = new Map(entries.flatMap((entry) => ownNames(entry).map((name) => [name, entry] as const)));
  const heirs = (all: readonly Meaning[]) =>
    new Set(
      all.flatMap(({ old }) => {
        const heir = ownNames(old).flatMap((name) => owners.get(name) ?? [])[0];
        return heir ? [heir] : [];
      }),
    );
  return entries.flatMap((entry) => {
    const own = ownNames(entry);
    for (const name of own) {
      const all = meant.get(name) ?? [];
      const owned = all.filter(({ isOwn }) => isOwn);
      // Whoever has the number is asked by the number, and whoever had the alias by its own names.
      const asked =
        owned.length > 0
          ? owned.filter(({ old }) => name === own[0] || ownNames(old)[0] !== own[0])
          : all.filter((meaning) => !heirs([meaning]).has(entry));
      const [other] = asked;
      if (!other || asked.length < owned.length || asked.some(({ old }) => isSame(entry, old, kept)))
        continue;
      return [questionFault(entry, other, name, kept)];
    }
    for (const alias of entry.aliases) {
      const all = meant.get(aliasAnchor(alias, handbook).toLowerCase()) ?? [];
      const owned = all.filter(({ isOwn }) => isOwn);
      const [heir] = heirs(owned.length > 0 ? owned : all);
      if (heir && !heirs(all).has(entry)) return [aliasFault(entry, alias, heir, all[0]?.version)];
    }
    return [];
  });
}

/** What a number or id is known by where capitals do not count: the number's anchor first. */
function ownNames({ number, id }: Pick<Entry, 'number' | 'id'>): readonly string[] {
  return [entryAnchor(number), id].map((name) => name.toLowerCase());
}

function meanings(releases: readonly ReleaseContent[]): ReadonlyMap<string, readonly Meaning[]> {
  const all = releases.flatMap(({ version, entries }) =>
    entries.flatMap((old) => {
      const own = ownNames(old);
      const names = new Set([...own, ...old.anchors.map((anchor) => anchor.toLowerCase())]);
      return [...names].map((name) => ({ name, old, version, isOwn: own.includes(name) }));
    }),
  );
  return groupBy(all, ({ name }) => name);
}

function isSame(entry: Entry, old: LedgerEntry, kept: Kept): boolean {
  if (entry.fingerprint === old.fingerprint) return true;
  if (entry.id === old.id && entry.change?.significance === 'major') return true;
  const was = kept(old);
  if (!was) return true;
  return sameQuestion(was, wordsOf(entry), entry.status === 'withdrawn' || old.status === 'withdrawn');
}

function questionFault(entry: Entry, { old, version }: Meaning, name: string, kept: Kept): VFileMessage {
  const isNumber = name === ownNames(entry)[0];
  const what = isNumber ? `the number ${entry.number}` : `the id "${entry.id}"`;
  const was = short(kept(old)?.question ?? old.id);
  const kind = isNumber ? 'a number' : 'an id';
  const remedy = isNumber
    ? `Give the new question a number of its own and withdraw ${old.number}. If it is the same question in other words, keep its id "${old.id}" and say so`
    : `Give this entry another id. If it is the same question (${old.number}) in other words, say so`;
  return makeMessage('number-keeps-its-question', {
    at: entry.source,
    reason: `${what} meant "${was}" in release ${version} and means "${short(wordsOf(entry).question)}" now: ${kind} is never used again for another question`,
    note: `${remedy} in the front matter: "change: { significance: major }".`,
  });
}

function aliasFault(entry: Entry, alias: string, heir: Entry, version: string | undefined): VFileMessage {
  return makeMessage('anchor-kept', {
    at: entry.source,
    reason: `"${alias}" led to "${short(wordsOf(heir).question)}" (${heir.number}) in release ${version} and leads to "${short(wordsOf(entry).question)}" (${entry.number}) now`,
    note: `Move "${alias}" from the aliases of ${entry.number} to those of ${heir.number}.`,
  });
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
