import { hash } from 'node:crypto';
import {
  cacheKey,
  type Entry,
  type FontFile,
  type FontRequest,
  type Handbook,
  type OutputFile,
  previewMark,
} from '@octavo/core';
import {
  COVER_GROUND,
  canDraw,
  encodeShades,
  fontsFor,
  lettersOf,
  scriptFaces,
  toPixels,
} from '@octavo/core/draw';
import type { Site } from '../site.ts';
import { CARD, cardSvg, cardWords, UNITS } from './card-svg.ts';

/** How many pictures are drawn at once: reading the faces takes longer than drawing one. */
const SHEET = 16;

const FACE = {
  family: 'Source Serif 4',
  style: 'normal',
  package: '@expo-google-fonts/source-serif-4',
} as const;

/**
 * The faces that the pictures of entries are drawn with, where the handbook has pictures: a release, unless
 * `html.cards` is false. A preview is not shared.
 */
export function cardFaces(handbook: Handbook): readonly FontRequest[] {
  if (!hasCards(handbook)) return [];
  const file = '600SemiBold/SourceSerif4_600SemiBold.ttf';
  const words = handbook.chapters.flatMap(({ entries }) =>
    entries.flatMap((entry) => cardWords(handbook, entry)),
  );
  return [
    { ...FACE, weight: 600, file, scripts: ['Latn', 'Grek', 'Cyrl'], optional: true },
    ...scriptFaces(words.join(' '), handbook.language),
  ];
}

function hasCards(handbook: Handbook): boolean {
  return handbook.settings.html.cards !== false && previewMark(handbook) === undefined;
}

/** The path of the picture that is shown where the link to an entry is shared; undefined for an entry without one. */
export function cardPath({ handbook, options, paths }: Site, entry: Entry): string | undefined {
  const fonts = options.fonts ?? [];
  if (options.memory || !hasCards(handbook)) return undefined;
  // Whoever calls the compiler without the face wants no pictures.
  if (!fonts.some((font) => font.package === FACE.package)) return undefined;
  const drawable = canDraw(cardWords(handbook, entry).join(' '), handbook.language, fonts);
  return drawable ? paths.own(`cards/${entry.number}.png`) : undefined;
}

/** The pictures of all entries, of which `options.cache` keeps each. */
export async function cardFiles(site: Site): Promise<OutputFile[]> {
  const { handbook, index, options } = site;
  const wanted = index.entries.flatMap((entry) => {
    const path = cardPath(site, entry);
    return path === undefined ? [] : [{ path, words: cardWords(handbook, entry) }];
  });
  if (wanted.length === 0) return [];
  const all = wanted.flatMap(({ words }) => words).join(' ');
  const fonts = fontsFor(all, handbook.language, options.fonts ?? []).map((font: FontFile) => font.bytes);
  // As JSON in every key, the bytes of a large face would take minutes.
  const faces = fonts.map((bytes) => hash('sha256', bytes));
  const made = new Map<string, Uint8Array>();
  const missing: { readonly path: string; readonly words: readonly string[]; readonly key: string }[] = [];
  for (const { path, words } of wanted) {
    const key = cacheKey('html', 'card', words, handbook.direction, faces);
    const kept = await options.cache?.get(key);
    if (kept) made.set(path, kept);
    else missing.push({ path, words, key });
  }
  const letters = missing.length > 0 ? lettersOf(fonts) : undefined;
  for (let from = 0; letters && from < missing.length; from += SHEET) {
    const sheet = missing.slice(from, from + SHEET);
    const height = UNITS.height * sheet.length;
    const drawn = sheet.map(
      ({ words }, at) =>
        `<g transform="translate(0 ${at * UNITS.height})">${cardSvg(words, handbook, letters)}</g>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${UNITS.width} ${height}"><rect width="100%" height="100%" fill="${COVER_GROUND}"/>${drawn.join('')}</svg>`;
    const { pixels } = await toPixels(svg, CARD.width, letters.faces);
    const bytes = CARD.width * CARD.height * 4;
    for (const [at, { path, key }] of sheet.entries()) {
      const png = encodeShades(
        { ...CARD, pixels: pixels.subarray(at * bytes, (at + 1) * bytes) },
        COVER_GROUND,
      );
      made.set(path, png);
      await options.cache?.put(key, png);
    }
  }
  return [...made].map(([path, content]) => ({ path, mediaType: 'image/png', content }));
}
