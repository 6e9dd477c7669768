import type { CompileOptions, Handbook } from '@octavo/core';
import { bookNodes } from './book-nodes.ts';
import type { BookFacts } from './flow/session.ts';

/** What every section of the book must know to be laid out. `options.assets` are the images. */
export function bookFacts(handbook: Handbook, options: CompileOptions): BookFacts {
  const paths = new Set(handbook.images.map((image) => image.path));
  return {
    language: handbook.language,
    direction: handbook.direction,
    labels: handbook.labels,
    settings: handbook.settings.pdf,
    images: handbook.images,
    pictures: new Map([...(options.assets ?? [])].filter(([path]) => paths.has(path))),
    formulas: [...bookNodes(handbook)].some((node) => node.type === 'math' || node.type === 'inlineMath'),
    digits: digitsFor(handbook),
  };
}

const CHARACTERS_A_PAGE = 1400;

/** How wide a page number can get, estimated generously from the length of the text. */
function digitsFor(handbook: Handbook): number {
  const length = JSON.stringify(handbook.chapters, (key, value) =>
    key === 'position' || key === 'source' || key === 'fingerprint' ? undefined : value,
  ).length;
  return Math.max(2, `${Math.ceil(length / 2 / CHARACTERS_A_PAGE)}`.length);
}
