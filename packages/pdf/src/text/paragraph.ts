import { bidiLevels } from '../bidi.ts';
import type { Face } from '../fonts/face.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import { NARROWEST_SPACE, SPACE_SHRINK, WIDEST_SPACE } from './break-nodes.ts';
import { chooseFace } from './choose-face.ts';
import type { Hyphenator } from './hyphenation.ts';
import { type KnownCuts, knownCuts } from './known-cuts.ts';
import type { TextSettings, TextTools } from './set-line.ts';
import { slotFace } from './slot-face.ts';
import type { TextRun } from './text-run.ts';
import { squeezed, wideBlank, wideBreak } from './wide-gaps.ts';

/** This is a stretch of a paragraph as it is set: a run, and its text without what no line shows. */
export interface Stretch {
  readonly source: TextRun;
  readonly text: string;
}

/** This is a run with the customs it is broken by. */
export interface ParagraphRun {
  readonly source: TextRun;
  readonly code: boolean;
  readonly hyphenate: Hyphenator | undefined;
  /** These are the places where its words may be cut, as far as they are known. */
  readonly cuts: KnownCuts;
}

/** This is how much wider and narrower something may become, in points. */
interface Give {
  readonly stretch: number;
  readonly shrink: number;
}

/**
 * A word's part in one run, face and direction, a space, or an inset. It parts only at its own cuts. Widths are points.
 */
export interface Atom {
  readonly run: ParagraphRun;
  readonly face: Face;
  /** This is its embedding level: an odd one runs from right to left. */
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** It is a space between words, or a gap between two wide letters. */
  readonly space: boolean;
  /** No line ends at this space. */
  readonly tie: boolean;
  /** This is how much wider or narrower a space may become in a justified line. */
  readonly give: Give;
  /** A slot or an inset has none. */
  readonly word: ShapedWord | undefined;
}

/** This is a paragraph that is ready for breaking; `text` is what its offsets count. */
export interface Paragraph {
  readonly text: string;
  readonly atoms: readonly Atom[];
}

/** Matches letters of which the first face is the right one if it has them all. */
const PLAIN =
  /^[ -~\u00a0-\u02ff\u0370-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2060\u20a0-\u20bf\u2100-\u2138\u213a-\u214f\u2190-\u2193\u2200-\u22ff]*$/;

const PARTS = / |\u00a0+|[^ \u00a0]+/g;

/** Reads the stretches of a paragraph, which holds no line's end: every letter gets its face and its direction. */
export function readParagraph(
  tools: TextTools,
  stretches: readonly Stretch[],
  settings: Pick<TextSettings, 'direction' | 'hyphenate'>,
): Paragraph {
  const text = stretches.map((stretch) => stretch.text).join('');
  const levels = bidiLevels(text, settings.direction);
  const atoms: Atom[] = [];
  let at = 0;
  for (const { source, text: own } of stretches) {
    const stack = tools.fonts.stack(source.style, source.language);
    const [first] = stack;
    if (own === '' || !first) continue;
    const code = source.style.role === 'code';
    const hyphenate = settings.hyphenate ? tools.hyphenators.get(source.language) : undefined;
    const run: ParagraphRun = { source, code, hyphenate, cuts: knownCuts(code ? 'code' : hyphenate) };
    const box = source.slot ?? source.inset;
    if (box) {
      const level = levels?.[at] ?? 0;
      const end = at + own.length;
      atoms.push({
        run,
        face: (source.slot && slotFace(stack, source.slot)) ?? first,
        level,
        start: at,
        end,
        width: box.width,
        space: false,
        tie: false,
        give: NO_GIVE,
        word: undefined,
      });
      at = end;
      continue;
    }
    const words = first.words(source.style.features);
    const isAllPlain = PLAIN.test(own);
    let last: Face | undefined;
    let blank: ShapedWord | undefined;
    for (const part of own.match(PARTS) ?? []) {
      const end = at + part.length;
      const isPlain =
        !levels && first.isLatin && (last ?? first) === first && (isAllPlain || PLAIN.test(part));
      const word = isPlain ? (part === ' ' ? (blank ?? words(part)) : words(part)) : undefined;
      if (part === ' ') blank = word;
      if (word?.isCovered) {
        atoms.push(atomOf(run, first, 0, word, at));
        last = first;
      } else last = pushLetters(atoms, run, { text, levels, at, end, last, stack, tools });
      at = end;
    }
  }
  return { text, atoms };
}

