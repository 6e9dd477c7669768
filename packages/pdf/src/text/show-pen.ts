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

/** Matches a move of the pen before the first glyph of a word. */
const LEAD = /^>(-?\d+)</;

/** This is the longest step forward within a word: a reader takes one of half a space for a space. */
const STEP = 50;

/** Writes a move of the pen as operands of TJ, forward in small steps. */
function inSteps(shift: number): string {
  const steps = Math.max(1, Math.ceil(-shift / STEP));
  return Array.from({ length: steps }, (_, at) => (at > 0 ? -STEP : shift + STEP * (steps - 1))).join(' ');
}

/** This is what a pen has written so far, and how that looks. */
interface Ink extends Pick<GlyphRun, 'y' | 'size' | 'color' | 'content'> {
  readonly registry: GlyphRegistry;
  readonly face: CodedFace;
  readonly scale: number;
  readonly isReversed: boolean;
  readonly runs: GlyphRun[];
  /** Squeezed signs that lie over each other say their words together. */
  readonly chain: (readonly [word: ShapedWord, x: number])[];
  /** The open run begins here; while nothing is written in it, this says nothing. */
  start: number;
  isEmpty: boolean;
  /** These are the operators of the open run, and what is inside of its open string. */
  shown: string;
  show: string;
  /** The pen is here, in ems from the start, and so high in points. */
  drawn: number;
  rise: number;
  width: number;
}

/**
 * Makes a pen in one font, at one size, in one color. What is `isReversed` is read from right to left: each run is one
 * string, which is what a reader reverses (ISO 32000-1, 14.8.2.5.3), so that a change of height ends it.
 */
export function showPen(
  registry: GlyphRegistry,
  face: CodedFace,
  { style, content }: { readonly style: Pick<TextStyle, 'size' | 'color'>; readonly content: number },
  y: number,
  isReversed = false,
  scale = 1,
): ShowPen {
  const { size, color } = style;
  const nothing = { start: 0, isEmpty: true, shown: '', show: '', drawn: 0, rise: 0, width: 0 };
  const look = { y, size, color, content, scale, isReversed };
  const ink: Ink = { registry, face, ...look, runs: [], chain: [], ...nothing };
  return {
    word(word, x, says) {
      if (word.glyphs.length === 0) return;
      const { chain } = ink;
      if (chain.length > 0 && (says !== undefined || !overlaps(ink, word, x))) endChain(ink);
      const isSqueezed = word.isSqueezed && says === undefined && !isReversed;
      if (!isSqueezed && chain.length === 0) {
        writeWord(ink, word, x, says);
        return;
      }
      chain.push([word, x]);
      if (!isSqueezed) endChain(ink);
    },
    runs() {
      endChain(ink);
      finish(ink);
      return isReversed ? ink.runs.toReversed() : ink.runs;
    },
  };
}

function endChain(ink: Ink): void {
  if (ink.chain.length === 0) return;
  const all = ink.chain.splice(0);
  if (all.length > 1) finish(ink);
  for (const [word, x] of all) writeWord(ink, word, x);
  if (all.length > 1) finish(ink, all.map(([word]) => word.says).join(''));
}

function overlaps({ chain, size, scale }: Ink, { glyphs }: ShapedWord, x: number): boolean {
  const [last, at] = chain.at(-1) ?? [];
  const end = last?.glyphs.at(-1);
  if (!end || at === undefined) return false;
  return x + (glyphs[0]?.x ?? 0) * size * scale < at + (end.x + end.advance - SQUEEZE) * size * scale;
}

/** Writes a word: in one string where its glyphs allow it, otherwise glyph by glyph. */
function writeWord(ink: Ink, word: ShapedWord, x: number, says?: string): void {
  if (word.show === undefined) {
    if (ink.isReversed) writeLetters(ink, word, x);
    else {
      finish(ink);
      if (says === undefined) writeParts(ink, word.glyphs, x);
      else {
        writeGlyphs(ink, word.glyphs, x);
        finish(ink, says);
      }
    }
    return;
  }
  const show = ink.registry.show(ink.face, word);
  const apart = says ?? (show === undefined ? word.says : undefined);
  if (apart !== undefined || endsAtHeight(ink, 0)) finish(ink);
  raise(ink, 0);
  write(ink, show ?? word.show, x, word.drawn, word.width);
  if (apart !== undefined) finish(ink, apart);
}

