import type { Handbook } from '@octavo/core';
import type { Label } from './became-of.ts';
import type { ListedChange } from './expected-since.ts';

/** The titles, pages, terms and topics that changed since an edition, each once; `deleted` ones that came in between are none. */
export function expectedItems(
  handbook: Handbook,
  version: string,
  own: readonly ListedChange[],
): readonly string[] {
  const { editions = [], labels } = handbook;
  const at = editions.findIndex((one) => one.version === version);
  if (at < 0) return [];
  const later = editions.slice(at + 1).filter((one) => !one.beside);
  const items = editions[at]?.beside?.items ?? [
    ...later.flatMap((one): readonly ListedChange[] => one.items),
    ...own,
  ];
  const became = new Map<string, readonly [title: string, kind: string]>();
  for (const { subject, id = '', title = '', kind } of items) {
    if (subject === 'entry') continue;
    const key = subject === 'book' ? subject : `${subject} ${id}`;
    const isNew = became.get(key)?.[1] === 'added';
    if (isNew && kind === 'deleted') became.delete(key);
    else became.set(key, [title, isNew ? 'added' : kind]);
  }
  return [...became.values()].map(([title, kind]) => `${title} (${labels[kind as Label]})`);
}
