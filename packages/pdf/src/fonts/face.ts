import { create } from 'fontkit';
import { ROLES } from './catalogue.ts';
import { isInvisible } from './invisible.ts';
import { layOut } from './lay-out.ts';
import type { FaceGlyph, FacePosition, OpenedFont, Shaped } from './opened-font.ts';
import { runsBackwards, shapeBy } from './shape-by.ts';
import { type ShapedWord, shapedWord } from './shaped-word.ts';
import { openShaper, type Shaper } from './shaper.ts';

/** A font opened for setting: shaped words are remembered. */
export interface Face extends Omit<OpenedFont, 'layout'> {
  readonly key: string;
  /** One of the families the book's Latin text is set in, its own fonts included. */
  readonly isLatin: boolean;
  /**
   * A second opening of the same font, to embed and to draw outlines from. fontkit keeps one glyph
   * object a glyph id and lets both of these leave it without its characters.
   */
  readonly drawn: () => OpenedFont;
  /** Shapes a text; a feature after a minus is one to do without. */
  readonly layout: (text: string, features?: readonly string[]) => Shaped;
  /** Looks up words, texts between two spaces or of no-break spaces, set with some features. */
  readonly words: (features: readonly string[]) => (text: string) => ShapedWord;
  /** How wide a text is, in ems. */
  readonly width: (text: string, features: readonly string[]) => number;
}

/** A font of the handbook's own. */
const OWN = / \(own \d+\)\//;
const LATIN_FAMILIES = Object.values(ROLES).map((family) => family.family);
/** Marks on letters: not the signs that choose a picture's colour or shape. */
const MARKS = /(?![\ufe00-\ufe0f\u20e3])\p{M}/u;
const TONE = /\p{Emoji_Modifier}/u;
const opened = new Map<string, Face>();

/**
 * Opens a font's bytes (TTF, OTF or WOFF); `digest` tells them from all others. The same bytes are opened
 * once, also when they come as another copy, as they do with every task of a worker thread. Throws what
 * fontkit throws on a damaged file.
 */
export function openFace(key: string, bytes: Uint8Array, digest: string): Face {
  const name = `${digest} ${key}`;
  const face = opened.get(name) ?? newFace(key, bytes);
  opened.set(name, face);
  return face;
}

function newFace(key: string, bytes: Uint8Array): Face {
  const font = open(bytes);
  const isWoff = bytes[0] === 0x77;
  let drawn: OpenedFont | undefined;
  const shapes = new Map<string, Shaped>();
  const covered = new Map<number, boolean>();
  let shaper: Shaper | undefined;
  const lookups = new Map<string, (text: string) => ShapedWord>();

  function hasGlyph(codePoint: number): boolean {
    const known = covered.get(codePoint);
    if (known !== undefined) return known;
    const has = font.hasGlyphForCodePoint(codePoint);
    covered.set(codePoint, has);
    return has;
  }

  function covers(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!UNPRINTED.has(unit) && !hasGlyph(unit)) return false;
    }
    return true;
  }

  function wordsWith(features: readonly string[]): (text: string) => ShapedWord {
    const known = new Map<string, ShapedWord>();
    return (text) => {
      const ready = known.get(text);
      if (ready) return ready;
      const shaped = shapedWord(ownShaper(), text, features);
      const made = covers(text) ? shaped : { ...shaped, difficult: true };
      known.set(text, made);
      return made;
    };
  }

  function ownShaper(): Shaper {
    shaper ??= openShaper(bytes);
    return shaper;
  }

  /** HarfBuzz knows where marks go; fontkit drops one of two, and alone reads WOFF. */
  const needsShaper = (text: string): boolean => !isWoff && (runsBackwards(text) || MARKS.test(text));

  function word(text: string, features: readonly string[] | undefined): Shaped {
    const name = features?.length ? `${features.join()} ${text}` : text;
    const known = shapes.get(name);
    if (known) return known;
    const shaped = needsShaper(text)
      ? shapeBy(ownShaper(), text, features ?? [])
      : shape(font, text, features);
    shapes.set(name, shaped);
    return shaped;
  }

  function layout(text: string, features?: readonly string[]): Shaped {
    const glyphs: FaceGlyph[] = [];
    const positions: FacePosition[] = [];
    for (const part of text.match(PARTS) ?? []) {
      const shaped = word(part, features);
      for (const glyph of shaped.glyphs) glyphs.push(glyph);
      for (const position of shaped.positions) positions.push(position);
    }
    return { glyphs, positions };
  }

  function words(features: readonly string[]): (text: string) => ShapedWord {
    const name = features.join();
    const lookup = lookups.get(name) ?? wordsWith(features);
    lookups.set(name, lookup);
    return lookup;
  }

  // HarfBuzz, which sets Latin words, reads no WOFF.
  const isLatin =
    !isWoff &&
    (LATIN_FAMILIES.some((family) => key.startsWith(`${family}/`)) || (OWN.test(key) && hasGlyph(0x61)));
  return {
    key,
    isLatin,
    drawn() {
      drawn ??= open(bytes);
      return drawn;
    },
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    lineGap: font.lineGap,
    xHeight: font.xHeight,
    capHeight: font.capHeight,
    postscriptName: font.postscriptName,
    hasGlyphForCodePoint: hasGlyph,
    glyphForCodePoint: (codePoint) => font.glyphForCodePoint(codePoint),
    getGlyph: (id, codePoints) => font.getGlyph(id, codePoints),
    layout,
    words,
    width(text, features) {
      if (isLatin) {
        const lookup = words(features);
        return (text.match(PARTS) ?? []).reduce((total, part) => total + lookup(part).width, 0);
      }
      const { positions } = layout(text, features);
      return positions.reduce((total, position) => total + position.xAdvance, 0) / font.unitsPerEm;
    },
  };
}

