import type { Handbook } from '@octavo/core';
import { bookResource } from './book-resource.ts';
import { chapterResource } from './chapter-resource.ts';
import { entryResource } from './entry-resource.ts';
import type { EntryTexts } from './entry-texts.ts';
import { glossaryResources } from './glossary-resource.ts';
import { pageResource } from './page-resource.ts';
import type { Resource } from './resource.ts';
import { scopeOf } from './scope.ts';
import { topicResources } from './topic-resources.ts';

/**
 * Returns everything that the snapshot holds, in reading order: the book, its prose pages, its chapters, each
 * followed by its live entries, the topics and the glossary. No two resources make the same statement, so a
 * feed that delivers whole resources can be folded into the snapshot again.
 */
export function resourcesOf(handbook: Handbook, texts: ReadonlyMap<string, EntryTexts>): readonly Resource[] {
  const scope = scopeOf(handbook);
  const partOf = new Map(
    handbook.parts.flatMap((part) => part.chapters.map((id) => [id, scope.iris.part(part.id)] as const)),
  );
  return [
    bookResource(handbook, scope),
    ...[...handbook.front, ...handbook.back].map((page) => pageResource(page, scope)),
    ...handbook.chapters.flatMap((chapter, index) => {
      const place = { position: index + 1, isPartOf: partOf.get(chapter.id) ?? scope.iris.book };
      const live = chapter.entries.flatMap((entry) => {
        const said = texts.get(entry.number);
        return said ? [entryResource(entry, said, chapter.id, scope)] : [];
      });
      return [chapterResource(chapter, place, scope), ...live];
    }),
    ...topicResources(handbook, scope),
    ...glossaryResources(handbook, scope),
  ];
}
