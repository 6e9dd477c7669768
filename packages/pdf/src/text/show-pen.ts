import type { GlyphRun } from '../display/display-list.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import type { GlyphRegistry } from './glyph-registry.ts';
import type { TextStyle } from './text-run.ts';

/** Writes words of one run on one baseline. */
export interface ShowPen {
  /** Writes a word that begins at `x`; `says`: what it says, if not what its glyphs stand for. */
  readonly word: (word: ShapedWord, x: number, says?: string) => void;
  readonly runs: () => readonly GlyphRun[];
}

/** A pen in one font, at one size, in one colour. */
export function showPen(
  registry: GlyphRegistry,
  font: string,
  { style, content }: { readonly style: Pick<TextStyle, 'size' | 'color'>; readonly content: number },
  y: number,
): ShowPen {
  const runs: GlyphRun[] = [];
  const { size, color } = style;
  let start = 0;
  let show = '';
  /** Where the pen is, in ems from the start. */
  let drawn = 0;
  let width = 0;
  const finish = (text?: string): void => {
    if (show === '') return;
    const run: GlyphRun = {
      kind: 'glyphs',
      x: thousandths(start),
      y,
      font,
      size,
      color,
      show: `[<${show}>] TJ`,
      width: thousandths(width),
      content,
      ...(text === undefined ? {} : { text }),
    };
    runs.push(run);
    show = '';
  };
  const write = (word: ShapedWord, x: number): void => {
    if (show === '') {
      start = x;
      drawn = 0;
    } else {
      const shift = Math.round((drawn - (x - start) / size) * 1000);
      if (shift !== 0) {
        show += `>${shift}<`;
        drawn -= shift / 1000;
      }
    }
    show += word.show;
    drawn += word.drawn;
    width = x - start + word.width * size;
  };
  return {
    word(word, x, says) {
      if (word.show === '') return;
      const known = registry.noteWord(font, word);
      if (says === undefined && known) return write(word, x);
      finish();
      write(word, x);
      finish(says ?? word.glyphs.map((glyph) => glyph.text).join(''));
    },
    runs() {
      finish();
      return runs;
    },
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
