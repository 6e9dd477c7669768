import type { CompileOptions, FontFile, Handbook } from '@octavo/core';
import type { Problem } from '../display/display-list.ts';
import { cutFont } from './cut-font.ts';
import { fontFacts } from './font-facts.ts';
import { FontFault, fontTables, sfntOf } from './sfnt.ts';
import { openShaper } from './shaper.ts';

/** The handbook's own fonts come from no package, which is what tells them from others. */
export const NO_PACKAGE = '';

/** A PDF may hold a part of a font unless `fsType` has one of these bits. */
const REFUSED: readonly (readonly [bit: number, reason: string])[] = [
  [0x0002, 'its licence forbids embedding'],
  [0x0100, 'its licence forbids embedding a part of it'],
  [0x0200, 'its licence allows bitmaps only'],
];

/**
 * Returns the fonts that handbook.yaml names under `pdf.fonts`, in order, and a problem for each that cannot be used.
 */
export function ownFonts(
  handbook: Handbook,
  assets: CompileOptions['assets'],
): { readonly fonts: readonly FontFile[]; readonly problems: readonly Problem[] } {
  const fonts: FontFile[] = [];
  const problems: Problem[] = [];
  const families = new Map<string, number>();
  for (const path of handbook.settings.pdf.fonts) {
    const bytes = assets?.get(path);
    const font = bytes ? opened(bytes, path, families) : 'it was not given';
    if (typeof font === 'string') problems.push(unusable(path, font, bytes ? path : 'handbook.yaml'));
    else fonts.push(font);
  }
  return { fonts, problems };
}

/** Returns the problem of a font that cannot be used (`font-usable`). */
export function unusable(font: string, reason: string, path: string): Problem {
  return {
    rule: 'font-usable',
    reason: `The font ${font} cannot be used: ${reason}; expected a TTF, OTF or WOFF file that may be embedded`,
    fatal: true,
    path,
  };
}

function opened(bytes: Uint8Array, path: string, families: Map<string, number>): FontFile | string {
  try {
    const whole = sfntOf(bytes);
    const { glyphs, rights, weight, isItalic } = fontFacts(fontTables(whole));
    if (glyphs === 0) return 'it has no glyphs';
    const refused = REFUSED.find(([bit]) => (rights & bit) !== 0);
    if (refused) return refused[1];
    cutFont(whole, [0]);
    const name = openShaper(whole).name(FAMILY);
    return {
      // The name must not be that of one of our families, with whose faces it would mix. A number tells two of them
      // apart, since in the PDF only the ASCII letters of a name are left.
      family: `${name} (own ${families.get(name) ?? families.set(name, families.size + 1).size})`,
      weight,
      style: isItalic ? 'italic' : 'normal',
      package: NO_PACKAGE,
      file: path,
      scripts: [],
      optional: true,
      bytes,
    };
  } catch (error) {
    if (error instanceof FontFault) return error.message;
    return `it is damaged (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** The name of a font's family has this identifier (OpenType 1.9, name). */
const FAMILY = 1;
