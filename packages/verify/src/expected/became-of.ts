import type { Entry, Handbook } from '@octavo/core';

/** The name of a label. */
export type Label = keyof Handbook['labels'];

/** What became of an entry in some editions, on the whole. */
export function becameOf({ history, status }: Entry, versions: readonly string[]): Label | undefined {
  const events = (history?.events ?? []).filter(({ beside }) => !beside);
  const later = events.filter((one) => versions.includes(one.version));
  const kinds = new Set(later.map(({ kind }) => kind));
  if (kinds.size === 0) return undefined;
  if (status === 'withdrawn' && kinds.has('withdrawn')) return 'withdrawn';
  if (versions.includes(events[0]?.version ?? '')) return 'added';
  const state = later.map(({ kind }) => kind).filter((kind) => kind === 'deprecated' || kind === 'restored');
  if (state.length > 0) return state.at(-1);
  if (later.every((one) => one.significance === 'editorial' && /^(changed|moved)$/.test(one.kind)))
    return 'corrections';
  const [only] = kinds;
  return kinds.size === 1 && (only === 'moved' || only === 'renumbered') ? only : 'changed';
}
