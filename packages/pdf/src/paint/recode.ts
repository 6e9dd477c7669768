import { mirrored } from '../bidi.ts';
import type { GlyphTexts, Item } from '../display/display-list.ts';
import { codesIn, recoded } from '../display/show-codes.ts';
import type { Recoding } from './fonts.ts';

/**
 * Shows the runs of a list by the codes of the book. A run with a glyph that has no code for what it stands for
 * here says its text itself.
 */
export function recodedItems(items: readonly Item[], recoding: Recoding, texts: GlyphTexts): readonly Item[] {
  return items.map((item) => {
    const codes = item.kind === 'glyphs' ? recoding[item.font] : undefined;
    if (item.kind !== 'glyphs' || !codes) return item;
    const own = codesIn(item.show);
    if (!own.some((code) => code in codes)) return item;
    const show = recoded(item.show, (code) => {
      const known = texts[item.font]?.[code];
      return codes[code] ?? (code in codes && typeof known === 'object' ? known[0] : code);
    });
    if (item.text !== undefined || own.every((code) => codes[code] !== null)) return { ...item, show };
    const said = own.map((code) => {
      const known = texts[item.font]?.[code] ?? '';
      return typeof known === 'string' ? known : known[1];
    });
    return { ...item, show, text: (item.reversed ? said.reverse().map(mirrored) : said).join('') };
  });
}
