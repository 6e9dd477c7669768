import { type PdfDictionary, type PdfValue, readValues, textOf, utf16 } from '@octavo/verify/pdf-objects';

/** What a page's content paints, by mark. */
export interface PageContent {
  /** What each marked stretch says, by MCID; an empty string for one that only draws. */
  readonly texts: ReadonlyMap<number, string>;
  /** Where each stretch's pieces of text begin, in page coordinates. */
  readonly points: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  readonly faults: readonly string[];
}

type Matrix = readonly [number, number, number, number, number, number];
type Mark = {
  readonly id: number | undefined;
  readonly artifact: boolean;
  readonly reversed: boolean;
  readonly actual?: string;
};

const PAINTS: ReadonlySet<string> = new Set('Tj TJ \' " f F f* B B* b b* S s sh Do EI'.split(' '));
const SHOWS: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/**
 * Walks a page's operators (ISO 32000-1, 7.8.2 and 14.6). `decode` gives the Unicode of each of a font's codes.
 * A fault: something painted outside marked content and artifacts, an MCID twice, marks that do not nest.
 */
export function pageContent(
  content: string,
  decode: (font: string, bytes: string) => readonly string[],
): PageContent {
  const texts = new Map<number, string>();
  const points = new Map<number, (readonly [number, number])[]>();
  const faults: string[] = [];
  const marks: Mark[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let pen: readonly [number, number] = [0, 0];
  let font = '';
  let operands: PdfValue[] = [];
  for (const value of readValues(content)) {
    if (typeof value !== 'object' || !('keyword' in value)) {
      operands.push(value);
      continue;
    }
    operator(value.keyword, operands);
    operands = [];
  }
  if (marks.length > 0) faults.push(`${marks.length} marked stretches are never closed`);
  return { texts, points, faults };

  function operator(name: string, given: readonly PdfValue[]): void {
    if (PAINTS.has(name)) paint(name, given);
    if (name === 'BDC' || name === 'BMC') open(given);
    else if (name === 'EMC') close();
    else if (name === 'q') saved.push(matrix);
    else if (name === 'Q') matrix = saved.pop() ?? matrix;
    else if (name === 'cm') matrix = multiply(given as unknown as Matrix, matrix);
    else if (name === 'Tm') {
      const [, , , , x, y] = multiply(given as unknown as Matrix, matrix);
      pen = [x, y];
    } else if (name === 'Tf') font = (given[0] as { name: string }).name;
  }

  function open([tag, properties]: readonly PdfValue[]): void {
    const facts: PdfDictionary = properties instanceof Map ? properties : new Map();
    const id = facts.get('MCID');
    const actual = textOf(facts.get('ActualText'));
    const { name } = tag as { name: string };
    const [artifact, reversed] = [name === 'Artifact', name === 'ReversedChars'];
    if (typeof id === 'number') {
      if (texts.has(id)) faults.push(`MCID ${id} is used twice`);
      if (marks.some((mark) => mark.artifact || mark.id !== undefined))
        faults.push(`MCID ${id} stands inside another mark`);
      texts.set(id, '');
      points.set(id, []);
    }
    marks.push({
      id: typeof id === 'number' ? id : undefined,
      artifact,
      reversed,
      ...(actual === undefined ? {} : { actual }),
    });
    if (actual !== undefined) say(actual);
  }

  function close(): void {
    if (!marks.pop()) faults.push('EMC closes nothing');
  }

  function paint(name: string, given: readonly PdfValue[]): void {
    if (!marks.some((mark) => mark.artifact || mark.id !== undefined))
      faults.push(`${name} paints outside marked content and artifacts`);
    if (!SHOWS.has(name)) return;
    const own = marks.findLast((mark) => mark.id !== undefined);
    if (own?.id !== undefined) points.get(own.id)?.push(pen);
    if (marks.some((mark) => mark.actual !== undefined)) return;
    const strings = (Array.isArray(given[0]) ? given[0] : given) as readonly PdfValue[];
    const letters = strings.flatMap((part) =>
      typeof part === 'object' && part !== null && 'bytes' in part ? decode(font, part.bytes) : [],
    );
    // What stands from right to left is marked as such, a string at a time (ISO 32000-1, 14.8.2.5.3).
    say((marks.some((mark) => mark.reversed) ? letters.reverse().map(mirrored) : letters).join(''));
  }

  function say(text: string): void {
    const own = marks.findLast((mark) => mark.id !== undefined);
    if (own?.id !== undefined) texts.set(own.id, (texts.get(own.id) ?? '') + text);
  }
}

const MIRRORED: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([one = '', two = '']) => [
    [one, two],
    [two, one],
  ]),
);

/** A bracket read from right to left shows its other half. */
function mirrored(letter: string): string {
  return MIRRORED.get(letter) ?? letter;
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** Reads a ToUnicode map of two-byte codes (ISO 32000-1, 9.10.3). */
export function toUnicode(cmap: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  let operands: PdfValue[] = [];
  const code = (value: PdfValue | undefined): number => utf16(bytesOf(value)).charCodeAt(0);
  for (const value of readValues(cmap)) {
    if (typeof value !== 'object' || !('keyword' in value)) {
      operands.push(value);
      continue;
    }
    if (value.keyword === 'endbfrange')
      for (let at = 0; at + 2 < operands.length; at += 3) {
        const [first, to] = [code(operands[at]), operands[at + 2]];
        for (const [index, one] of (Array.isArray(to) ? to : [to]).entries())
          codes.set(first + index, utf16(bytesOf(one)));
      }
    if (value.keyword === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2)
        codes.set(code(operands[at]), utf16(bytesOf(operands[at + 1])));
    operands = [];
  }
  return codes;
}

function bytesOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : '';
}
