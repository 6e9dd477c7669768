import {
  type Entry,
  type Ledger,
  type LedgerEntry,
  type LedgerRelease,
  numberKey,
  type Passage,
} from '@octavo/core';
import { anchorOf } from '../content/entry-anchor.ts';
import { soundLetters } from '../content/sound-letters.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { Case, Findings } from './findings.ts';

/** What was released, by the records alone. */
export interface ReleasedBefore {
  readonly ledger: Ledger;
  /** Whether the edition is the hotfix of an older one: the ledger is that of its own line. */
  readonly isHotfix?: boolean;
  /** What an entry of a record said: question and answer as plain text, a line for each paragraph. */
  readonly wordsOf: (entry: LedgerEntry) => string | undefined;
}

/**
 * Holds the handbook's histories to the ledger: each tells exactly the releases whose record has the entry
 * otherwise than the record before, the roles that approved it then, and the words that it and corrigenda quote are words of that release.
 */
export function compareLedger(
  { about }: Findings,
  { handbook, entries }: ExpectedBook,
  { ledger, wordsOf }: ReleasedBefore,
): void {
  const own = handbook.edition.version;
  const at = ledger.findIndex(({ version }) => version === own);
  const releases = at < 0 ? ledger : ledger.slice(0, at);
  for (const { number, entry } of entries) {
    const one = about({ entry: number, file: 'handbook.json' });
    const states = releases.map((release) => ({ release, record: recordOf(entry, release) }));
    const changed = states.filter(({ release, record }, index) => {
      const before = release.previous
        ? states.find((other) => other.release.version === release.previous?.version)
        : states[index - 1];
      return record && stateOf(record) !== stateOf(before?.record);
    });
    const { events = [], omitted = 0 } = entry.history ?? {};
    const told = events.map(({ version }) => version).filter((version) => version !== own);
    const wanted = changed.map(({ release }) => release.version);
    const kept = [...wanted.slice(0, 1), ...wanted.slice(1 + omitted)];
    if (kept.length + told.length > 0) one.list('documents', kept, told, 'the editions of its history');
    for (const { release, record } of changed)
      if (record) {
        const event = events.find(({ version }) => version === release.version);
        if (event)
          one.list(
            'documents',
            record.approvedBy ?? [],
            event.approvedBy ?? [],
            `the roles in which ${release.version} had it approved`,
          );
        compareQuoted(one, event?.since ?? [], 'inserted', release.version, wordsOf(record));
      }
    // What a corrigendum says that an edition said, and that another says since, is what they said.
    for (const { number: of, to, version, passages } of handbook.errata ?? [])
      for (const { release, record } of of === number ? states : [])
        for (const side of record ? (['inserted', 'deleted'] as const) : [])
          if (release.version === (side === 'inserted' ? to : version))
            compareQuoted(one, passages, side, release.version, record && wordsOf(record));
  }
}

/** An entry as a release had it: under its number, or under one that it had then, with the same id. */
export function recordOf(
  { number, id, aliases }: Entry,
  { entries }: LedgerRelease,
): LedgerEntry | undefined {
  const led = new Set(
    entries.flatMap((one) => one.anchors.filter((anchor) => anchor !== anchorOf(one.number))),
  );
  const numbers = new Set(aliases.map(numberKey));
  return (
    entries.find((one) => numberKey(one.number) === numberKey(number)) ??
    entries.find((one) => one.id === id && numbers.has(numberKey(one.number)) && !led.has(one.number))
  );
}

/** All that makes an edition change an entry, as text. */
export function stateOf(record: LedgerEntry | undefined): string {
  if (!record) return '';
  const { number, id, status, fingerprint, chapter, replacedBy, facts = {} } = record;
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([numberKey(number), id, status, fingerprint, chapter, replacedBy, sorted]);
}

/** Whether a paragraph has what is quoted of it; … stands for what is left out. */
function saysInOrder(line: string, quoted: string): boolean {
  let at = 0;
  return quoted.split('…').every((part) => {
    const said = soundLetters(part);
    const found = line.indexOf(said, at);
    at = found + said.length;
    return found >= 0;
  });
}

/** Each paragraph that differs, without the words of the other side, is a line of what was said in an edition. */
function compareQuoted(
  own: Case,
  passages: readonly Passage[],
  other: 'inserted' | 'deleted',
  version: string,
  words: string | undefined,
): void {
  const lines = new Set((words ?? '').split('\n').map(soundLetters));
  for (const { part, segments } of passages) {
    const text = segments.flatMap((segment) => (segment.kind === other ? [] : segment.text)).join('');
    const said = soundLetters(text);
    if (said === '' || (part !== 'question' && part !== 'answer')) continue;
    own.holds(
      'documents',
      lines.has(said) || (text.includes('…') && [...lines].some((line) => saysInOrder(line, text))),
      '',
      said,
      `its history quotes “${said}”, which ${version} did not say`,
    );
  }
}
