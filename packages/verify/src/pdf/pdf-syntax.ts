/** An object of a PDF (ISO 32000-1, 7.3). Names are `{ name }`, strings are `{ bytes }`, one character a byte. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly name: string }
  | { readonly bytes: string }
  | { readonly ref: number }
  | { readonly keyword: string }
  | readonly PdfValue[]
  | PdfDictionary;
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

const TOKEN =
  /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(<<|>>|[[\]]|\/[^\s\0()<>[\]{}/%]*|[+-]?\d+(?:\.\d*)?|[+-]?\.\d+|<[\da-fA-F\s]*>|\(|[^\s\0()<>[\]{}/%]+)/y;

/** Reads objects and operators from a text of one character a byte, from `at` on. */
export function* readValues(text: string, at = 0): Generator<PdfValue & {}, void> {
  const reader = { text, at };
  for (let value = next(reader); value !== undefined; value = next(reader)) yield value as PdfValue & {};
}

/** The one object at a place. */
export function readValue(text: string, at: number): { readonly value: PdfValue; readonly end: number } {
  const reader = { text, at };
  const value = next(reader) ?? null;
  return { value, end: reader.at };
}

interface Reader {
  readonly text: string;
  at: number;
}

function token(reader: Reader): string | undefined {
  TOKEN.lastIndex = reader.at;
  const match = TOKEN.exec(reader.text);
  if (match) reader.at = TOKEN.lastIndex;
  return match?.[1];
}

function next(reader: Reader): PdfValue | undefined {
  const word = token(reader);
  if (word === undefined || word === ']' || word === '>>') return undefined;
  if (word === '<<') return dictionary(reader);
  if (word === '[') return array(reader);
  if (word === '(') return { bytes: literal(reader) };
  if (word.startsWith('/'))
    return {
      name: word
        .slice(1)
        .replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    };
  if (word.startsWith('<')) return { bytes: unhex(word) };
  if (/^[+-]?[\d.]/.test(word)) return reference(reader) ?? Number(word);
  if (word === 'true' || word === 'false') return word === 'true';
  return word === 'null' ? null : { keyword: word };

  /** `12 0 R`: the number read is an object's. */
  function reference(from: Reader): PdfValue | undefined {
    const rest = /\s+\d+\s+R(?![\w])/y;
    rest.lastIndex = from.at;
    if (!/^\d+$/.test(word ?? '') || !rest.test(from.text)) return undefined;
    from.at = rest.lastIndex;
    return { ref: Number(word) };
  }
}

function array(reader: Reader): PdfValue[] {
  const values: PdfValue[] = [];
  for (let value = next(reader); value !== undefined; value = next(reader)) values.push(value);
  return values;
}

function dictionary(reader: Reader): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let key = next(reader); key !== undefined; key = next(reader)) {
    const value = next(reader);
    if (value !== undefined && typeof key === 'object' && key !== null && 'name' in key)
      entries.set(key.name, value);
  }
  return entries;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(reader: Reader): string {
  let result = '';
  for (let depth = 1; reader.at < reader.text.length; reader.at++) {
    let letter = reader.text[reader.at] ?? '';
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(reader.text.slice(reader.at + 1, reader.at + 4))?.[0];
      reader.at += octal?.length ?? 1;
      const escaped = reader.text[reader.at] ?? '';
      letter = octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[escaped] ?? escaped);
      if (escaped === '\n' && !octal) letter = '';
    } else if (letter === '(') depth += 1;
    else if (letter === ')' && --depth === 0) {
      reader.at += 1;
      return result;
    }
    result += letter;
  }
  return result;
}

function unhex(word: string): string {
  return word
    .slice(1, -1)
    .replace(/\s/g, '')
    .replace(/.{2}/g, (code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, else Latin. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return undefined;
  return value.bytes.startsWith('\u00fe\u00ff') ? utf16(value.bytes.slice(2)) : value.bytes;
}

/** What a name says; nothing for any other value. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
}

/** Two bytes a unit, the high one first. */
export function utf16(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  return text;
}
