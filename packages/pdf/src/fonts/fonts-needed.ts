import type { CompileOptions, FontRequest, Handbook } from '@octavo/core';
import { bookNodes } from '../book-nodes.ts';
import { EMOJI, FALLBACKS, MATHS, MORE_SYMBOLS, ROLES, requests, SYMBOLS } from './catalogue.ts';
import { familiesFor } from './scripts.ts';
import { svgSays } from './svg-says.ts';

type Assets = NonNullable<CompileOptions['assets']>;

/**
 * Returns the fonts that a handbook's PDF is set in. The Latin families are always needed. A family for another script
 * is asked for when that script stands in the handbook's text, or in the words of its SVG pictures, which are among
 * `assets` by their paths. A character that none of them has is reported when the handbook is compiled.
 */
export function fontsNeeded(handbook: Handbook, assets: Assets = NONE): readonly FontRequest[] {
  const last = answers.get(handbook);
  if (last?.assets === assets) return last.fonts;
  const fonts = lookThrough(handbook, assets);
  answers.set(handbook, { assets, fonts });
  return fonts;
}

const NONE: Assets = new Map();

/**
 * Whoever gathers the fonts asks first, and then the compiler: the answer is kept, so that a long book is read once.
 */
const answers = new WeakMap<Handbook, { readonly assets: Assets; readonly fonts: readonly FontRequest[] }>();

function lookThrough(handbook: Handbook, assets: Assets): readonly FontRequest[] {
  const said = handbook.images.map(({ path }) => svgSays(path, assets.get(path)));
  const needed = familiesFor(`${JSON.stringify(handbook)}${said.join(' ')}`, languagesOf(handbook));
  const fallbacks = FALLBACKS.filter((family) => needed.has(family));
  // The symbols of one block are spread over four families, so each of these brings the others.
  const symbols = [MATHS, SYMBOLS, MORE_SYMBOLS, EMOJI];
  const wanted = symbols.some((family) => needed.has(family))
    ? [...fallbacks.filter((family) => !symbols.includes(family)), ...symbols]
    : fallbacks;
  return [
    ...Object.values(ROLES).flatMap((family) => requests(family, false)),
    ...wanted.flatMap((family) => requests(family, true)),
  ];
}

/** Returns every language that a handbook names, as BCP 47 tags. */
export function languagesOf(handbook: Handbook): ReadonlySet<string> {
  const languages = new Set([handbook.language]);
  for (const node of bookNodes(handbook)) {
    if ('lang' in node && node.type !== 'code' && node.lang) languages.add(node.lang);
  }
  return languages;
}
