/** Gives out numbers that are not taken yet. */
export type GiveNumber = (before: string | undefined, first: boolean) => string;

/**
 * Makes a giver of numbers: the next one after `before` when it is free, else that one with a letter; the first
 * of a chapter is `before` with ".1". Where a search ended the next one begins, so that however many numbers are
 * repeated, each candidate is looked at once.
 */
export function numberGiver(used: Iterable<string>): GiveNumber {
  const taken = new Set(used);
  const looked = new Map<string, number>();
  /** The first free one of an endless series, from where the last search in it ended. */
  const search = (series: string, nameAt: (at: number) => string, most = Number.POSITIVE_INFINITY) => {
    for (let at = looked.get(series) ?? 0; at < most; at++) {
      looked.set(series, at + 1);
      if (!taken.has(nameAt(at))) return nameAt(at);
    }
    return undefined;
  };
  const next = (before: string | undefined, first: boolean): string | undefined => {
    if (before === undefined) return search('', (at) => `${at + 1}`);
    if (first) return search(`${before}.`, (at) => `${before}.${at + 1}`);
    const base = before.replace(/[A-Z]+$/, '');
    const parts = base.split('.');
    const following = [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.');
    if (!taken.has(following) && !/[A-Z]$/.test(before)) return following;
    return (
      search(base, (at) => base + letters(at), 26 * 27) ?? search(`${base}.`, (at) => `${base}.${at + 1}`)
    );
  };
  return (before, first) => {
    const number = next(before, first) ?? '';
    taken.add(number);
    return number;
  };
}

/** A, B, … Z, AA, AB, … */
function letters(at: number): string {
  const letter = (one: number) => String.fromCharCode(65 + one);
  return at < 26 ? letter(at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;
}
