import type { VFileMessage } from 'vfile-message';
import { clauseFingerprint, clauseWords, keptWords } from '../changes/clause-words.ts';
import { likeness } from '../changes/same-question.ts';
import { makeMessage } from '../message/make-message.ts';
import type { EntryWords } from '../model/change.ts';
import { type Clause, clauseKey, clausesIn, formerAddresses } from '../model/clause.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { indexHandbook } from '../model/handbook-index.ts';
import type { LedgerClause, LedgerEntry, ReleaseContent } from '../model/ledger.ts';
import { numberKey } from '../numbers/number-key.ts';
import { once } from '../read/once.ts';
import { beyond, linesOf } from './lines.ts';

/** Clauses are short: words that share less than this are other words. */
const ALIKE = 0.34;

/**
 * A clause means one thing for ever: an error (`clause-kept`) for every address of the last release that leads to
 * no clause any more, that was given up and is used again, or that now has other words than it had. A clause that
 * was written anew is the same one when its editor says so: `change: { significance: major }`.
 *
 * @param kept the words of an entry of the last release, where they are known
 */
export function checkClauses(
  handbook: Handbook,
  ledger: readonly ReleaseContent[],
  kept: (entry: LedgerEntry) => EntryWords | undefined = () => undefined,
): readonly VFileMessage[] {
  const { entry: byNumber, entries } = indexHandbook(handbook);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const { line, others, isNewest } = linesOf(handbook.edition, ledger);
  const last = line.at(-1);
  const faultsSince = (
    releases: readonly ReleaseContent[],
    demand: (fault: Fault, number: string) => boolean,
  ) =>
    (releases.at(-1)?.entries ?? []).flatMap((latest) => {
      // An entry with another number has its clauses all the same.
      const entry = byNumber.get(latest.number) ?? byId.get(latest.id);
      // A withdrawn entry says why, and not what. In force again, it is held to what it said before.
      if (!entry || entry.status === 'withdrawn') return [];
      const [old, version] = inForce(latest, releases);
      if (!old.clauses) return [];
      const faults = faultsOf(entry, old.clauses, () => kept(old)).filter((fault) =>
        demand(fault, latest.number),
      );
      return faults.map(({ address, reason, note }) =>
        makeMessage('clause-kept', {
          at: entry.source,
          reason: `the clause ${entry.number}${address} of release ${version} ${reason}`,
          note,
        }),
      );
    });
  const mine = new Set(
    (last?.entries ?? []).flatMap(({ number, clauses = [] }) =>
      clauses.flatMap(({ address, formerly = [] }) =>
        [address, ...formerly].map((one) => `${numberKey(number)} ${clauseKey(one)}`),
      ),
    ),
  );
  const isOwn = (number: string, address: string) => mine.has(`${numberKey(number)} ${clauseKey(address)}`);
  return [
    ...faultsSince(line, () => true),
    // A hotfix need not have the clauses of other lines; what they mean binds it all the same.
    ...others.flatMap((other) =>
      faultsSince(
        [beyond(other, last)],
        ({ isLost, address }, number) => !isOwn(number, address) && (isNewest || !isLost),
      ),
    ),
  ];
}

/** An entry as the last release had it in which it was not withdrawn, and the version of that release. */
function inForce(
  latest: LedgerEntry,
  ledger: readonly ReleaseContent[],
): readonly [entry: LedgerEntry, version: string | undefined] {
  for (let at = ledger.length - 1; at >= 0; at--) {
    const entry = at === ledger.length - 1 ? latest : ledger[at]?.entries.find(({ id }) => id === latest.id);
    if (entry && entry.status !== 'withdrawn') return [entry, ledger[at]?.version];
  }
  return [latest, ledger.at(-1)?.version];
}

interface Fault {
  /** The clause is not there; otherwise it says something else. */
  readonly isLost?: boolean;
  readonly address: string;
  readonly reason: string;
  readonly note: string;
}

function faultsOf(
  entry: Entry,
  old: readonly LedgerClause[],
  kept: () => EntryWords | undefined,
): readonly Fault[] {
  const now = clausesIn(entry.answer);
  const byKey = new Map(now.map((item) => [clauseKey(item.clause), item]));
  const moved = new Map(
    now.flatMap((item) => formerAddresses(item, now).map((one) => [clauseKey(one), item])),
  );
  const before = once(() =>
    keptWords(
      kept()?.answer ?? '',
      old.map(({ address }) => address),
    ),
  );
  return old.flatMap(({ address, fingerprint, formerly = [] }) =>
    [address, ...formerly].flatMap((one): readonly Fault[] => {
      const mover = moved.get(clauseKey(one));
      const item = mover ?? byKey.get(clauseKey(one));
      if (!item) return [lostFault(one, now, fingerprint)];
      if (item.withdrawn) return [];
      // A clause that moved left its label behind: it is held to the words that it moved with.
      if (one === address && old.some((it) => it.address !== address && it.formerly?.includes(one)))
        return [];
      if (fingerprint === undefined) return [usedAgain(one, item)];
      if (one !== address && !mover) return [usedAgain(one, item)];
      const is = clauseFingerprint(item);
      if (is === fingerprint || clauseWords(item) === '') return [];
      const other = mover ? undefined : old.find((clause) => clause.fingerprint === is)?.address;
      if (other !== undefined && other !== one) return [meansOther(one, other)];
      const was = before().get(address);
      if (was === undefined || entry.change?.significance === 'major') return [];
      return likeness(was, clauseWords(item)) < ALIKE ? [saysOther(one, was, clauseWords(item))] : [];
    }),
  );
}

function lostFault(address: string, now: readonly Clause[], fingerprint: string | undefined): Fault {
  const found = now.find((item) => clauseWords(item) !== '' && clauseFingerprint(item) === fingerprint);
  const to = found?.clause ?? '(…)';
  return {
    address,
    isLost: true,
    reason: found ? `is ${found.clause} now` : 'is gone',
    note: `Leave its label, "${labelOf(address)} [deleted]", or say in the front matter where it is now: "moved: { "${address}": "${to}" }".`,
  };
}

function usedAgain(address: string, item: Clause): Fault {
  return {
    address,
    reason: `was given up, and now says "${short(clauseWords(item))}"`,
    note: 'A label is never used again. Give the new clause the next one that is free, or one behind another, as (2a) is behind (2).',
  };
}

function meansOther(address: string, other: string): Fault {
  return {
    address,
    reason: `now says what ${other} said`,
    note: `Put a new clause behind another with a label of its own, as (2a) is behind (2), and leave the others theirs. Where ${other} has to be another clause, give it a label that is free and say "moved: { "${other}": "…" }" in the front matter.`,
  };
}

function saysOther(address: string, was: string, is: string): Fault {
  return {
    address,
    reason: `said "${short(was)}" and says "${short(is)}" now: an address is never used again for another rule`,
    note: 'Give the new clause a label of its own and leave the old one as "[deleted]". If it is the same rule in other words, say so in the front matter: "change: { significance: major }".',
  };
}

function labelOf(address: string): string {
  return /\([^()]*\)$/.exec(address)?.[0] ?? address;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
