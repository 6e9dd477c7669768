import type { Break } from '../text/break-opportunities.ts';
import type { Hyphenator } from '../text/hyphenation.ts';
import { isInvisible } from './invisible.ts';
import type { Shaper } from './shaper.ts';

/** A part of a line between two spaces, shaped once for every place it stands in. Lengths are ems. */
export interface ShapedWord {
  readonly text: string;
  /** Its glyphs, with what each stands for. */
  readonly glyphs: readonly { readonly id: number; readonly text: string }[];
  /** Inside of a string of TJ's operand, see `GlyphRun`: `00120013>-12<0014`. */
  readonly show: string;
  readonly width: number;
  /** Where `show` leaves the pen: kerning behind the last glyph is not in it. */
  readonly drawn: number;
  /** Where each UTF-16 unit begins; one more than there are units. */
  readonly edges: readonly number[];
  /** Marks stand higher than the line, or a letter is made of several glyphs: set by textkit. */
  readonly difficult: boolean;
  /** Where it may be cut, by the customs it is cut by. */
  readonly cuts: WordCuts[];
}

interface WordCuts {
  readonly code: boolean;
  readonly hyphenate: Hyphenator | undefined;
  readonly breaks: readonly Break[];
}

/** Shapes a word. */
export function shapedWord(shaper: Shaper, text: string, features: readonly string[]): ShapedWord {
  const glyphs: { id: number; text: string }[] = [];
  const edges: number[] = [];
  const shaped = shaper.shape(text, features);
  const thousandth = shaper.unitsPerEm / 1000;
  let show = '';
  let pen = 0;
  let drawn = 0;
  let difficult = false;
  for (const [index, glyph] of shaped.entries()) {
    const next = shaped[index + 1]?.cluster ?? text.length;
    const own = text.slice(glyph.cluster, next);
    if (own === '' || glyph.yOffset !== 0) difficult = true;
    while (edges.length < next) edges.push(pen / shaper.unitsPerEm);
    if (isUnseen(own)) continue;
    const shift = Math.round((drawn - pen - glyph.xOffset) / thousandth);
    if (shift !== 0) {
      show += `>${shift}<`;
      drawn -= shift * thousandth;
    }
    show += fourDigits(glyph.id);
    drawn += shaper.advance(glyph.id);
    pen += glyph.advance;
    glyphs.push({ id: glyph.id, text: own === '\u00a0' ? ' ' : own });
  }
  edges.push(pen / shaper.unitsPerEm);
  return {
    text,
    glyphs,
    show,
    width: pen / shaper.unitsPerEm,
    drawn: drawn / shaper.unitsPerEm,
    edges,
    difficult,
    cuts: [],
  };
}

function isUnseen(text: string): boolean {
  return text.length === 1 && text > '~' && isInvisible(text.charCodeAt(0));
}

const DIGITS: string[] = [];

function fourDigits(id: number): string {
  const known = DIGITS[id] ?? id.toString(16).padStart(4, '0');
  DIGITS[id] = known;
  return known;
}
