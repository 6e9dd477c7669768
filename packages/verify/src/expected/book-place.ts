import type { Handbook } from '@octavo/core';

/** Where a file of the book itself must lie, from the web root: a volume has a folder of its own, entries are all volumes'. */
export function ownPlace({ id, volume }: Pick<Handbook, 'id' | 'volume'>, path: string): string {
  return volume ? `volume/${id}/${path}` : path;
}
