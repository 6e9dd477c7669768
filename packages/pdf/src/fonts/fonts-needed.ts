import type { CompileOptions, FontRequest, Handbook } from '@octavo/core';
import { bookNodes } from '../book-nodes.ts';
import { EMOJI, FALLBACKS, MATHS, MORE_SYMBOLS, ROLES, requests, SYMBOLS } from './catalogue.ts';
import { familiesFor } from './scripts.ts';
import { svgSays } from './svg-says.ts';

type Assets = NonNullable<CompileOptions['assets']>;

/**
 * The fonts a handbook's PDF is set in. The Latin families are always needed; a family for another
 * script is asked for when the handbook's text has that script, or the words of its SVG pictures among
 * `assets`, by path. A character that none of them has is an error when compiling, never a box.
 */
export function fontsNeeded(handbook: Handbook, assets: Assets = NONE): readonly FontRequest[] {
  const last = answers.get(handbook);
  if (last?.assets === assets) return last.fonts;
  const fonts = lookThrough(handbook, assets);
  answers.set(handbook, { assets, fonts });
  return fonts;
}

const NONE: Assets = new Map();

/** Who gathers the fonts asks, and then the compiler: a long book is looked through once. */
const answers = new WeakMap<Handbook, { readonly assets: Assets; readonly fonts: readonly FontRequest[] }>();

function lookThrough(handbook: Handbook, assets: Assets): readonly FontRequest[] {
  const said = handbook.images.map(({ path }) => (/\.svg$/i.test(path) ? wordsOf(assets.get(path)) : ''));
  const needed = familiesFor(`${JSON.stringify(handbook)}${said.join(' ')}`, languagesOf(handbook));
  const fallbacks = FALLBACKS.filter((family) => needed.has(family));
  // Symbols of one block are spread over four families: any one brings the others.
  const symbols = [MATHS, SYMBOLS, MORE_SYMBOLS, EMOJI];
  const wanted = symbols.some((family) => needed.has(family))
    ? [...fallbacks.filter((family) => !symbols.includes(family)), ...symbols]
    : fallbacks;
  return [
    ...Object.values(ROLES).flatMap((family) => requests(family, false)),
    ...wanted.flatMap((family) => requests(family, true)),
  ];
}

function wordsOf(bytes: Uint8Array | undefined): string {
  return bytes ? svgSays(new TextDecoder().decode(bytes)) : '';
}

/** Every language a handbook names, as BCP 47 tags. */
export function languagesOf(handbook: Handbook): ReadonlySet<string> {
  const languages = new Set([handbook.language]);
  for (const node of bookNodes(handbook)) {
    if ('lang' in node && node.type !== 'code' && node.lang) languages.add(node.lang);
  }
  return languages;
}
