import type { Face } from '../fonts/face.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import type { Reach } from '../fonts/shaper.ts';
import type { Atom } from './paragraph.ts';

/**
 * These are common syllables with tall or deep marks, in scripts that stack them. Lines with a script are as far apart
 * as its syllables ask for, so that all lines of a text have one distance.
 */
const STACKS: readonly (readonly [script: RegExp, syllables: string])[] = [
  [/\p{Script=Thai}/u, 'ผู้ที่ปั้นฐู'],
  [/\p{Script=Lao}/u, 'ຜູ້ທີ່ຊັ້ນ'],
  [/\p{Script=Khmer}/u, 'ស្ត្រីក្តៅខ្ញុំ'],
  [/\p{Script=Myanmar}/u, 'ကြို့ည့်ဂ္ဂူ'],
  [/\p{Script=Devanagari}/u, 'र्हिंकूत्रृ'],
  [/\p{Script=Bengali}/u, 'র্কিঁন্দ্রূ'],
  [/\p{Script=Tamil}/u, 'ஸ்ரீகீழூ'],
  [/\p{Script=Telugu}/u, 'స్త్రీక్ష్మై'],
  [/\p{Script=Tibetan}/u, 'བསྒྲུབསའོཀྱི'],
];

/** This is what a line with tall letters takes beyond its leading, in points. */
export interface TallLine {
  readonly rise: number;
  readonly drop: number;
}

/**
 * Returns what the tall letters of a line add to its leading: as many halves of it as keep their ink clear of the lines
 * around. Returns undefined where the leading is enough, as it is for Latin, Greek and Cyrillic letters. `size` is that
 * of the largest letters.
 */
export function tallLine(atoms: readonly Atom[], size: number, leading: number): TallLine | undefined {
  let [rise, drop] = [0, 0];
  for (const { face, word, run } of atoms) {
    if (!word || face.isLatin) continue;
    const own = reachOf(face, word);
    rise = Math.max(rise, own.rise * run.source.style.size);
    drop = Math.max(drop, own.drop * run.source.style.size);
  }
  const lack = rise + drop - leading;
  if (lack <= 0) return undefined;
  const extra = Math.ceil(lack / (leading / 2)) * (leading / 2);
  const below = Math.min(extra, Math.max(0, drop - (leading * 0.5 - size * 0.33)));
  return { rise: extra - below, drop: below };
}

const known = new WeakMap<ShapedWord, Reach>();

/** Returns how far the ink of a word and of the tall syllables of its script reaches, in ems. */
function reachOf(face: Face, word: ShapedWord): Reach {
  const ready = known.get(word);
  if (ready) return ready;
  let [rise, drop] = [0, 0];
  const syllables = STACKS.find(([script]) => script.test(word.text))?.[1];
  const all = syllables === undefined ? [word] : [word, face.words([])(syllables)];
  for (const { glyphs } of all)
    for (const glyph of glyphs) {
      const own = face.reach(glyph.id);
      rise = Math.max(rise, own.rise / face.unitsPerEm + glyph.rise);
      drop = Math.max(drop, own.drop / face.unitsPerEm - glyph.rise);
    }
  const reach = { rise, drop };
  known.set(word, reach);
  return reach;
}
