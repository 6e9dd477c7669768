import { remembered } from '../remembered.ts';
import { ROLES } from './catalogue.ts';
import { type FontFacts, fontFacts } from './font-facts.ts';
import { isInvisible } from './invisible.ts';
import { fontTables, sfntOf } from './sfnt.ts';
import { type ShapedWord, shapedWord } from './shaped-word.ts';
import { openShaper, type Shaper, type TextDirection } from './shaper.ts';

/** Returns a word, shaped. A word is the text between two spaces, or a row of no-break spaces. */
export type WordLookup = (text: string) => ShapedWord;

/** This is a font that is open for setting. It remembers the words that it has shaped. */
export interface Face extends Shaper, FontFacts {
  readonly key: string;
  /** Says whether this is a face for the book's Latin text, or one of the handbook's own. */
  readonly isLatin: boolean;
  /** Codes from here on stand for no glyph by its id. A CFF font has none: all of its codes are glyphs. */
  readonly spareCode: number;
  /** These are the bytes of a TTF or OTF. */
  readonly bytes: Uint8Array;
  /** Tells whether the face has a glyph for every character of a text that is drawn. */
  readonly covers: (text: string) => boolean;
  readonly words: (features: readonly string[], direction?: TextDirection) => WordLookup;
  /** Returns how wide a text is, in ems. */
  readonly width: (text: string, features: readonly string[]) => number;
}

/** The keys of the handbook's own fonts match this. */
const OWN = / \(own \d+\)\//;
const LATIN_FAMILIES = Object.values(ROLES).map((family) => family.family);
/** Words are shaped apart from the spaces between them, so that each is shaped once, whatever follows it. */
const PARTS = /[ \u00a0]+|[^ \u00a0]+/g;
/** Spaces and what is not drawn can be set in a font that has no glyph for them. */
const isUnprinted = (unit: number): boolean =>
  unit === 0x20 || unit === 0xa0 || (unit > 0x7e && isInvisible(unit));
/** These change the look of figures alone (OpenType 1.9, feature tags), so that words of letters are shaped once for all. */
const FIGURES: ReadonlySet<string> = new Set(['lnum', 'onum', 'pnum', 'tnum']);
const LETTERS = /^\p{L}+$/u;
const NONE: readonly string[] = [];
const opened = new Map<string, Face>();

/**
 * Opens the bytes of a font (TTF, OTF or WOFF), which `digest` identifies. The same bytes are opened once, even when
 * another copy of them comes, as one does with every task of a worker thread. Throws a `FontFault` for a damaged file.
 */
export function openFace(key: string, bytes: Uint8Array, digest: string): Face {
  const name = `${digest} ${key}`;
  const face = opened.get(name) ?? newFace(key, sfntOf(bytes));
  opened.set(name, face);
  return face;
}

function newFace(key: string, bytes: Uint8Array): Face {
  const shaper = openShaper(bytes);
  const facts = fontFacts(fontTables(bytes));
  const has = remembered(shaper.has);
  const covers = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!has(unit) && !isUnprinted(unit)) return false;
    }
    return true;
  };
  const lookups = new Map<string, WordLookup>();
  /** Finds a lookup by a list of features that is used again and again. */
  const quick = new WeakMap<readonly string[], WordLookup>();
  const words = (features: readonly string[], direction: TextDirection = 'ltr'): WordLookup => {
    const ready = direction === 'ltr' ? quick.get(features) : undefined;
    if (ready) return ready;
    const name = `${direction} ${features.join()}`;
    const shaped = (text: string): ShapedWord =>
      shapedWord(shaper, facts.unitsPerEm, text, features, direction, covers(text));
    const isOfFigures = features.length > 0 && features.every((feature) => FIGURES.has(feature));
    const lookup =
      lookups.get(name) ??
      remembered((text) => (isOfFigures && LETTERS.test(text) ? words(NONE, direction)(text) : shaped(text)));
    lookups.set(name, lookup);
    if (direction === 'ltr') quick.set(features, lookup);
    return lookup;
  };
  return {
    ...shaper,
    ...facts,
    key,
    spareCode: facts.isCff ? 0x10000 : facts.glyphs,
    bytes,
    isLatin: LATIN_FAMILIES.some((family) => key.startsWith(`${family}/`)) || (OWN.test(key) && has(0x61)),
    has,
    covers,
    words,
    width(text, features) {
      const lookup = words(features);
      return (text.match(PARTS) ?? []).reduce((total, part) => total + lookup(part).width, 0);
    },
  };
}
