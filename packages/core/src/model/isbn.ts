import type { Identifiers } from './documents.generated.ts';

/** The formats that can have an ISBN, in the order they are printed in. */
export const ISBN_FORMATS = ['print', 'pdf', 'epub', 'html'] as const;
export type IsbnFormat = (typeof ISBN_FORMATS)[number];

/** An ISBN of the book, as given, and the format that it identifies. */
export interface GivenIsbn {
  readonly format: IsbnFormat;
  readonly value: string;
  /** The ISBN as an imprint prints it: `978-1-234567-01-9 (PDF)`; for a printed book, only the number. */
  readonly text: string;
}

/**
 * Returns every ISBN of the book: each imprint prints all of them, with that of its own format first (ISBN
 * Users' Manual, 7th edition, section 8).
 */
export function isbnsOf({ isbn = {} }: Identifiers, own?: IsbnFormat): readonly GivenIsbn[] {
  const order = [...ISBN_FORMATS].sort((a, b) => Number(b === own) - Number(a === own));
  return order.flatMap((format) => {
    const value = isbn[format];
    if (value === undefined) return [];
    return [{ format, value, text: format === 'print' ? value : `${value} (${format.toUpperCase()})` }];
  });
}

/** A written ISBN as it was read: its digits and the check digit that they require, or why it is no ISBN. */
export type ReadIsbn =
  | { readonly digits: string; readonly check: string }
  | { readonly digits: string; readonly fault: string };

/** Reads an ISBN-10 or ISBN-13 (ISO 2108, Annex C), ignoring hyphens and spaces. */
export function readIsbn(written: string): ReadIsbn {
  const digits = written.replace(/[- ]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) return { digits, check: checkOf10(digits.slice(0, 9)) };
  if (!/^\d{13}$/.test(digits))
    return { digits, fault: `it has ${digits.length} digits, and an ISBN has 10 or 13` };
  if (digits.startsWith('9790'))
    return { digits, fault: 'numbers that begin with 979-0 are of printed music (ISMN)' };
  if (!/^97[89]/.test(digits)) return { digits, fault: 'an ISBN of 13 digits begins with 978 or 979' };
  return { digits, check: checkOf13(digits.slice(0, 12)) };
}

/** Returns the thirteen digits of an ISBN: an ISBN-10 and the ISBN-13 made from it are the same. */
export function isbn13(written: string): string {
  const { digits } = readIsbn(written);
  if (digits.length !== 10) return digits;
  const body = `978${digits.slice(0, 9)}`;
  return body + checkOf13(body);
}

function checkOf10(body: string): string {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function checkOf13(body: string): string {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}
