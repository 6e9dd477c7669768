import { entryNodes, imagesIn } from './model/children.ts';
import type { Handbook } from './model/documents.generated.ts';
import { prosePages } from './model/prose-pages.ts';

/**
 * Returns the handbook as it is published: without drafts, and without what leads to them or serves only them
 * (redirects, images).
 */
export function withoutDrafts(handbook: Handbook): Handbook {
  const all = handbook.chapters.flatMap((chapter) => chapter.entries);
  const drafts = all.filter((entry) => entry.status === 'draft');
  if (drafts.length === 0) return handbook;
  const numbers = new Set(drafts.map((entry) => entry.number));
  const published = all.filter((entry) => entry.status !== 'draft');
  const bodies = [
    ...published.flatMap(entryNodes),
    ...prosePages(handbook).flatMap(({ body, footnotes }) => [...body, ...footnotes]),
  ];
  const terms = handbook.glossary.flatMap((term) => term.definition);
  const used = new Set([...imagesIn([...bodies, ...terms]).map((image) => image.url), handbook.cover?.image]);
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.filter((entry) => entry.status !== 'draft'),
    })),
    redirects: handbook.redirects.filter((redirect) => !numbers.has(redirect.to)),
    images: handbook.images.filter((image) => used.has(image.path)),
  };
}
