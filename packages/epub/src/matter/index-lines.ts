import type { Entry } from '@octavo/core';

/** A line of the index: a term, the entries that treat it, and the lines under it. */
export interface IndexLine {
  readonly term: string;
  /** Its place among the lines as sorted, from the top down. */
  readonly path: readonly number[];
  readonly numbers: readonly string[];
  readonly below: readonly IndexLine[];
}

interface Draft {
  readonly numbers: string[];
  readonly below: Map<string, Draft>;
}

/** Gathers the index terms of the entries, sorted by the language's alphabet; numbers keep reading order. */
export function indexLines(entries: readonly Entry[], language: string): readonly IndexLine[] {
  const root = new Map<string, Draft>();
  for (const entry of entries) {
    for (const term of entry.index) {
      const draft = descend(root, term);
      if (!draft.numbers.includes(entry.number)) draft.numbers.push(entry.number);
    }
  }
  return sorted(root, new Intl.Collator(language), []);
}

function descend(root: Map<string, Draft>, [first, ...rest]: readonly [string, ...string[]]): Draft {
  const draft = root.get(first) ?? { numbers: [], below: new Map() };
  root.set(first, draft);
  const [next, ...others] = rest;
  return next === undefined ? draft : descend(draft.below, [next, ...others]);
}

function sorted(
  drafts: ReadonlyMap<string, Draft>,
  collator: Intl.Collator,
  above: readonly number[],
): readonly IndexLine[] {
  return [...drafts]
    .toSorted(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1))
    .map(([term, draft], place) => {
      const path = [...above, place];
      return { term, path, numbers: draft.numbers, below: sorted(draft.below, collator, path) };
    });
}
