import languages from './languages.json' with { type: 'json' };

/** How a language writes quotation marks and dashes. */
interface Marks {
  readonly double: readonly string[];
  readonly single: readonly string[];
  /** For two or three hyphens, and for one, between two spaces. */
  readonly dash: string;
  /** For two or three hyphens between two letters; the dash when it is not said. */
  readonly joined?: string;
  /** What is left of words that begin with an apostrophe. */
  readonly elided?: readonly string[];
}

/** A stretch of a block's text in one language; undefined stands for what is not text: code, a formula, a picture. */
export interface Stretch {
  readonly text: string | undefined;
  readonly language: string;
}

const TABLE: Readonly<Record<string, Marks>> = languages;
/** What stands for itself: addresses, and the names of files and options. */
const VERBATIM = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<!\S)-{1,2}[A-Za-z][\w-]*(?:=\S*)?/giu;
const MARK = /["']|(?<=\s)-{1,3}(?=\s)|(?<=[\p{L}\p{Pf}\p{Pe}'"!?.])-{2,3}(?=[\p{L}\p{Pi}\p{Ps}'"])/gu;
const APOSTROPHE = '’';
const OBJECT = '\ufffc';
const SPACE = /\s/;
const LETTER = /[\p{L}\p{M}\p{N}\ufffc]/u;
/** What may stand before a mark that opens, and behind one that closes. */
const BEFORE_OPENING = /[\s([{<¿¡«„‚“‘‹\u2013\u2014/-]/u;
const BEHIND_CLOSING = /[\s\p{P}]/u;

/**
 * The texts of a block with typographic quotation marks, apostrophes and dashes, by the rules of each stretch's
 * language; of a language without rules as they are. Nothing else of them changes: no letter, digit or space but
 * those that a language sets inside of its quotation marks.
 */
export function smartTexts(stretches: readonly Stretch[]): readonly (string | undefined)[] {
  const whole = stretches.map(({ text }) => text ?? OBJECT).join('');
  if (!/["']|-/.test(whole)) return stretches.map(({ text }) => text);
  const kept = new Set<number>();
  for (const { 0: own, index } of whole.matchAll(VERBATIM))
    for (let at = 0; at < own.length; at++) kept.add(index + at);
  const found = [...whole.matchAll(MARK)].filter(({ index }) => !kept.has(index));
  const said = new Map<number, string>();
  /** The quotations that are open. */
  const open: { readonly mark: string; readonly pair: readonly string[] }[] = [];
  const openings = new Set<number>();
  for (const [nth, { 0: mark, index }] of found.entries()) {
    const marks = marksOf(languageAt(stretches, index));
    const set =
      marks && (mark.startsWith('-') ? dashAt(whole, index, mark, marks) : quote(mark, index, nth, marks));
    if (set !== undefined) said.set(index, set);
  }
  return parted(stretches, said, found);

  function quote(mark: string, at: number, nth: number, marks: Marks): string | undefined {
    const [before = ' ', behind = ' '] = [whole[at - 1], whole[at + 1]];
    const isSingle = mark === "'";
    if (isSingle && LETTER.test(before) && LETTER.test(behind)) return APOSTROPHE;
    const closes = BEHIND_CLOSING.test(behind) && !/[\s([{]/.test(before) && !openings.has(at - 1);
    const last = open.findLastIndex((one) => one.mark === mark);
    if (last >= 0 && closes) return open.splice(last)[0]?.pair[1];
    if ((BEFORE_OPENING.test(before) || openings.has(at - 1)) && !SPACE.test(behind)) {
      if (isSingle && (isElided(whole.slice(at + 1), marks) || !mayEnd(nth))) return APOSTROPHE;
      const pair = isSingle ? marks.single : marks.double;
      open.push({ mark, pair });
      openings.add(at);
      return pair[0];
    }
    // Feet and inches, minutes and seconds.
    if (/\d/.test(before)) return undefined;
    if (isSingle) return APOSTROPHE;
    return last >= 0 ? open.splice(last)[0]?.pair[1] : SPACE.test(before) ? undefined : marks.double[1];
  }

  /** Whether a single mark behind this one may close what it opens. */
  function mayEnd(nth: number): boolean {
    return found
      .slice(nth + 1)
      .some(
        ({ 0: mark, index }) =>
          mark === "'" &&
          !SPACE.test(whole[index - 1] ?? ' ') &&
          BEHIND_CLOSING.test(whole[index + 1] ?? ' '),
      );
  }
}

/** Whether an apostrophe stands before a text for what a word or a year has lost: ’tis, ’90s. */
function isElided(text: string, { elided = [] }: Marks): boolean {
  return /^\d\d(?!\d)/.test(text) || elided.includes(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '');
}

function dashAt(
  whole: string,
  at: number,
  hyphens: string,
  { dash, joined = dash }: Marks,
): string | undefined {
  if (!SPACE.test(whole[at - 1] ?? '')) return joined;
  const before = /\S+(?=\s+$)/u.exec(whole.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const behind = /\S+/u.exec(whole.slice(at + hyphens.length, at + 40))?.[0] ?? '';
  // One hyphen is a minus between two numbers or two letters, and the mark of an item where a line begins.
  const isMinus =
    /\d$/.test(before) || /^\d/.test(behind) || (/^\p{L}$/u.test(before) && /^\p{L}(?!\p{L})/u.test(behind));
  return hyphens.length === 1 && (before === '' || isMinus) ? undefined : dash;
}

/** The stretches with what stands for each mark, by its place in the whole. */
function parted(
  stretches: readonly Stretch[],
  said: ReadonlyMap<number, string>,
  found: readonly RegExpExecArray[],
): readonly (string | undefined)[] {
  let start = 0;
  let next = 0;
  return stretches.map(({ text }) => {
    const end = start + (text ?? OBJECT).length;
    let set = '';
    let at = start;
    for (; next < found.length && (found[next]?.index ?? end) < end; next++) {
      const { 0: mark = '', index = 0 } = found[next] ?? {};
      set += `${text?.slice(at - start, index - start)}${said.get(index) ?? mark}`;
      at = index + mark.length;
    }
    const rest = text?.slice(Math.max(0, at - start));
    start = end;
    return rest === undefined ? undefined : set + rest;
  });
}

function languageAt(stretches: readonly Stretch[], at: number): string {
  let end = 0;
  for (const { text, language } of stretches) {
    end += (text ?? OBJECT).length;
    if (at < end) return language;
  }
  return '';
}

/** The rules of a language tag or, without its last parts, of the language. */
function marksOf(language: string): Marks | undefined {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const own = TABLE[tag];
    if (own) return own;
  }
  return undefined;
}
