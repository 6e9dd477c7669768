import type { Handbook } from '@octavo/core';
import type { Book } from './load-book.ts';

/** A book whose PDF is held to another standard. */
export function withStandard(book: Book, standard: Handbook['settings']['pdf']['standard']): Book {
  const { settings } = book.handbook;
  const handbook = { ...book.handbook, settings: { ...settings, pdf: { ...settings.pdf, standard } } };
  return { ...book, handbook };
}
