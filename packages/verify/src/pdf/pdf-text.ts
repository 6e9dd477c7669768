import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PdfDictionary, readValues, textOf } from './pdf-syntax.ts';

/** What a page shows, in the order of its content. */
export interface PageText {
  /** The text of each marked stretch, by MCID. */
  readonly texts: ReadonlyMap<number, string>;
  /** What is shown as an artifact, a string at a time: heads, folios, marks of broken lines. */
  readonly artifacts: readonly string[];
}

interface Mark {
  readonly id: number | undefined;
  readonly artifact: boolean;
  readonly reversed: boolean;
  readonly actual: string | undefined;
}

/**
 * The text of a page as pdf.js decodes it, glyph by glyph, so that every space is one that the file
 * has. `content` is the page's content stream: pdf.js keeps ActualText to itself, so the marks are
 * read there, in the same order (ISO 32000-1, 14.6 and 14.9.4). What is shown in ReversedChars runs
 * from right to left, a string at a time (14.8.2.5.3).
 */
export async function pageText(page: PDFPageProxy, content: string): Promise<PageText> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const actual = actualTexts(content);
  const texts = new Map<number, string>();
  const artifacts: string[] = [];
  const marks: Mark[] = [];
  let count = 0;
  const say = (text: string): void => {
    const id = marks.findLast((mark) => mark.id !== undefined)?.id;
    if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + text);
    else if (marks.some((mark) => mark.artifact)) artifacts.push(text);
  };
  for (const [at, operator] of fnArray.entries()) {
    const given = argsArray[at] as readonly unknown[] | null;
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [tag, id] = given ?? [];
      const name = typeof tag === 'string' ? tag : String((tag as { name?: string } | undefined)?.name);
      const stands = actual[count++];
      marks.push({
        id: typeof id === 'number' ? id : undefined,
        artifact: name === 'Artifact',
        reversed: name === 'ReversedChars',
        actual: stands,
      });
      if (typeof id === 'number' && !texts.has(id)) texts.set(id, '');
      if (stands !== undefined) say(stands);
    } else if (operator === OPS.endMarkedContent) marks.pop();
    else if (operator === OPS.showText && !marks.some((mark) => mark.actual !== undefined)) {
      const letters = lettersOf(given?.[0]);
      say((marks.some((mark) => mark.reversed) ? letters.reverse().map(mirrored) : letters).join(''));
    }
  }
  return { texts, artifacts };
}

function lettersOf(glyphs: unknown): string[] {
  if (!Array.isArray(glyphs)) return [];
  return (glyphs as readonly unknown[]).flatMap((glyph) =>
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? [String(glyph.unicode)] : [],
  );
}

/** For every BMC and BDC of a content stream, in order, the text that stands for what it marks. */
function actualTexts(content: string): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let last: unknown;
  for (const value of readValues(content)) {
    if (typeof value === 'object' && 'keyword' in value) {
      if (value.keyword === 'BMC') found.push(undefined);
      if (value.keyword === 'BDC')
        found.push(last instanceof Map ? textOf((last as PdfDictionary).get('ActualText')) : undefined);
    }
    last = value;
  }
  return found;
}

const MIRRORED: ReadonlyMap<string, string> = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(([one = '', two = '']) => [
    [one, two],
    [two, one],
  ]),
);

/** A bracket that is read from right to left shows its other half. */
function mirrored(letter: string): string {
  return MIRRORED.get(letter) ?? letter;
}
