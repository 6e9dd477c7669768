import type { OutputFile } from '@octavo/core';
import { languageFile } from '../static-file.ts';

/** The libraries' names of the languages that they know, by ISO 639-1. */
const CODES: Readonly<Record<string, string>> = {
  ar: 'ar',
  bg: 'bg',
  da: 'dk',
  de: 'de',
  el: 'gr',
  en: 'en',
  es: 'es',
  fi: 'fi',
  fr: 'fr',
  ga: 'ie',
  hi: 'in',
  hu: 'hu',
  hy: 'am',
  id: 'id',
  it: 'it',
  lt: 'lt',
  nb: 'no',
  ne: 'np',
  nl: 'nl',
  nn: 'no',
  no: 'no',
  pt: 'pt',
  ro: 'ro',
  ru: 'ru',
  sr: 'rs',
  sv: 'se',
  ta: 'ta',
  tr: 'tr',
  uk: 'uk',
};

/**
 * What the search knows of the book's language, as a script: how a word becomes its stem (Snowball), and
 * which words say nothing. Of a language that nobody knows the words are taken as they are.
 */
export function searchLanguage(language: string): OutputFile {
  const code = CODES[language.toLowerCase().split('-')[0] ?? ''];
  const part = (library: 'stemmers' | 'stopwords') =>
    code === undefined ? '' : `(function(exports){${languageFile(library, code)}\n})(known);\n`;
  const text =
    `var octavoLanguage=(function(){var known={};\n${part('stemmers')}${part('stopwords')}` +
    // The library's English list has no `a`, which is as little in other languages that have it.
    `return{stem:known.stemmer,stop:(known.stopwords||[]).concat('a')};})();\n`;
  return {
    path: 'static/language.js',
    mediaType: 'text/javascript',
    content: new TextEncoder().encode(text),
  };
}
