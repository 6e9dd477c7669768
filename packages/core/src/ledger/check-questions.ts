import type { VFileMessage } from 'vfile-message';
import { wordsOf } from '../changes/edition-text.ts';
import { sameQuestion } from '../changes/same-question.ts';
import { makeMessage } from '../message/make-message.ts';
import type { EntryWords } from '../model/change.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { indexHandbook } from '../model/handbook-index.ts';
import type { LedgerEntry, ReleaseContent } from '../model/ledger.ts';
import { numberKey } from '../numbers/number-key.ts';
import { linesOf } from './lines.ts';

/**
 * A number means one question for ever: an error (`number-keeps-its-question`) at every entry that is
 * neither in its question nor in its answer like what the last release said under its number, by the
 * words that the ledger keeps. A question that was rewritten is the same one when it keeps its id and
 * its editor says so: `change: { significance: major }`. Numbers and ids that another line of releases has
 * given out count as well.
 */
export function checkQuestions(
  handbook: Handbook,
  ledger: readonly ReleaseContent[],
  kept: (entry: LedgerEntry) => EntryWords | undefined,
): readonly VFileMessage[] {
  const { line, others } = linesOf(handbook.edition, ledger);
  const last = line.at(-1);
  if (!last) return [];
  const { entries } = indexHandbook(handbook);
  // By its key: whatever its spelling, the address of a number leads to one question.
  const byKey = new Map(entries.map((entry) => [numberKey(entry.number), entry]));
  const names = new Map([...byKey, ...entries.map((entry) => [entry.id, entry] as const)]);
  const mine = new Set(last.entries.flatMap(({ number, anchors }) => [numberKey(number), ...anchors]));
  return [
    ...last.entries.flatMap((old) => questionFault(byKey.get(numberKey(old.number)), old, last, kept)),
    ...others.flatMap((other) =>
      other.entries.flatMap((old) => {
        const number = numberKey(old.number);
        const [first] = old.anchors.filter((name) => !mine.has(name) && names.has(name));
        if (!mine.has(number) && byKey.has(number)) return questionFault(byKey.get(number), old, other, kept);
        return first === undefined ? [] : nameFault(first, names.get(first), old, other, kept);
      }),
    ),
  ];
}

function questionFault(
  entry: Entry | undefined,
  old: LedgerEntry,
  { version }: ReleaseContent,
  kept: (entry: LedgerEntry) => EntryWords | undefined,
): readonly VFileMessage[] {
  if (!entry || entry.fingerprint === old.fingerprint) return [];
  const was = kept(old);
  if (!was) return [];
  const is = wordsOf(entry);
  // The body of an entry that is or was withdrawn says why, not what.
  const withdrawn = entry.status === 'withdrawn' || old.status === 'withdrawn';
  if (withdrawn ? sameAlone(was.question, is.question) : sameQuestion(was, is)) return [];
  if (entry.id === old.id && entry.change?.significance === 'major') return [];
  return [
    makeMessage('number-keeps-its-question', {
      at: entry.source,
      reason: `the number ${old.number} meant "${short(was.question)}" in release ${version} and means "${short(is.question)}" now: a number is never used again for another question`,
      note: `Give the new question a number of its own and withdraw ${old.number}. If it is the same question in other words, keep its id "${old.id}" and say so in the front matter: "change: { significance: major }".`,
    }),
  ];
}

/** An id or an alias that another line gave to another question is its address for ever. */
function nameFault(
  name: string,
  entry: Entry | undefined,
  old: LedgerEntry,
  { version }: ReleaseContent,
  kept: (entry: LedgerEntry) => EntryWords | undefined,
): readonly VFileMessage[] {
  if (!entry || numberKey(entry.number) === numberKey(old.number)) return [];
  const was = kept(old);
  if (!was || entry.fingerprint === old.fingerprint || sameQuestion(was, wordsOf(entry))) return [];
  return [
    makeMessage('number-keeps-its-question', {
      at: entry.source,
      reason: `"${name}" leads to "${short(was.question)}" (${old.number}) in release ${version} and would lead to "${short(wordsOf(entry).question)}" here`,
      note: 'Give this entry another number or id.',
    }),
  ];
}

/** Questions without their answers: an empty answer equals an empty answer, so it must not count. */
function sameAlone(before: string, after: string): boolean {
  return sameQuestion({ question: before, answer: before }, { question: after, answer: after });
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
