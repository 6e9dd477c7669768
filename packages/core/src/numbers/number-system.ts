/** A part of a number as its grammar has it. Together the items of a form say what its numbers look like. */
export type NumberItem =
  /** Fixed text: a prefix, a separator, a closing sign. */
  | { readonly kind: 'text'; readonly text: string }
  /** 1, 2, 3 … without leading zeros; from 0 where `from` says so; with `width`, zeros fill it: 001. */
  | { readonly kind: 'decimal'; readonly from: 0 | 1; readonly width?: number }
  /** a to z, aa, ab …, at most `most` letters. */
  | { readonly kind: 'letters'; readonly case: LetterCase; readonly most: number }
  /** i, ii, iii, iv …, up to 3999. */
  | { readonly kind: 'roman'; readonly case: LetterCase }
  /** One of these texts, in this order. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Letters, or none, that stand for an insertion behind what is before them: 14, 14ZA, 14A, 14AA, 14B. */
  | { readonly kind: 'insertion'; readonly case: LetterCase }
  /** The items, or none of them. */
  | { readonly kind: 'maybe'; readonly items: readonly NumberItem[] }
  /** The items, any number of times. */
  | { readonly kind: 'repeat'; readonly items: readonly NumberItem[] };

export type LetterCase = 'upper' | 'lower';

export type NumberForm = readonly NumberItem[];

/** How the numbers of a book are built: each is of one form, and those of an earlier form come first. */
export type NumberSystem = readonly NumberForm[];

/** What a book declares of its numbers, and did in earlier releases; neither key where it declares nothing. */
export interface DeclaredNumbers {
  readonly numbers?: NumberSystem;
  readonly formerNumbers?: readonly NumberSystem[];
}

/** A number has at most this many characters, as printed. */
export const LONGEST_NUMBER = 60;
