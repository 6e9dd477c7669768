import type { Chapter } from '@octavo/core';
import { compactObject } from '../localised.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

/** A chapter: where it stands (from 1), what it is part of, and its entries in reading order. */
export function chapterResource(
  chapter: Chapter,
  place: { readonly position: number; readonly isPartOf: string },
  scope: Scope,
): Resource {
  const { iris, local } = scope;
  return {
    path: `${iris.folder}chapter/${chapter.id}`,
    node: {
      '@type': 'Chapter',
      '@id': iris.chapter(chapter.id),
      ...compactObject({
        identifier: chapter.id,
        position: place.position,
        name: local.one(chapter.title),
        description: chapter.summary === undefined ? undefined : local.one(chapter.summary),
        isPartOf: place.isPartOf,
        hasPart: chapter.entries
          .filter((entry) => entry.status !== 'withdrawn')
          .map((entry) => iris.entry(entry.number)),
      }),
    },
  };
}
