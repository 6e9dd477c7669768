import { crossReferences, type Entry, entryNodes, type Handbook, indexHandbook } from '@octavo/core';
import type { BuildInputs } from './build-inputs.ts';

/**
 * Says why an entry was built again, in lines for people: everything it depends on that has changed since the
 * last build.
 */
export function explain(
  handbook: Handbook,
  number: string,
  now: BuildInputs,
  before: BuildInputs | undefined,
): readonly string[] {
  const entry = indexHandbook(handbook).entry.get(number);
  if (!entry) return [`there is no entry ${number}`];
  if (!before) return [`${number} was made: there is no earlier build to go by`];
  const old = before.entries[number];
  if (!old) return [`${number} was made: it was not in the last build`];
  const reasons = [
    ...changed(before.code, now.code).map((name) => `the code of ${name} changed`),
    ...changed(before.book, now.book).map((key) => `"${key}" of the handbook changed`),
    ...(before.theme === now.theme ? [] : ['the theme changed']),
    ...ofEntry(entry, now, before),
  ];
  if (reasons.length === 0) return [`${number} was taken from the cache: nothing that it depends on changed`];
  return reasons.map((reason) => `${number} was made anew: ${reason}`);
}

function ofEntry(entry: Entry, now: BuildInputs, before: BuildInputs): string[] {
  const mine = now.entries[entry.number];
  const old = before.entries[entry.number];
  if (!mine || !old) return [];
  const questions = (numbers: readonly string[], what: string) =>
    [...new Set(numbers)]
      .filter((number) => now.entries[number]?.question !== before.entries[number]?.question)
      .map((number) => `the question of ${number}, ${what}, changed`);
  const links = crossReferences(entryNodes(entry)).map((link) => link.number);
  const named = [...entry.related, ...(entry.replacedBy === undefined ? [] : [entry.replacedBy])];
  return [
    ...(mine.text === old.text ? [] : [`its text changed (${entry.source.path})`]),
    ...questions(links, 'which it links to'),
    ...questions(named, 'which it names'),
    ...questions(mine.citedBy, 'which links to it'),
    ...questions(mine.beside, 'which stands beside it'),
    ...(same(mine.citedBy, old.citedBy) ? [] : ['other entries link to it than before']),
    ...(same(mine.beside, old.beside) ? [] : ['other entries stand beside it than before']),
  ];
}

function changed(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  // Compares only what both builds had: a different choice of formats is no change.
  return Object.keys(now).filter((key) => key in before && before[key] !== now[key]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join(' ') === b.join(' ');
}
