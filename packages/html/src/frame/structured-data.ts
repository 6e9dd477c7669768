import type { JsonValue } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';

/**
 * Makes a JSON-LD block. Characters that could end the element or a line of script are written as \u escapes.
 */
export function structuredData(value: JsonValue): Element {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return h('script', { type: 'application/ld+json' }, json);
}
