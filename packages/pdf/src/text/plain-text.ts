import type { Face } from '../fonts/face.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import type { Hyphenator } from './hyphenation.ts';
import type { TextSettings, TextTools } from './set-line.ts';
import type { TextRun } from './text-run.ts';

/** A run of a plain paragraph: one face sets all of it. */
export interface PlainRun {
  readonly source: TextRun;
  readonly face: Face;
  readonly words: (text: string) => ShapedWord;
  readonly code: boolean;
  readonly hyphenate: Hyphenator | undefined;
}

/** What never parts but at its own cuts: a word's part in one run, a space, an inset. Widths are points. */
export interface Atom {
  readonly run: PlainRun;
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly space: boolean;
  /** Undefined for a slot or an inset. */
  readonly word: ShapedWord | undefined;
}

/** A paragraph ready for breaking; `text` is what its offsets count. */
export interface PlainText {
  readonly text: string;
  readonly atoms: readonly Atom[];
}

/** Letters that stand one after the other, each as its own font has it. */
const PLAIN =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2060\u20a0-\u20bf\u2100-\u2138\u213a-\u214f\u2190-\u2193\u2200-\u22ff]*$/;

/**
 * Reads runs that need no bidi, no itemising and no choice of fonts, and no more of a shaper than words;
 * undefined when there is anything else in them, which textkit sets then. `texts` are the runs' texts as
 * set. A paragraph does not hold a line's end.
 */
export function plainText(
  tools: TextTools,
  runs: readonly TextRun[],
  texts: readonly string[],
  settings: Pick<TextSettings, 'direction' | 'hyphenate'>,
): PlainText | undefined {
  if (settings.direction === 'rtl') return undefined;
  const atoms: Atom[] = [];
  let text = '';
  for (const [index, source] of runs.entries()) {
    const own = texts[index] ?? '';
    if (own === '') continue;
    const face = tools.fonts.stack(source.style, source.language)[0];
    if (!face?.isLatin) return undefined;
    const box = source.slot ?? source.inset;
    const run: PlainRun = {
      source,
      face,
      words: face.words(source.style.features),
      code: source.style.role === 'code',
      hyphenate: settings.hyphenate ? tools.hyphenators.get(source.language) : undefined,
    };
    if (box) {
      if (own !== '\ufffc') return undefined;
      const start = text.length;
      atoms.push({ run, start, end: start + 1, width: box.width, space: false, word: undefined });
    } else if (!PLAIN.test(own) || !pushWords(atoms, run, own, text.length)) return undefined;
    text += own;
  }
  return { text, atoms };
}

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** Adds a run's words and spaces, the first of which begins at `start`; false when textkit must set them. */
function pushWords(atoms: Atom[], run: PlainRun, text: string, start: number): boolean {
  const { words, source } = run;
  const { size } = source.style;
  let from = 0;
  const push = (to: number): boolean => {
    if (to === from) return true;
    const word = words(text.slice(from, to));
    if (word.difficult) return false;
    atoms.push({
      run,
      start: start + from,
      end: start + to,
      width: word.width * size,
      space: false,
      word,
    });
    from = to;
    return true;
  };
  let space: ShapedWord | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      if (!push(at)) return false;
      space ??= words(' ');
      atoms.push({
        run,
        start: start + at,
        end: start + at + 1,
        width: space.width * size,
        space: true,
        word: space,
      });
      from = at + 1;
    } else if (code === NO_BREAK_SPACE) {
      if (text.charCodeAt(at - 1) !== NO_BREAK_SPACE && !push(at)) return false;
    } else if (at > from && text.charCodeAt(at - 1) === NO_BREAK_SPACE && !push(at)) return false;
  }
  return push(text.length);
}
