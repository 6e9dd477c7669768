import type { GlyphRun } from '../display/display-list.ts';
import { glyphCode, type ShapedWord, type WordGlyph } from '../fonts/shaped-word.ts';
import type { GlyphRegistry } from './glyph-registry.ts';
import type { TextStyle } from './text-run.ts';

/** Writes words of one run on one baseline, from left to right. */
export interface ShowPen {
  /** Writes a word that begins at `x`; `says`: what it says, if not what its glyphs stand for. */
  readonly word: (word: ShapedWord, x: number, says?: string) => void;
  /** What was written, in the order it is read. */
  readonly runs: () => readonly GlyphRun[];
}

/**
 * A pen in one font, at one size, in one colour. What is `reversed` is read from right to left: each run is one
 * string, which is what a reader reverses (ISO 32000-1, 14.8.2.5.3), so that a change of height ends it.
 */
export function showPen(
  registry: GlyphRegistry,
  font: string,
  { style, content }: { readonly style: Pick<TextStyle, 'size' | 'color'>; readonly content: number },
  y: number,
  reversed = false,
): ShowPen {
  const runs: GlyphRun[] = [];
  const { size, color } = style;
  let start = 0;
  let shown = '';
  let show = '';
  let isEmpty = true;
  /** Where the pen is, in ems from the start, and how high. */
  let drawn = 0;
  let rise = 0;
  let width = 0;
  const endString = (): void => {
    if (show !== '') shown += `${shown && ' '}[<${show}>] TJ`;
    show = '';
  };
  const finish = (text?: string): void => {
    if (isEmpty) return;
    raise(0);
    endString();
    runs.push({
      kind: 'glyphs',
      x: thousandths(start),
      y,
      font,
      size,
      color,
      show: shown,
      width: thousandths(width),
      content,
      ...(reversed ? { reversed } : {}),
      ...(text === undefined ? {} : { text }),
    });
    shown = '';
    isEmpty = true;
  };
  const raise = (to: number): void => {
    if (to === rise) return;
    endString();
    shown += `${shown && ' '}${to} Ts`;
    rise = to;
  };
  /** Adds what shows glyphs from `x` on, which leave the pen `by` ems and the run's end `to` ems behind. */
  const write = (codes: string, x: number, by: number, to: number): void => {
    if (isEmpty) {
      start = x;
      drawn = 0;
      isEmpty = false;
    } else {
      const shift = Math.round((drawn - (x - start) / size) * 1000);
      if (shift !== 0) {
        show += `>${shift}<`;
        drawn -= shift / 1000;
      }
    }
    show += codes;
    drawn += by;
    width = x - start + to * size;
  };
  const writeGlyphs = (glyphs: readonly WordGlyph[], x: number): void => {
    for (const glyph of glyphs) {
      const height = thousandths(glyph.rise * size);
      if (reversed && glyphs.length === 1 && height !== rise) finish();
      raise(height);
      write(glyphCode(glyph.id), x + glyph.x * size, glyph.advance, glyph.advance);
    }
  };
  return {
    word(word, x, says) {
      if (word.glyphs.length === 0) return;
      const known = registry.noteWord(font, word);
      if (word.show === undefined) {
        for (const letter of lettersOf(word)) {
          const [{ letter: text }] = letter;
          if (letter.length === 1 && letter.every((glyph) => registry.note(font, glyph.id, glyph.text))) {
            writeGlyphs(letter, x);
            continue;
          }
          finish();
          writeGlyphs(letter, x);
          finish(text);
        }
        return;
      }
      const letters = known ? [] : word.glyphs.map((glyph) => glyph.letter);
      const apart = says ?? (known ? undefined : (reversed ? letters.reverse() : letters).join(''));
      if (apart !== undefined) finish();
      raise(0);
      write(word.show, x, word.drawn, word.width);
      if (apart !== undefined) finish(apart);
    },
    runs() {
      finish();
      return reversed ? runs.toReversed() : runs;
    },
  };
}

/** The glyphs of each letter with its marks. */
function lettersOf({ glyphs }: ShapedWord): readonly (readonly [WordGlyph, ...WordGlyph[]])[] {
  const letters: [WordGlyph, ...WordGlyph[]][] = [];
  for (const glyph of glyphs) {
    const last = letters.at(-1);
    if (last?.[0].cluster === glyph.cluster) last.push(glyph);
    else letters.push([glyph]);
  }
  return letters;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
