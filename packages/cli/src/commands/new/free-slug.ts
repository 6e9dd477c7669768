import { numberKey } from '@octavo/core';
import { slug } from '@octavo/core/slug';

/**
 * Returns a slug that no entry and no chapter has; for a question without Latin equivalents, it is made from
 * the number.
 */
export function freeSlug(question: string, number: string, isFree: (id: string) => boolean): string {
  const wished = slug(question);
  // An id must not look like a number.
  const usable = wished !== '' && !/^q?\d+(?:-?[a-z]{1,2})?$/.test(wished);
  const base = usable
    ? wished
    : `question-${numberKey(number).toLowerCase().replace(/[._]+/g, '-').replace(/-$/, '')}`;
  for (let copy = 1; ; copy++) {
    const id = copy === 1 ? base : `${base}-${copy}`;
    if (isFree(id)) return id;
  }
}
