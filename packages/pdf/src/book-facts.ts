import type { CompileOptions, Handbook } from '@octavo/core';
import { bookNodes } from './book-nodes.ts';
import type { BookFacts } from './flow/facts.ts';

/** Returns what every section has to know of the book to be laid out. `options.assets` are the images. */
export function bookFacts(handbook: Handbook, options: CompileOptions): BookFacts {
  const paths = new Set(handbook.images.map((image) => image.path));
  let formulas = false;
  let characters = 0;
  const isDated = handbook.chapters.some(({ entries }) => entries.some(({ effective }) => effective));
  for (const node of bookNodes(handbook)) {
    if (node.type === 'math' || node.type === 'inlineMath') formulas = true;
    if ('value' in node) characters += node.value.length;
  }
  return {
    language: handbook.language,
    direction: handbook.direction,
    labels: handbook.labels,
    // A book that says nothing of its time keeps its sections when only the date is another.
    edition: { date: isDated ? handbook.edition.date : '' },
    ...(handbook.types ? { types: handbook.types } : {}),
    topics: handbook.types ? handbook.topics : [],
    glossary: handbook.types ? handbook.glossary : [],
    ...(handbook.numbers ? { numbers: handbook.numbers } : {}),
    ...(handbook.formerNumbers ? { formerNumbers: handbook.formerNumbers } : {}),
    settings: handbook.settings.pdf,
    images: handbook.images,
    pictures: new Map([...(options.assets ?? [])].filter(([path]) => paths.has(path))),
    formulas,
    digits: digitsFor({ handbook, characters }),
  };
}

/** Any page holds more, so that the estimate is generous. */
const CHARACTERS_A_PAGE = 1000;
const ENTRIES_A_PAGE = 4;

/** Estimates how many digits a page number can have, from how much there is to print. */
function digitsFor({ handbook, characters }: { handbook: Handbook; characters: number }): number {
  const entries = handbook.chapters.reduce((total, chapter) => total + chapter.entries.length, 0);
  const pages = characters / CHARACTERS_A_PAGE + entries / ENTRIES_A_PAGE + handbook.chapters.length;
  return Math.max(2, `${Math.ceil(pages)}`.length);
}
