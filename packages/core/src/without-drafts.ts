import type { Handbook } from './model/handbook.ts';

/** The handbook as it is published: without drafts and without what leads to them from data (terms, redirects). */
export function withoutDrafts(handbook: Handbook): Handbook {
  const drafts = new Set(handbook.chapters.flatMap((chapter) => chapter.entries.filter((entry) => entry.status === 'draft').map((entry) => entry.number)));
  if (drafts.size === 0) return handbook;
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({ ...chapter, entries: chapter.entries.filter((entry) => !drafts.has(entry.number)) })),
    redirects: handbook.redirects.filter((redirect) => !drafts.has(redirect.to)),
  };
}