/** Space, no-break space and word joiner: set without a glyph of the font where it has none. */
const UNPRINTED: ReadonlySet<number> = new Set([0x20, 0xa0, 0x2060]);

/** Spaces part the words: a word is shaped once, whatever follows it. */
const PARTS = /[ \u00a0]+|[^ \u00a0]+/g;

/** fontkit's types want a Buffer and leave out what is used here. */
function open(bytes: Uint8Array): OpenedFont {
  return create(bytes as Parameters<typeof create>[0]) as unknown as OpenedFont;
}

/** Shapes in the script's own direction, and gives the glyphs back in the order of the text. */
function shape(font: OpenedFont, text: string, features: readonly string[] | undefined): Shaped {
  const backwards = runsBackwards(text);
  const run = layOut(font, text, features, backwards ? 'rtl' : 'ltr');
  const positions = backwards ? run.positions.toReversed() : run.positions;
  const glyphs = named(backwards ? run.glyphs.toReversed() : run.glyphs, text);
  return {
    glyphs,
    positions: positions.map((position, index) => ({
      xAdvance: glyphs[index]?.id === -1 ? 0 : position.xAdvance,
      yAdvance: position.yAdvance,
      xOffset: position.xOffset,
      yOffset: position.yOffset,
      advanceWidth: position.yOffset,
    })),
  };
}

/**
 * Glyphs with the characters they stand for here: fontkit gives a glyph those of its first use, so a
 * no-break space comes back as a space. What is invisible and joined nothing gets the id -1.
 */
function named(glyphs: readonly FaceGlyph[], text: string): FaceGlyph[] {
  const letters = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const total = glyphs.reduce((count, glyph) => count + glyph.codePoints.length, 0);
  let at = 0;
  return glyphs.map((glyph, index) => {
    const codePoints =
      total === letters.length ? letters.slice(at, at + glyph.codePoints.length) : [...glyph.codePoints];
    at += codePoints.length;
    // A font without skin tones drops their sign: the glyph before it still says it.
    const follower = letters[at];
    const dropped = total < letters.length && follower !== glyphs[index + 1]?.codePoints[0];
    if (dropped && follower !== undefined && TONE.test(String.fromCodePoint(follower))) {
      codePoints.push(follower);
      at += 1;
    }
    const gone =
      codePoints.length > 0 && codePoints.every((codePoint) => isInvisible(codePoint) || codePoint < 0x20);
    return {
      id: gone ? -1 : glyph.id,
      codePoints,
      text: String.fromCodePoint(...codePoints).replace('\u00a0', ' '),
      advanceWidth: gone ? 0 : glyph.advanceWidth,
      isMark: glyph.isMark ?? false,
    };
  });
}
