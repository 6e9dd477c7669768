import type { EarlierEdition, Entry, Handbook } from '@octavo/core';
import { becameOf, type Label } from './became-of.ts';

/** A change as changes.json lists it. */
export interface ListedChange {
  readonly subject: string;
  readonly kind: string;
  readonly number?: string;
  readonly id?: string;
  readonly title?: string;
}

/** What a page of later changes must list: a line for each heading with its count, and the numbers under it. */
export function expectedSince(
  handbook: Handbook,
  version: string,
  own: readonly ListedChange[],
): readonly string[] {
  const { editions = [], edition, labels } = handbook;
  const at = editions.findIndex((one) => one.version === version);
  if (at < 0) return [];
  const beside = editions[at]?.beside?.changes;
  const later = editions.slice(at + 1).filter((one) => !one.beside);
  const versions = [...later.map((one) => one.version), edition.version];
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  const kinds: readonly Label[] =
    'added restored changed moved renumbered deprecated withdrawn corrections'.split(' ') as Label[];
  const lines = kinds.flatMap((kind) => {
    const is = (one: Entry): boolean =>
      beside?.some(
        (all) => all.kind.replace('inserted', 'added') === kind && all.entries.includes(one.number),
      ) ?? becameOf(one, versions) === kind;
    const numbers = entries.filter(is).map(({ number }) => number);
    return numbers.length === 0 ? [] : [`${labels[kind]} (${numbers.length})`, ...numbers];
  });
  const each = (changes: EarlierEdition['changes']) =>
    changes.flatMap(({ kind, entries: numbers }) => numbers.map((number) => ({ kind: `${kind}`, number })));
  const told = [
    ...(beside ? each(beside) : later.flatMap(({ changes }) => each(changes))),
    ...(beside ? [] : own).flatMap(({ kind, number, subject }) =>
      number === undefined || subject !== 'entry' ? [] : [{ kind, number }],
    ),
  ];
  const here = new Set(entries.map(({ number }) => number));
  const came = new Set(
    told.filter(({ kind }) => /^(added|inserted|renumbered)$/.test(kind)).map(({ number }) => number),
  );
  const gone = [
    ...new Set(told.filter(({ kind }) => kind === 'withdrawn').map(({ number }) => number)),
  ].filter((number) => !here.has(number) && !came.has(number));
  return [...lines, ...(gone.length === 0 ? [] : [`${labels.deleted} (${gone.length})`, ...gone])];
}
