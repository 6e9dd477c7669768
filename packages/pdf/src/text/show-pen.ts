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

/** The look of a run, and where it stands. */
type RunLook = Pick<GlyphRun, 'y' | 'font' | 'size' | 'color' | 'content' | 'scale'> & {
  readonly reversed?: true;
};

/** Writes glyphs into runs of one look. */
function runWriter(look: RunLook) {
  /** What an em is from left to right. */
  const em = look.size * (look.scale ?? 1);
  const runs: GlyphRun[] = [];
  let start = 0;
  let shown = '';
  let show = '';
  let isEmpty = true;
  /** Where the pen is, in ems from the start, and how high in points. */
  let drawn = 0;
  let rise = 0;
  let width = 0;
  const endString = (): void => {
    if (show !== '') shown += `${shown && ' '}[<${show}>] TJ`;
    show = '';
  };
  const raise = (to: number): void => {
    if (to === rise) return;
    endString();
    shown += `${shown && ' '}${to} Ts`;
    rise = to;
  };
  return {
    runs,
    height: () => rise,
    raise,
    /** Ends the run; `text` is what it says, if not what its glyphs stand for. */
    finish(text?: string): void {
      if (isEmpty) return;
      raise(0);
      endString();
      const said = text === undefined ? {} : { text };
      const { reversed, ...plain } = look;
      runs.push({
        kind: 'glyphs',
        x: thousandths(start),
        ...plain,
        show: shown,
        width: thousandths(width),
        ...(reversed ? { reversed } : {}),
        ...said,
      });
      shown = '';
      isEmpty = true;
    },
    /** Adds what shows glyphs from `x` on, which leave the pen `by` ems and the run's end `to` ems behind. */
    write(codes: string, x: number, by: number, to: number): void {
      if (isEmpty) {
        start = x;
        drawn = 0;
        isEmpty = false;
      } else {
        const shift = Math.round((drawn - (x - start) / em) * 1000);
        if (shift !== 0) {
          show += `>${shift}<`;
          drawn -= shift / 1000;
        }
      }
      show += codes;
      drawn += by;
      width = x - start + to * em;
    },
  };
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
  scale = 1,
): ShowPen {
  const { size, color } = style;
  const look = { y, font, size, color, content, ...(scale === 1 ? {} : { scale }) };
  const { runs, height, raise, finish, write } = runWriter(reversed ? { ...look, reversed } : look);
  const writeGlyphs = (glyphs: readonly WordGlyph[], x: number): void => {
    for (const glyph of glyphs) {
      const rise = thousandths(glyph.rise * size);
      if (reversed && glyphs.length === 1 && rise !== height()) finish();
      raise(rise);
      write(glyphCode(glyph.id), x + glyph.x * size * scale, glyph.advance, glyph.advance);
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
