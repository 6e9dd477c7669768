import type { checkSync } from 'recheck';

/** A longer pattern is not analyzed. */
const LONGEST = 200;
/** An escape, a class or a character, with the count behind it; the count of a group; or the mark of what is optional. */
const COUNTED =
  /(\\(?:[pPu]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|\(\?[:<=!]|[^\\[\](){}|*+?^$])(?:\{(\d+)\})?|\{(\d+)(,?)(\d*)\}|(\?)/gsu;

/** What is analyzed in place of a pattern. */
interface Reading {
  /** How often a group with a count repeats at most; without it, any number of times. */
  readonly most?: number;
  /** What is optional may repeat. */
  readonly freely?: true;
  /** The highest power of the length of a text that matching it may take. */
  readonly degree: number;
}

/**
 * In theory a count bounds the time, and in practice `(a?){40}` takes years. Counts are taken for "any number", for a
 * group also for a few times; and many optional parts in a row for as many repetitions.
 */
const READINGS: readonly Reading[] = [
  { degree: 2 },
  { most: 6, degree: 2 },
  { most: 16, freely: true, degree: 12 },
];

/** Why a pattern cannot be used: it is none, it cannot be analyzed, or matching it may take too long. */
export function patternFault(pattern: string, check: typeof checkSync): string | undefined {
  if (pattern.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  for (const reading of READINGS) {
    const options = { checker: 'automaton', maxNFASize: 1000, timeout: 10_000 } as const;
    const found = check(readAs(pattern, reading), 'u', options);
    if (found.status === 'unknown')
      return 'message' in found.error ? found.error.message : 'it is too complex to be analyzed';
    if (found.status !== 'vulnerable') continue;
    const { complexity } = found;
    if (complexity.type === 'exponential' && !reading.freely) return 'matching it can take exponential time';
    if (complexity.type === 'polynomial' && complexity.degree > reading.degree)
      return `matching it can take time of degree ${complexity.degree}`;
  }
  return undefined;
}

function readAs(pattern: string, { most, freely }: Reading): string {
  return pattern.replace(COUNTED, (all: string, atom, exactly, least, comma, limit, optional) => {
    if (optional !== undefined) return freely ? '*' : all;
    if (atom !== undefined) {
      if (exactly === undefined) return atom;
      // So many of one character cannot be matched in two ways.
      return Number(exactly) > 20 ? `${atom}+` : atom.repeat(Number(exactly));
    }
    const isOpen = comma === ',' && limit === '';
    if (most === undefined || isOpen) return Number(least) === 0 ? '*' : '+';
    const up = Math.min(Number(comma === ',' ? limit : least), most);
    return `{${Math.min(Number(least), up)},${up}}`;
  });
}
