import { type CompileOptions, type Handbook, imagesIn, type Needs } from '@octavo/core';
import { readSvg } from '@octavo/core/svg';
import { bookTexts } from './book-nodes.ts';
import type { Problem } from './display/display-list.ts';
import { faceKey } from './fonts/font-set.ts';
import { fontsNeeded } from './fonts/fonts-needed.ts';
import { missingGlyphs } from './fonts/missing-glyphs.ts';
import { ownFonts } from './fonts/own-fonts.ts';
import { svgSays } from './fonts/svg-says.ts';
import { toMessage } from './messages.ts';
import { nestingProblems } from './nesting.ts';
import { rasterFacts } from './raster/read-raster.ts';

/**
 * Reports what keeps a handbook from becoming a PDF: nesting that is too deep (`nesting-set`), own fonts that cannot be
 * used (`font-usable`), fonts for Latin text that were not given (`font-given`), characters without a glyph
 * (`glyph-available`), and images that were not given or are damaged (`image-drawn`). All are errors.
 */
export const needs: Needs = (handbook, { assets = new Map(), fonts = [] } = {}) => {
  const deep = nestingProblems(handbook);
  if (deep.length > 0) return deep.map(toMessage);
  const own = ownFonts(handbook, assets);
  const absent = [...own.problems, ...missingFonts(handbook, assets, fonts)];
  const shown = shownImages(handbook);
  const words = [...shown].map(([url, at]) => ({
    ...at,
    name: url,
    words: [svgSays(url, assets.get(url))],
    nodes: [],
  }));
  const glyphs = absent.length > 0 ? [] : missingGlyphs(handbook, [...own.fonts, ...fonts], words);
  return [...absent, ...glyphs, ...damagedImages(handbook, shown, assets)].map(toMessage);
};

function missingFonts(
  handbook: Handbook,
  assets: NonNullable<CompileOptions['assets']>,
  fonts: NonNullable<CompileOptions['fonts']>,
): Problem[] {
  const given = new Set(fonts.map(faceKey));
  const absent = fontsNeeded(handbook, assets).filter(
    (request) => !request.optional && !given.has(faceKey(request)),
  );
  const packages = [...new Set(absent.map((request) => request.package))];
  return packages.map((name) => ({
    rule: 'font-given',
    reason: `The PDF needs the fonts of ${name}, which were not given`,
    fatal: true,
    path: 'handbook.yaml',
  }));
}

type Shown = ReadonlyMap<string, Pick<Problem, 'path' | 'line' | 'column'>>;

/** Returns each image once, and where it is shown first. */
function shownImages(handbook: Handbook): Shown {
  const first = new Map<string, Pick<Problem, 'path' | 'line' | 'column'>>();
  for (const { nodes, source } of bookTexts(handbook))
    for (const { url, position } of imagesIn(nodes))
      if (!first.has(url))
        first.set(url, {
          path: source.path,
          ...(position ? { line: position.start.line, column: position.start.column } : {}),
        });
  return first;
}

function damagedImages(
  handbook: Handbook,
  shown: Shown,
  assets: NonNullable<CompileOptions['assets']>,
): Problem[] {
  return [...shown].flatMap(([url, at]) => {
    // A picture of an earlier edition that is not there anymore is shown by its alternative text.
    if (handbook.redline && !handbook.images.some(({ path }) => path === url)) return [];
    const fault = faultOf(handbook, url, assets.get(url));
    return fault === undefined ? [] : [{ rule: 'image-drawn', reason: fault, fatal: true, ...at }];
  });
}

/** Tells whether `drawSvg` could read a picture. */
function canDrawSvg(bytes: Uint8Array): boolean {
  return !('fault' in readSvg(new TextDecoder().decode(bytes)));
}

function faultOf(handbook: Handbook, url: string, bytes: Uint8Array | undefined): string | undefined {
  const file = handbook.images.find(({ path }) => path === url);
  if (!file || !bytes) return `The image ${url} was not given to the PDF compiler`;
  if (file.mediaType === 'image/svg+xml')
    return canDrawSvg(bytes) ? undefined : `${url} is no SVG picture that can be drawn`;
  const facts = rasterFacts(bytes, file.mediaType);
  return typeof facts === 'string' ? `${url} cannot be drawn: ${facts}` : undefined;
}
