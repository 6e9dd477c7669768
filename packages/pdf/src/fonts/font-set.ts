import { type FontFile, groupBy } from '@octavo/core';
import type { BookFont } from './book-fonts.ts';
import { ARABIC, FALLBACKS, type FontRole, HEBREW, ROLES } from './catalogue.ts';
import { type Face, openFace } from './face.ts';
import { NO_PACKAGE } from './own-fonts.ts';
import { hanFamily } from './scripts.ts';

/** This is how a stretch of text wants to look. */
export interface FaceStyle {
  readonly role: FontRole;
  readonly weight: number;
  readonly italic: boolean;
}

/** These are the fonts of one book. */
export interface FontSet {
  /** Returns the faces to try for a text, in order. `language` is a BCP 47 tag. */
  readonly stack: (style: FaceStyle, language: string) => readonly Face[];
  readonly face: (key: string) => Face;
  /** Returns what identifies the bytes of a face, which need not be opened for that. */
  readonly digest: (key: string) => string;
}

/** Returns the name of a face within a book. */
export function faceKey(font: Pick<FontFile, 'family' | 'weight' | 'style'>): string {
  return `${font.family}/${font.weight}/${font.style}`;
}

/** The names of families that are made for code match this. */
const CODE = /mono|code/i;

/** Makes a set of fonts, which opens each when it is asked for. Asking for a role without any font throws an error. */
export function fontSet(files: readonly BookFont[]): FontSet {
  const opened = new Map<string, Face>();
  const stacks = new Map<string, readonly Face[]>();
  const families = groupBy(files, ({ family }) => family);
  const known: ReadonlySet<string> = new Set(FALLBACKS.map((font) => font.family));
  const latin: ReadonlySet<string> = new Set(Object.values(ROLES).map((font) => font.family));
  const isOwn = (name: string): boolean => families.get(name)?.[0]?.package === NO_PACKAGE;
  const strangers = [...families.keys()].filter((name) => !known.has(name) && !latin.has(name));
  const others = strangers.filter((name) => !isOwn(name));
  const own = strangers.filter(isOwn);

  function open(file: BookFont): Face {
    const key = faceKey(file);
    const face = opened.get(key) ?? openFace(key, file.bytes, file.digest);
    opened.set(key, face);
    return face;
  }

  function closest(family: string, style: FaceStyle): Face | undefined {
    const cuts = families.get(family);
    if (!cuts) return undefined;
    const distance = (file: BookFont): number =>
      Math.abs(file.weight - style.weight) + ((file.style === 'italic') === style.italic ? 0 : 1000);
    return open(cuts.reduce((best, file) => (distance(file) < distance(best) ? file : best)));
  }

  function given(key: string): BookFont {
    const file = files.find((candidate) => faceKey(candidate) === key);
    if (!file) throw new Error(`the font ${key} was not given`);
    return file;
  }

  return {
    stack(style, language) {
      const name = `${style.role}/${style.weight}/${style.italic}/${language}`;
      const ready = stacks.get(name);
      if (ready) return ready;
      const isCode = style.role === 'code';
      const first = own.filter((name) => CODE.test(name) === isCode);
      const order = [ROLES[style.role].family, ...FALLBACKS.map((font) => font.family), ...others];
      if (style.role !== 'sans') order.push(ROLES.sans.family);
      if (style.role !== 'code') order.push(ROLES.code.family);
      const native = nativeFamily(language);
      if (native) order.unshift(...order.splice(order.indexOf(native), 1));
      // The handbook's own fonts are tried first; for code, only those that are made for it.
      order.unshift(...first);
      if (isCode) order.push(...own.filter((name) => !CODE.test(name)));
      const stack = [...new Set(order)].flatMap((family) => closest(family, style) ?? []);
      if (stack.length === 0) throw new Error(`no font for ${style.role}`);
      stacks.set(name, stack);
      return stack;
    },
    face(key) {
      return opened.get(key) ?? open(given(key));
    },
    digest: (key) => given(key).digest,
  };
}

/** Returns the family for a language's own script, when that is not Latin. */
function nativeFamily(language: string): string | undefined {
  if (/^(?:he|yi)\b/i.test(language)) return HEBREW.family;
  if (/^(?:ar|fa|ur)\b/i.test(language)) return ARABIC.family;
  return hanFamily(language)?.family;
}
