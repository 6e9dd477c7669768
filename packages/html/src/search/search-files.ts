import type { OutputFile } from '@octavo/core';
import { bookLevel, type Level } from '../level.ts';
import type { Site } from '../site.ts';
import { languageFile, staticFile } from '../static-file.ts';
import codes from './language-codes.json' with { type: 'json' };
import { searchBookPath, searchPartPath } from './search-part.ts';

/** The libraries' names of the languages that they know, by ISO 639-1. */
const CODES: Readonly<Record<string, string>> = codes;

/**
 * What the search knows about the book's language, as a script: how a word is stemmed (Snowball), and which
 * words carry no meaning. In an unknown language, words are used as they are.
 */
function searchLanguage(language: string): OutputFile {
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

/** The script of the search that is the same for every handbook. */
export function searchScripts(): OutputFile[] {
  return [{ path: 'static/engine.js', mediaType: 'text/javascript', content: staticFile('engine.cjs') }];
}

/** What the search loads beside its parts, and the list of those, which the page's script reads first. */
export function searchFiles(site: Site): OutputFile[] {
  return [
    ...searchScripts(),
    searchLanguage(site.handbook.language),
    ...(site.paths.work ? [] : [searchParts(site, { ...bookLevel(site), path: (name) => `static/${name}` })]),
  ];
}

/** The list of the parts: relative to `static/search/` for a book, and to the web root for a work. */
export function searchParts(site: Site, level: Level): OutputFile {
  const paths = [...site.paths.parts.map((part) => searchPartPath(site, part)), searchBookPath(site)];
  const names = paths.map((path) => path.replace(/^static\/search\//, ''));
  const [open, close] = level.marks('parts', ',');
  const list = names.map((name) => JSON.stringify(name)).join(',');
  const content = new TextEncoder().encode(`octavoSearchParts([${open}${list}${close}]);\n`);
  return { path: level.path('search-parts.js'), mediaType: 'text/javascript', content };
}
