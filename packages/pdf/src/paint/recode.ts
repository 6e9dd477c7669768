import { mirrored } from '../bidi.ts';
import type { GlyphTexts, Item } from '../display/display-list.ts';
import { glyphPair } from '../display/glyph-pair.ts';
import { codesIn, recoded } from '../display/show-codes.ts';
import type { Recoding } from './fonts.ts';

/**
 * Shows the runs of a list by the codes of the book. Where a glyph has none for what it says, its run says its text.
 */
export function recodedItems(items: readonly Item[], recoding: Recoding, texts: GlyphTexts): readonly Item[] {
  return items.map((item) => {
    const codes = item.kind === 'glyphs' ? recoding[item.font] : undefined;
    if (item.kind !== 'glyphs' || !codes) return item;
    const own = codesIn(item.show);
    if (!own.some((code) => code in codes)) return item;
    const pair = (code: number) => glyphPair(code, texts[item.font]?.[code] ?? '');
    const show = recoded(item.show, (code) => codes[code] ?? (code in codes ? pair(code)[0] : code));
    if (item.text !== undefined || own.every((code) => codes[code] !== null)) return { ...item, show };
    const said = own.map((code) => pair(code)[1]);
    return { ...item, show, text: (item.reversed ? said.reverse().map(mirrored) : said).join('') };
  });
}
