import { MARKUP } from '../content/normalise.ts';
import type { Vocabulary } from '../expected/vocabulary.ts';
import type { Difference, Place, Subject } from '../parity.ts';

/** How many words are shown on each side of a difference, and how many at most between. */
const AROUND = 4;
const BETWEEN = 24;

/** The stretches of two texts that differ, each with a few words around it. */
export function nearestWords(expected: string, found: string): readonly [string, string] {
  const [left, right] = [wordsOf(expected), wordsOf(found)];
  const short = Math.min(left.length, right.length);
  let start = 0;
  while (start < short && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < short - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return [around(left, start, end), around(right, start, end)];
}

function around(words: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(words.length, words.length - end + AROUND);
  const shown = words.slice(from, to);
  const cut = shown.length > BETWEEN + 2 * AROUND;
  return [
    from > 0 ? '… ' : '',
    (cut ? shown.slice(0, BETWEEN + AROUND) : shown).join('').trim(),
    cut || to < words.length ? ' …' : '',
  ].join('');
}

/** Words with the space behind them; scripts that write no spaces are cut into characters. */
function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\S+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\s|$)\s*|\s+/gu,
    ) ?? []
  );
}

/** What a difference is about. */
export interface About {
  readonly entry?: string;
  readonly part?: string;
  readonly file: string;
}

/**
 * Something under judgment: each comparison of it is counted and reported when it fails, and returns whether
 * it held.
 */
export interface Case {
  /** Returns the same findings about something else, or about a part of the same thing. */
  readonly about: (more: Partial<About>) => Case;
  /**
   * Compares two texts; a difference is reported with the words around it. `what` names them in the message.
   */
  readonly same: (subject: Subject, expected: string, found: string, what?: string) => boolean;
  /** Compares two texts as markup carries them: all white space counts as the same. */
  readonly text: (subject: Subject, expected: string, found: string, what?: string) => boolean;
  /** Compares two lists; the first place where they differ is reported. */
  readonly list: (
    subject: Subject,
    expected: readonly string[],
    found: readonly string[],
    what?: string,
  ) => boolean;
  /** Something that must be true; `reason` says in one sentence what is wrong when it is not. */
  readonly holds: (
    subject: Subject,
    truth: boolean,
    expected: string,
    found: string,
    reason: string,
  ) => boolean;
  /** Something that must not exist: `found` is undefined when it does not. */
  readonly none: (subject: Subject, found: string | undefined, reason: string) => boolean;
  /**
   * Texts that may use only the handbook's words: `says`, and the first words that are not the handbook's.
   */
  readonly words: (subject: Subject, known: Vocabulary, texts: readonly string[], says: string) => boolean;
  /** Reads and judges something; when that throws, a difference is reported and undefined is returned. */
  readonly read: <Value>(judge: () => Value | Promise<Value>, what?: string) => Promise<Value | undefined>;
}

/** Collects what the reader of one format compared and found. */
export interface Findings {
  readonly format: Place;
  readonly differences: readonly Difference[];
  readonly compared: Readonly<Partial<Record<Subject, number>>>;
  readonly about: (about: About) => Case;
}

/** Makes an empty collection for a format. */
export function findingsOf(format: Place): Findings {
  const differences: Difference[] = [];
  const compared: Partial<Record<Subject, number>> = {};
  return { format, differences, compared, about };

  function about(own: About): Case {
    const holds: Case['holds'] = (subject, truth, expected, found, reason) => {
      compared[subject] = (compared[subject] ?? 0) + 1;
      if (truth) return true;
      const where = own.entry === undefined ? (own.part ?? '') : `entry ${own.entry}`;
      const message = `${format}${where === '' ? '' : `, ${where}`}: ${reason}`;
      differences.push({ format, subject, ...own, expected, found, message });
      return false;
    };
    const none: Case['none'] = (subject, found, reason) =>
      holds(subject, found === undefined, '', found ?? '', reason);
    const list: Case['list'] = (subject, expected, found, what = subject) => {
      const length = Math.max(expected.length, found.length);
      const at = Array.from({ length }, (_, index) => index).find(
        (index) => expected[index] !== found[index],
      );
      const [wanted, is] = at === undefined ? [] : differenceAt(expected, found, at);
      const place = length === 1 ? what : `${what}, number ${(at ?? 0) + 1} of ${expected.length},`;
      const reason = `${place} should be ${quoted(wanted)} and is ${quoted(is)}`;
      return holds(subject, at === undefined, wanted ?? '', is ?? '', reason);
    };
    const same: Case['same'] = (subject, expected, found, what) => list(subject, [expected], [found], what);
    return {
      about: (more) => about({ ...own, ...more }),
      holds,
      none,
      list,
      same,
      text: (subject, expected, found, what) =>
        same(subject, MARKUP.text(expected), MARKUP.text(found), what),
      words(subject, known, texts, says) {
        const words = texts.map(known.unexplained).find((one) => one !== undefined);
        return none(subject, words, `${says} “${words}”, which the handbook does not`);
      },
      async read(judge, what = own.file) {
        try {
          return await judge();
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          holds('file', false, what, '', `${what} cannot be read: ${reason}`);
          return undefined;
        }
      },
    };
  }
}

/** What two lists have at a place. Where the rest agrees again, one item is missing or one is extra. */
function differenceAt(
  expected: readonly string[],
  found: readonly string[],
  at: number,
): readonly [string | undefined, string | undefined] {
  const [one, two] = [expected[at], found[at]];
  if (found.length > expected.length && found[at + 1] === one) return [undefined, two];
  if (found.length < expected.length && expected[at + 1] === two) return [one, undefined];
  return one !== undefined && two !== undefined ? nearestWords(one, two) : [one, two];
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'nothing' : `“${text}”`;
}
