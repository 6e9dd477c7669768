import type { Facet } from './facets.ts';
import { LINE_END } from './text-of.ts';

/**
 * How two spellings of one text are made comparable (docs/normalisations.md). `MARKUP` for text that
 * markup carries; `PAINTED` for text that was drawn and read back from a page.
 */
export interface Normalise {
  /** Running text. */
  readonly text: (text: string) => string;
  /** Normalizes a line of a facet of an answer. */
  readonly line: (facet: Facet, text: string) => string;
  /**
   * Where something may be said in more than one way: returns the expected text in the way that was found.
   */
  readonly allow: (expected: string, found: string) => string;
}

/** Makes all spaces one space, drops soft hyphens and composes letters. */
function plain(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * Like `plain`; ligatures and other compatibility forms also become their letters, and characters that draw
 * nothing are dropped.
 */
function painted(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s*\u2028\s*/g, LINE_END)
    .replace(/[^\S\u2028]+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** Letters and digits alone, as markup carries them. */
export function bareLetters(text: string): string {
  return plain(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * Code on a page, line by line, each with its indentation; space at the end of a line is invisible and
 * ignored.
 */
function paintedCode(text: string): string {
  const lines = text.normalize('NFKC').replace(/(?![\t\u2028])\p{Default_Ignorable_Code_Point}/gu, '');
  return lines
    .split(LINE_END)
    .map((line) => line.replace(/[^\S\t]/g, ' ').trimEnd())
    .join('\n')
    .normalize('NFC');
}

/** Text of HTML, XHTML and RDF. In code every space and line counts. */
export const MARKUP: Normalise = {
  text: plain,
  line: (facet, text) => (facet === 'code' ? text.replaceAll(LINE_END, '\n').normalize('NFC') : plain(text)),
  allow: (expected) => expected,
};

/**
 * Text of a page. A hard line break is a space or nothing, as the page has it; code is compared line by line
 * with its indentation; admonitions are compared without their kind, and clauses and numbered
 * parts without their anchors, which are compared by themselves.
 */
export const PAINTED: Normalise = {
  text: painted,
  line(facet, text) {
    if (facet === 'code' && !text.startsWith('in a line: ')) return paintedCode(text);
    if (facet === 'lists') return painted(text.replace(/(?: #q[^\s\]]*)+(?=\])/g, ''));
    if (facet === 'numbered') return painted(text.replace(/ #q\S*$/, ''));
    return painted(facet === 'boxes' ? text.replace(/^[a-z]*: /, '') : text);
  },
  allow(expected, found) {
    let [told, at] = ['', 0];
    for (const letter of expected) {
      const is = found.startsWith(letter, at) ? letter : '';
      // A tab reaches to the next tab stop.
      const stop = letter === '\t' ? (/^ +/.exec(found.slice(at))?.[0] ?? '') : '';
      if (stop !== '') [told, at] = [told + stop, at + stop.length];
      // The spaces of several tabs are those of the first.
      else if (letter === '\t' && told.endsWith(' ')) continue;
      else if (letter !== LINE_END) [told, at] = [told + letter, at + is.length];
      else if (found[at] === ' ' || found[at] === LINE_END) [told, at] = [told + found[at], at + 1];
    }
    return told;
  },
};