interface Letters {
  readonly text: string;
  readonly levels: ArrayLike<number> | undefined;
  readonly at: number;
  readonly end: number;
  readonly last: Face | undefined;
  readonly stack: readonly Face[];
  readonly tools: TextTools;
}

/** Adds a word, which is parted where its face or direction changes; returns its last face. */
function pushLetters(atoms: Atom[], run: ParagraphRun, letters: Letters): Face | undefined {
  const { text, levels, end, stack, tools } = letters;
  let { at: start, last } = letters;
  let open: { readonly face: Face; readonly level: number } | undefined;
  const close = (to: number): void => {
    if (open) {
      const { face, level } = open;
      const features = run.code ? [] : squeezed(text, start, to, face);
      atoms.push(wordAtom(run, face, level, text.slice(start, to), start, features));
    }
    start = to;
  };
  for (let at = start; at < end; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const level = levels?.[at] ?? 0;
    const chosen = chooseFace(letter, stack, last, text, at);
    if (!chosen) tools.onMissing(letter);
    const face = chosen ?? (stack[0] as Face);
    const breaks = run.code ? undefined : wideBreak(text, at);
    if (open && (breaks !== undefined || open.face !== face || open.level !== level)) {
      close(at);
      const faces = { before: open.face, after: face };
      if (breaks) atoms.push(gapAtom(run, open, wideBlank(text, at, faces), at));
      open = undefined;
    }
    open ??= { face, level };
    last = face;
    at += letter.length;
  }
  close(end);
  return last;
}

/** The gap between two wide letters may stretch by so many ems (JLREQ, 3.8.4, and CLREQ, 6.3). */
const GAP_STRETCH = 0.1;
/** So much of the blank beside a sign may go from within a line. */
const GAP_SHRINK = 0.5;

/** Makes a gap between two wide letters, of nothing or of the blank of a sign: a line that ends there has none of it. */
function gapAtom(
  run: ParagraphRun,
  { face, level }: Pick<Atom, 'face' | 'level'>,
  blank: number,
  at: number,
): Atom {
  const { size } = run.source.style;
  const give = { stretch: GAP_STRETCH * size, shrink: blank * GAP_SHRINK * size };
  return {
    run,
    face,
    level,
    start: at,
    end: at,
    width: blank * size,
    space: true,
    tie: false,
    give,
    word: undefined,
  };
}

/** A space of the code face is as wide as a letter, which would be a hole among words. */
const CODE_SPACE = 0.45;

/** Makes an atom of a word, or of a part of one where it is cut, that begins at `start`; `more`: features of its own. */
export function wordAtom(
  run: ParagraphRun,
  face: Face,
  level: number,
  text: string,
  start: number,
  more: readonly string[] = [],
): Atom {
  const { features } = run.source.style;
  const own = more.length > 0 ? [...features, ...more] : features;
  return atomOf(run, face, level, face.words(own, level % 2 === 1 ? 'rtl' : 'ltr')(text), start);
}

function atomOf(run: ParagraphRun, face: Face, level: number, word: ShapedWord, start: number): Atom {
  const { text } = word;
  const { size } = run.source.style;
  const tie = text === '\u00a0' && !run.code;
  const space = text === ' ' || tie;
  const width = (space && run.code ? Math.min(word.width, CODE_SPACE) : word.width) * size;
  const give = space ? spaceGive(width, size, run.code) : NO_GIVE;
  return { run, face, level, start, end: start + text.length, width, space, tie, give, word };
}

const NO_GIVE: Give = { stretch: 0, shrink: 0 };

function spaceGive(width: number, size: number, isCode: boolean): Give {
  return {
    stretch: Math.max(0, WIDEST_SPACE * size - width),
    shrink: isCode ? 0 : Math.max(0, Math.min(width * SPACE_SHRINK, width - NARROWEST_SPACE * size)),
  };
}