function writeGlyphs(ink: Ink, glyphs: readonly WordGlyph[], x: number): void {
  const { registry, face, size, scale } = ink;
  for (const glyph of glyphs) {
    const code = registry.code(face, glyph.id, glyph.text) ?? glyph.id;
    const rise = thousandths(glyph.rise * size);
    if (glyphs.length === 1 && endsAtHeight(ink, rise)) finish(ink);
    raise(ink, rise);
    write(ink, shownCode(code), x + glyph.x * size * scale, glyph.advance, glyph.advance, true);
  }
}

function writeLetters(ink: Ink, word: ShapedWord, x: number): void {
  for (const letter of lettersOf(word)) {
    const [{ letter: text }] = letter;
    const codes = letter.map((glyph) => ink.registry.code(ink.face, glyph.id, glyph.text));
    if (letter.length === 1 && codes[0] !== undefined) {
      writeGlyphs(ink, letter, x);
      continue;
    }
    finish(ink);
    writeGlyphs(ink, letter, x);
    finish(ink, text);
  }
}

/** Writes a word in parts that end behind a glyph which says nothing, the second of two that stand for one vowel. */
function writeParts(ink: Ink, glyphs: readonly WordGlyph[], x: number): void {
  for (let from = 0; from < glyphs.length; ) {
    let end = from + 1;
    while (end < glyphs.length && (glyphs[end]?.text === '' || glyphs[end - 1]?.text !== '')) end += 1;
    const part = glyphs.slice(from, end);
    writeGlyphs(ink, part, x);
    // Sources are composed, and so is what they say.
    const said = part.map(({ text }) => text).join('');
    finish(ink, said.normalize('NFC'));
    from = end;
  }
}

/**
 * Adds what shows glyphs from `x` on, which leave the pen `by` ems and the run's end `to` ems behind. `isWithin` says
 * that they go on with a word.
 */
function write(ink: Ink, codes: string, x: number, by: number, to: number, isWithin = false): void {
  /** This is what an em is from left to right. */
  const em = ink.size * ink.scale;
  if (ink.isEmpty) {
    ink.start = x;
    ink.drawn = 0;
    ink.isEmpty = false;
    ink.show += codes;
  } else {
    const shift = Math.round((ink.drawn - (x - ink.start) / em) * 1000);
    // A sign that is drawn before its place goes on where the one before it ends: one move, not two.
    const own = codes.startsWith('>') ? LEAD.exec(codes)?.[1] : undefined;
    const move = shift + Number(own ?? 0);
    if (move !== 0) ink.show += `>${isWithin ? inSteps(move) : move}<`;
    ink.show += own === undefined ? codes : codes.slice(own.length + 2);
    ink.drawn -= shift / 1000;
  }
  ink.drawn += by;
  ink.width = x - ink.start + to * em;
}

/** Says whether the open run ends before glyphs of this height: a reader reverses each string by itself. */
function endsAtHeight({ isReversed, rise }: Ink, to: number): boolean {
  return isReversed && rise !== to;
}

function raise(ink: Ink, to: number): void {
  if (to === ink.rise) return;
  endString(ink);
  ink.shown += `${ink.shown && ' '}${to} Ts`;
  ink.rise = to;
}

function endString(ink: Ink): void {
  if (ink.show !== '') ink.shown += `${ink.shown && ' '}[<${ink.show}>] TJ`;
  ink.show = '';
}

/** Ends the open run. `text` is what it says, if not what its glyphs stand for. */
function finish(ink: Ink, text?: string): void {
  if (ink.isEmpty) return;
  raise(ink, 0);
  endString(ink);
  // One literal makes all runs objects of one shape, which the engine reads and writes best.
  ink.runs.push({
    kind: 'glyphs',
    x: thousandths(ink.start),
    y: ink.y,
    font: ink.face.key,
    size: ink.size,
    color: ink.color,
    content: ink.content,
    show: ink.shown,
    width: thousandths(ink.width),
    scale: ink.scale === 1 ? undefined : ink.scale,
    reversed: ink.isReversed || undefined,
    text,
  });
  ink.shown = '';
  ink.isEmpty = true;
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
