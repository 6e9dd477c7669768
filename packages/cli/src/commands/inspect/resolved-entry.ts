import { type Entry, indexHandbook, toText } from '@octavo/core';
import type { SoundFolder } from '../../load-sound.ts';
import { findNumber } from '../trace/places.ts';
import { throughOf } from '../trace/through.ts';
import type { Through } from '../trace/trail.ts';

/** An entry with all that is put into it in its place; nodes from elsewhere have an `origin`. */
export interface ResolvedEntry
  extends Pick<Entry, 'number' | 'id' | 'fingerprint' | 'source' | 'answer' | 'footnotes' | 'fields'> {
  readonly question: string;
  readonly text: string;
  readonly through: readonly Through[];
}

/** Finds an entry by its number, id or old name, as the compilers get it. */
export function resolvedEntry(name: string, loaded: SoundFolder): ResolvedEntry {
  const [found = name] = findNumber({ source: loaded, built: undefined, folder: '.' }, name);
  const entry = indexHandbook(loaded.handbook).entry.get(found);
  if (!entry) throw new TypeError(`the entry ${found} was found and is not there`);
  const { number, id, fingerprint, source, question, answer, footnotes, fields } = entry;
  return {
    number,
    id,
    question: toText(question),
    fingerprint,
    source,
    through: throughOf(source.path, loaded),
    text: toText(answer),
    answer,
    footnotes,
    ...(fields ? { fields } : {}),
  };
}
