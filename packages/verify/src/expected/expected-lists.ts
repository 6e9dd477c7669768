import type { Entry, Handbook } from '@octavo/core';
import { entryTarget } from '../content/entry-target.ts';
import { numberedParts } from './expected-parts.ts';
import { inForce, spokenValues } from './own-fields.ts';
import { plainPhrasing } from './plain-text.ts';

/** A list of the book, with its lines and the titles of its groups, each with where it must lead. */
export interface ExpectedList {
  /** As the book calls it: `figures`, or the id of a list of entries. */
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The lists that every format must have. */
export function expectedLists(handbook: Handbook): readonly ExpectedList[] {
  const { lists = [], labels, chapters } = handbook;
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return lists
    .map((list): ExpectedList => {
      if (typeof list === 'string') return { id: list, title: labels[list], lines: partLines(entries, list) };
      const { id, title, by, type } = list;
      const own = entries.filter(
        (entry) =>
          (type === undefined || (entry.type ?? 'question') === type) &&
          (!list.inForce ||
            (entry.status !== 'withdrawn' && inForce(entry.effective ?? {}, handbook) === 'inForce')),
      );
      return { id, title, lines: by === undefined ? own.map(entryLine) : byField(own, by, handbook) };
    })
    .filter(({ lines }) => lines.length > 0);
}

function partLines(entries: readonly Entry[], kind: 'figures' | 'tables'): readonly string[] {
  return entries.flatMap(({ number, answer }) =>
    numberedParts(answer, number)
      .filter((part) => part.kind === (kind === 'figures' ? 'figure' : 'table'))
      .map(({ numbered, caption, id }) => `${numbered} ${caption} → ${entryTarget(number, id)}`),
  );
}

function entryLine({ number, question }: Entry): string {
  return `${number} ${plainPhrasing(question)} → #${number}`;
}

/** A group's title stands above its entries, and leads nowhere. */
function byField(entries: readonly Entry[], name: string, handbook: Handbook): readonly string[] {
  const field = handbook.types?.fields.find((one) => one.name === name);
  const groups = new Map<string, Entry[]>();
  if (field)
    for (const entry of entries)
      for (const value of new Set(spokenValues(entry, field, handbook)))
        groups.set(value, [...(groups.get(value) ?? []), entry]);
  const { compare } = new Intl.Collator([handbook.language, 'en'], { numeric: true });
  return [...groups]
    .toSorted(([a], [b]) => compare(a, b))
    .flatMap(([value, own]) => [`${value} → `, ...own.map(entryLine)]);
}
