import type { Difference, Place, Subject } from '../parity.ts';
import { nearestWords } from './nearest-words.ts';

/** What a difference is about. */
export interface About {
  readonly entry?: string;
  readonly part?: string;
  readonly file: string;
}

/** Collects what one format's reader compared and found. */
export interface Findings {
  readonly format: Place;
  readonly differences: readonly Difference[];
  readonly compared: Readonly<Partial<Record<Subject, number>>>;
  /** Counts a comparison of two texts, and tells when they differ. */
  readonly same: (subject: Subject, about: About, expected: string, found: string, what?: string) => boolean;
  /** Counts a comparison of two lists, and tells the first place where they differ. */
  readonly sameList: (
    subject: Subject,
    about: About,
    expected: readonly string[],
    found: readonly string[],
    what?: string,
  ) => boolean;
  /** Counts a comparison that is made, and tells when it failed. */
  readonly holds: (
    subject: Subject,
    about: About,
    truth: boolean,
    expected: string,
    found: string,
    reason: string,
  ) => boolean;
}

/** Makes an empty collection for a format. */
export function findingsOf(format: Place): Findings {
  const differences: Difference[] = [];
  const compared: Partial<Record<Subject, number>> = {};
  const tell = (subject: Subject, about: About, expected: string, found: string, reason: string): false => {
    const where = about.entry === undefined ? (about.part ?? '') : `entry ${about.entry}`;
    const message = `${format}${where === '' ? '' : `, ${where}`}: ${reason}`;
    differences.push({ format, subject, ...about, expected, found, message });
    return false;
  };
  const count = (subject: Subject): void => {
    compared[subject] = (compared[subject] ?? 0) + 1;
  };
  const same: Findings['same'] = (subject, about, expected, found, what = subject) => {
    count(subject);
    if (expected === found) return true;
    const [wanted, is] = nearestWords(expected, found);
    return tell(subject, about, wanted, is, `${what} should be ${quoted(wanted)} and is ${quoted(is)}`);
  };
  return {
    format,
    differences,
    compared,
    same,
    sameList(subject, about, expected, found, what = subject) {
      count(subject);
      const length = Math.max(expected.length, found.length);
      for (let at = 0; at < length; at++) {
        if (expected[at] === found[at]) continue;
        // Where the rest agrees again, one is missing or one is too many.
        const one =
          found.length > expected.length && found[at + 1] === expected[at] ? undefined : expected[at];
        const two = found.length < expected.length && expected[at + 1] === found[at] ? undefined : found[at];
        const [wanted, is] = one !== undefined && two !== undefined ? nearestWords(one, two) : [one, two];
        const place = length === 1 ? what : `${what}, number ${at + 1} of ${expected.length}`;
        const reason = `${place}, should be ${quoted(wanted)} and is ${quoted(is)}`;
        return tell(
          subject,
          about,
          wanted ?? '',
          is ?? '',
          length === 1 ? reason.replace(', should', ' should') : reason,
        );
      }
      return true;
    },
    holds(subject, about, truth, expected, found, reason) {
      count(subject);
      return truth || tell(subject, about, expected, found, reason);
    },
  };
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'nothing' : `“${text}”`;
}
