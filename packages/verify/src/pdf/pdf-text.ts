import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, boxOf } from './geometry.ts';
import { type PagePicture, pictureNamed } from './page-pictures.ts';
import { type Painted, type Painting, paintings } from './painting.ts';
import { penFor } from './pen.ts';

/** What a page shows, in the order of its content. */
export interface PageText {
  /** The text of each marked stretch, by MCID. */
  readonly texts: ReadonlyMap<number, string>;
  /** What is shown as an artifact, a string at a time: heads, folios, marks of broken lines. */
  readonly artifacts: readonly string[];
  /** What is shown and neither marked nor an artifact. */
  readonly loose: string;
  /** How each marked stretch is painted, by MCID. */
  readonly paintings: ReadonlyMap<number, Painting>;
  readonly pictures: readonly PagePicture[];
}

interface Mark {
  readonly id: number | undefined;
  readonly artifact: boolean;
  readonly reversed: boolean;
  readonly actual: string | undefined;
  /** The letters that are painted in it. */
  drawn: string;
}

/**
 * Reads the text of a page as pdf.js decodes it, glyph by glyph, so that every space is one that the file
 * has, and how it is painted. `actual` are the replacement texts of the marks, in order, which pdf.js does
 * not expose (ISO 32000-1, 14.6 and 14.9.4). Strings in ReversedChars run from right to left (14.8.2.5.3).
 */
export async function pageText(
  page: PDFPageProxy,
  actual: readonly (string | undefined)[],
): Promise<PageText> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const view = page.view as unknown as Box;
  const pen = penFor(view);
  const { marks, begin, end, say, idOf, ...told } = markings(actual);
  const painted: Painted[] = [];
  const pictures: PagePicture[] = [];
  const paint = (what: Pick<Painted, 'stroke' | 'fill'>): void => {
    const mark = idOf();
    painted.push({ mark, artifact: mark === undefined, ...what });
  };
  for (const [at, operator] of fnArray.entries()) {
    const given = (argsArray[at] ?? []) as readonly unknown[];
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) begin(given);
    else if (operator === OPS.endMarkedContent) end();
    else if (operator === OPS.showText) {
      const stands = marks.find((mark) => mark.actual !== undefined)?.actual;
      const letters = lettersOf(given[0], stands);
      say((marks.some((mark) => mark.reversed) ? letters.reverse().map(mirrored) : letters).join(''));
      paint({ stroke: pen.show(given[0]) });
    } else if (operator === OPS.paintImageXObject) {
      const { matrix, alpha } = pen.picture();
      pictures.push({ id: idOf(), matrix, alpha, ...pictureNamed(page, given[0]) });
      paint({ fill: { box: boxOf(matrix, [0, 0, 1, 1]), colour: undefined, alpha, covers: true } });
    } else {
      const fill = pen.apply(operator, given);
      if (fill) paint({ fill });
    }
  }
  const found = new Map(paintings(painted, view));
  for (const [id, unseen] of told.others) {
    const own = found.get(id);
    if (own) found.set(id, { ...own, unseen: own.unseen ?? unseen });
  }
  return {
    texts: told.texts,
    artifacts: told.artifacts,
    loose: told.loose.join(''),
    paintings: found,
    pictures,
  };
}

/** Follows the marks of a page and collects the text of each. */
function markings(actual: readonly (string | undefined)[]) {
  const marks: Mark[] = [];
  const texts = new Map<number, string>();
  const artifacts: string[] = [];
  const loose: string[] = [];
  /** By MCID: the text that is painted, where it differs from the text that is said. */
  const others = new Map<number, string>();
  let count = 0;
  const idOf = (): number | undefined => marks.findLast((mark) => mark.id !== undefined)?.id;
  const gather = (text: string): void => {
    const id = idOf();
    if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + text);
    else (marks.some((mark) => mark.artifact) ? artifacts : loose).push(text);
  };
  return {
    marks,
    texts,
    artifacts,
    loose,
    others,
    idOf,
    say(text: string): void {
      const stands = marks.find((mark) => mark.actual !== undefined);
      if (stands) stands.drawn += text;
      else gather(text);
    },
    begin([tag, number]: readonly unknown[]): void {
      const name = typeof tag === 'string' ? tag : String((tag as { name?: string } | undefined)?.name);
      const id = typeof number === 'number' ? number : undefined;
      const stands = actual[count++];
      const [artifact, reversed] = [name === 'Artifact', name === 'ReversedChars'];
      marks.push({ id, artifact, reversed, actual: stands, drawn: '' });
      if (id !== undefined && !texts.has(id)) texts.set(id, '');
      if (stands !== undefined) gather(stands);
    },
    end(): void {
      const id = idOf();
      const { actual: said, drawn = '' } = marks.pop() ?? {};
      if (said !== undefined && id !== undefined && !standsFor(said, drawn))
        others.set(id, `are painted as “${drawn}”`);
    },
  };
}

/**
 * Scripts in which each letter is one glyph: a replacement text there must be the letters that are painted.
 */
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * Says whether ActualText agrees with the letters under it: a hyphen at a line's end is a soft one, and a
 * ligature is its letters.
 */
function standsFor(actual: string, drawn: string): boolean {
  if (!PLAIN.test(actual)) return true;
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  // A mark above or below is a glyph of its own and may represent another mark elsewhere.
  const marks = (text: string): number => text.match(/\p{M}/gu)?.length ?? 0;
  const [said, shown] = [actual, drawn].map((text) => text.normalize('NFKD')) as [string, string];
  return letters(said) === letters(shown) && marks(said) === marks(shown);
}

/**
 * The letters of glyphs. Under a text that stands for them a glyph may say nothing by itself; pdf.js then tells
 * the code of the glyph as if it were a letter.
 */
function lettersOf(glyphs: unknown, actual: string | undefined): string[] {
  if (!Array.isArray(glyphs)) return [];
  return (glyphs as readonly unknown[]).flatMap((glyph) => {
    if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph)) return [];
    const letter = String(glyph.unicode);
    const code = 'originalCharCode' in glyph ? Number(glyph.originalCharCode) : -1;
    return actual !== undefined && letter.codePointAt(0) === code && !actual.includes(letter) ? [] : [letter];
  });
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
