import type { Direction, Handbook, Labels } from '@octavo/core';
import { type Iris, irisOf } from '../iris.ts';
import { type Local, localiser } from '../localised.ts';

/** What every resource of a handbook is made with. */
export interface Scope {
  readonly iris: Iris;
  readonly local: Local;
  /** BCP 47, as the source spells it. */
  readonly language: string;
  readonly labels: Labels;
  readonly direction: Direction;
  /** What types.yaml declares. */
  readonly types: Handbook['types'];
  /** The IRI of the licence: its address, or one of ours that describes it. */
  readonly license: string | undefined;
  /** The number of every entry in the book; of withdrawn ones, false. */
  readonly live: ReadonlyMap<string, boolean>;
}

export function scopeOf(handbook: Handbook): Scope {
  const iris = irisOf(handbook);
  const { license } = handbook;
  return {
    iris,
    local: localiser(handbook.language),
    language: handbook.language,
    labels: handbook.labels,
    direction: handbook.direction,
    types: handbook.types,
    license: license && (license.url ?? `${iris.book}#license`),
    live: new Map(
      handbook.chapters.flatMap((chapter) =>
        chapter.entries.map((entry) => [entry.number, entry.status !== 'withdrawn'] as const),
      ),
    ),
  };
}
