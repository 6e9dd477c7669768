import type { JsonValue } from '@octavo/core';

/** Makes language-tagged texts, all in one language. */
export interface Local {
  /** A language map: `{"en": "text"}`. */
  readonly one: (text: string) => { readonly [language: string]: string };
  /** A list: `[{"@value": "one", "@language": "en"}, …]`. */
  readonly all: (texts: readonly string[]) => readonly LanguageString[];
}
/**
 * A value object. Language maps that contain lists make streaming parsers fail (jsonld-streaming-parser 5.0).
 */
export interface LanguageString {
  readonly '@value': string;
  readonly '@language': string;
  readonly [other: string]: string;
}

/**
 * Language-tagged texts in one language. The tag is lower-cased, as every JSON-LD processor does when
 * it makes RDF (tags compare without regard to case); `inLanguage` keeps the spelling of the source.
 */
export function localiser(language: string): Local {
  const tag = language.toLowerCase();
  return {
    one: (text) => ({ [tag]: text }),
    all: (texts) => texts.map((text) => ({ '@value': text, '@language': tag })),
  };
}

/** Returns the object without keys whose value is undefined or an empty list. */
export function compactObject(object: { readonly [key: string]: JsonValue | undefined }): {
  readonly [key: string]: JsonValue;
} {
  const kept: { [key: string]: JsonValue } = {};
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    kept[key] = value;
  }
  return kept;
}
