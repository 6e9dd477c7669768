import type { GlyphRun } from '../display/display-list.ts';
import { shownCode } from '../display/show-codes.ts';
import { type ShapedWord, SQUEEZE, type WordGlyph } from '../fonts/shaped-word.ts';
import type { CodedFace, GlyphRegistry } from './glyph-registry.ts';
import type { TextStyle } from './text-run.ts';

/** A pen writes words of one run on one baseline, from left to right. */
export interface ShowPen {
  /** Writes a word that begins at `x`. `says` is what it says, if not what its glyphs stand for. */
  readonly word: (word: ShapedWord, x: number, says?: string) => void;
  /** Returns what was written, in the order it is read. */
  readonly runs: () => readonly GlyphRun[];
}

/** This is how a run looks, and where it stands. */
type RunLook = Pick<GlyphRun, 'y' | 'font' | 'size' | 'color' | 'content' | 'scale' | 'reversed'>;

/** Matches a move of the pen before the first glyph of a word. */
const LEAD = /^>(-?\d+)</;

/** This is the longest step forward within a word: a reader takes one of half a space for a space. */
const STEP = 50;

/** Writes a move of the pen as operands of TJ, forward in small steps. */
function inSteps(shift: number): string {
  const steps = Math.max(1, Math.ceil(-shift / STEP));
  return Array.from({ length: steps }, (_, at) => (at > 0 ? -STEP : shift + STEP * (steps - 1))).join(' ');
}

/** Writes glyphs into runs of one look. */
function runWriter(look: RunLook) {
  /** This is what an em is from left to right. */
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
      const { y, font, size, color, content, scale, reversed } = look;
      // One literal makes all runs objects of one shape, which the engine reads and writes best.
      runs.push({
        kind: 'glyphs',
        x: thousandths(start),
        y,
        font,
        size,
        color,
        content,
        show: shown,
        width: thousandths(width),
        scale,
        reversed,
        text,
      });
      shown = '';
      isEmpty = true;
    },
    /**
     * Adds what shows glyphs from `x` on, which leave the pen `by` ems and the run's end `to` ems behind.
     * `isWithin`: they go on with a word.
     */
    write(codes: string, x: number, by: number, to: number, isWithin = false): void {
      if (isEmpty) {
        start = x;
        drawn = 0;
        isEmpty = false;
        show += codes;
      } else {
        const shift = Math.round((drawn - (x - start) / em) * 1000);
        // A sign that is drawn before its place goes on where the one before it ends: one move, not two.
        const own = codes.startsWith('>') ? LEAD.exec(codes)?.[1] : undefined;
        const move = shift + Number(own ?? 0);
        if (move !== 0) show += `>${isWithin ? inSteps(move) : move}<`;
        show += own === undefined ? codes : codes.slice(own.length + 2);
        drawn -= shift / 1000;
      }
      drawn += by;
      width = x - start + to * em;
    },
  };
}

/** Returns what writes a word of a look into runs: in one string where its glyphs allow it, otherwise glyph by glyph. */
function wordWriter(
  registry: GlyphRegistry,
  face: CodedFace,
  { raise, height, finish, write }: ReturnType<typeof runWriter>,
  size: number,
  scale: number,
  reversed: boolean,
): ShowPen['word'] {
  const writeGlyphs = (glyphs: readonly WordGlyph[], x: number): void => {
    for (const glyph of glyphs) {
      const code = registry.code(face, glyph.id, glyph.text) ?? glyph.id;
      const rise = thousandths(glyph.rise * size);
      if (reversed && glyphs.length === 1 && rise !== height()) finish();
      raise(rise);
      write(shownCode(code), x + glyph.x * size * scale, glyph.advance, glyph.advance, true);
    }
  };
  const writeLetters = (word: ShapedWord, x: number): void => {
    for (const letter of lettersOf(word)) {
      const [{ letter: text }] = letter;
      const codes = letter.map((glyph) => registry.code(face, glyph.id, glyph.text));
      if (letter.length === 1 && codes[0] !== undefined) {
        writeGlyphs(letter, x);
        continue;
      }
      finish();
      writeGlyphs(letter, x);
      finish(text);
    }
  };
  /** Writes a word in parts that end behind a glyph which says nothing, the second of two that stand for one vowel. */
  const writeParts = (glyphs: readonly WordGlyph[], x: number): void => {
    for (let from = 0; from < glyphs.length; ) {
      let end = from + 1;
      while (end < glyphs.length && (glyphs[end]?.text === '' || glyphs[end - 1]?.text !== '')) end += 1;
      const part = glyphs.slice(from, end);
      writeGlyphs(part, x);
      // Sources are composed, and so is what they say.
      finish(
        part
          .map(({ text }) => text)
          .join('')
          .normalize('NFC'),
      );
      from = end;
    }
  };
  return (word, x, says) => {
    if (word.show === undefined) {
      if (reversed) writeLetters(word, x);
      else {
        finish();
        if (says !== undefined) {
          writeGlyphs(word.glyphs, x);
          finish(says);
        } else writeParts(word.glyphs, x);
      }
      return;
    }
    const show = registry.show(face, word);
    const apart = says ?? (show === undefined ? word.says : undefined);
    if (apart !== undefined) finish();
    raise(0);
    write(show ?? word.show, x, word.drawn, word.width);
    if (apart !== undefined) finish(apart);
  };
}

/**
 * Makes a pen in one font, at one size, in one color. What is `reversed` is read from right to left: each run is one
 * string, which is what a reader reverses (ISO 32000-1, 14.8.2.5.3), so that a change of height ends it.
 */
export function showPen(
  registry: GlyphRegistry,
  face: CodedFace,
  { style, content }: { readonly style: Pick<TextStyle, 'size' | 'color'>; readonly content: number },
  y: number,
  reversed = false,
  scale = 1,
): ShowPen {
  const { size, color } = style;
  const writer = runWriter({
    y,
    font: face.key,
    size,
    color,
    content,
    scale: scale === 1 ? undefined : scale,
    reversed: reversed || undefined,
  });
  const { runs, finish } = writer;
  const writeWord = wordWriter(registry, face, writer, size, scale, reversed);
  // Squeezed signs that lie over each other say their words together.
  const chain: (readonly [word: ShapedWord, x: number])[] = [];
  const endChain = (): void => {
    const all = chain.splice(0);
    if (all.length > 1) finish();
    for (const [word, x] of all) writeWord(word, x);
    if (all.length > 1) finish(all.map(([word]) => word.says).join(''));
  };
  const overlaps = (x: number, { glyphs }: ShapedWord): boolean => {
    const [last, at] = chain.at(-1) ?? [];
    const end = last?.glyphs.at(-1);
    if (!end || at === undefined) return false;
    return x + (glyphs[0]?.x ?? 0) * size * scale < at + (end.x + end.advance - SQUEEZE) * size * scale;
  };
  return {
    word(word, x, says) {
      if (word.glyphs.length === 0) return;
      if (chain.length > 0 && (says !== undefined || !overlaps(x, word))) endChain();
      const isSqueezed = word.isSqueezed && says === undefined && !reversed;
      if (!isSqueezed && chain.length === 0) return writeWord(word, x, says);
      chain.push([word, x]);
      if (!isSqueezed) endChain();
    },
    runs() {
      endChain();
      finish();
      return reversed ? runs.toReversed() : runs;
    },
  };
}

/** Returns the glyphs of each letter with its marks. */
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
