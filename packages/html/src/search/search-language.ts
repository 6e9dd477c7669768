import type { OutputFile } from '@octavo/core';
import { languageFile, staticFile } from '../static-file.ts';
import codes from './language-codes.json' with { type: 'json' };

/** The libraries' names of the languages that they know, by ISO 639-1. */
const CODES: Readonly<Record<string, string>> = codes;

/**
 * What the search knows about the book's language, as a script: how a word is stemmed (Snowball), and which
 * words carry no meaning. In an unknown language, words are used as they are.
 */
export function searchLanguage(language: string): OutputFile {
  const code = CODES[language.toLowerCase().split('-')[0] ?? ''];
  const part = (library: 'stemmers' | 'stopwords') =>
    code === undefined ? '' : `(function(exports){${languageFile(library, code)}\n})(known);\n`;
  const text =
    `var octavoLanguage=(function(){var known={};\n${part('stemmers')}${part('stopwords')}` +
    // The library's English list lacks `a`, which carries as little meaning in other languages that have it.
    `return{stem:known.stemmer,stop:(known.stopwords||[]).concat('a'),alike:${JSON.stringify(alike(code))}};})();\n`;
  return {
    path: 'static/language.js',
    mediaType: 'text/javascript',
    content: new TextEncoder().encode(text),
  };
}

/** Everyday words that mean much the same, a group each: for English, which alone has such a list. */
function alike(code: string | undefined): string[] {
  return code === 'en' ? new TextDecoder().decode(staticFile('alike.en.txt')).trim().split('\n') : [];
}
