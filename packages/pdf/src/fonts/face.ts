import { ROLES } from './catalogue.ts';
import { type FontFacts, fontFacts } from './font-facts.ts';
import { isInvisible } from './invisible.ts';
import { fontTables, sfntOf } from './sfnt.ts';
import { type ShapedWord, shapedWord } from './shaped-word.ts';
import { openShaper, type Shaper, type TextDirection } from './shaper.ts';

/** Looks up words, texts between two spaces or of no-break spaces. */
export type WordLookup = (text: string) => ShapedWord;

/** A font opened for setting: shaped words are remembered. */
export interface Face extends Shaper, FontFacts {
  readonly key: string;
  /** One of the families the book's Latin text is set in, its own fonts included. */
  readonly isLatin: boolean;
  /** The first code that stands for no glyph by its id; 65536 in a CFF font, whose codes are all glyphs. */
  readonly spareCode: number;
  /** As TTF or OTF. */
  readonly bytes: Uint8Array;
  /** Whether every character of a text that is drawn has a glyph. */
  readonly covers: (text: string) => boolean;
  readonly words: (features: readonly string[], direction?: TextDirection) => WordLookup;
  /** How wide a text is, in ems. */
  readonly width: (text: string, features: readonly string[]) => number;
}

/** A font of the handbook's own. */
const OWN = / \(own \d+\)\//;
const LATIN_FAMILIES = Object.values(ROLES).map((family) => family.family);
/** Spaces part the words: a word is shaped once, whatever follows it. */
const PARTS = /[ \u00a0]+|[^ \u00a0]+/g;
/** Space, no-break space and what is not drawn: set without a glyph of the font where it has none. */
const isUnprinted = (unit: number): boolean =>
  unit === 0x20 || unit === 0xa0 || (unit > 0x7e && isInvisible(unit));
const opened = new Map<string, Face>();

/**
 * Opens a font's bytes (TTF, OTF or WOFF); `digest` tells them from all others. The same bytes are opened
 * once, also when they come as another copy, as they do with every task of a worker thread. Throws a
 * `FontFault` for a damaged file.
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
  const lookups = new Map<string, WordLookup>();
  const words = (features: readonly string[], direction: TextDirection = 'ltr'): WordLookup => {
    const name = `${direction} ${features.join()}`;
    const lookup =
      lookups.get(name) ??
      remembered((text) => shapedWord(shaper, facts.unitsPerEm, text, features, direction));
    lookups.set(name, lookup);
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
    covers: remembered((text) => {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (!has(unit) && !isUnprinted(unit)) return false;
      }
      return true;
    }),
    words,
    width(text, features) {
      const lookup = words(features);
      return (text.match(PARTS) ?? []).reduce((total, part) => total + lookup(part).width, 0);
    },
  };
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
