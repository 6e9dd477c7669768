import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import type { CoverImage } from '../cover/cover.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';

/** The cover, as a page that shows the picture whole. */
export function coverPage(context: Context, cover: CoverImage): BookDocument {
  return {
    file: FILES.cover,
    title: context.handbook.labels.cover,
    division: 'cover',
    kind: 'cover',
    content: () => [
      ...matterBreaks(context, 'cover'),
      h('img', { src: `cover.${cover.extension}`, alt: cover.alternative, role: 'doc-cover' }),
    ],
  };
}
