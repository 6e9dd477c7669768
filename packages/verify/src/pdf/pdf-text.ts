import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './geometry.ts';
import type { PageContent, PagePicture } from './page-content.ts';
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
 * The text of a page as pdf.js decodes it, glyph by glyph, so that every space is one that the file
 * has, and how it is painted. `content` is the page's content stream: pdf.js keeps ActualText and
 * pictures to itself, so they are read there, in the same order (ISO 32000-1, 14.6 and 14.9.4). What is
 * shown in ReversedChars runs from right to left, a string at a time (14.8.2.5.3).
 */
export async function pageText(page: PDFPageProxy, { actual, pictures }: PageContent): Promise<PageText> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const view = page.view as unknown as Box;
  const pen = penFor(view);
  const texts = new Map<number, string>();
  const artifacts: string[] = [];
  const painted: Painted[] = [];
  const others = new Map<number, string>();
  const marks: Mark[] = [];
  const ahead = [...pictures];
  let loose = '';
  let count = 0;
  const idOf = (): number | undefined => marks.findLast((mark) => mark.id !== undefined)?.id;
  const say = (text: string): void => {
    const id = idOf();
    if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + text);
    else if (marks.some((mark) => mark.artifact)) artifacts.push(text);
    else loose += text;
  };
  const paint = (what: Pick<Painted, 'stroke' | 'fill'>): void => {
    const mark = idOf();
    painted.push({ mark, artifact: mark === undefined, ...what });
  };
  const paintPictures = (): void => {
    while ((ahead[0]?.marks ?? Number.POSITIVE_INFINITY) <= count) {
      const { box, alpha } = ahead.shift() as PagePicture;
      paint({ fill: { box, colour: undefined, alpha, covers: true } });
    }
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
        drawn: '',
      });
      if (typeof id === 'number' && !texts.has(id)) texts.set(id, '');
      if (stands !== undefined) say(stands);
    } else if (operator === OPS.endMarkedContent) {
      paintPictures();
      const mark = marks.at(-1);
      const id = idOf();
      if (mark?.actual !== undefined && id !== undefined && !standsFor(mark.actual, mark.drawn))
        others.set(id, `are painted as “${mark.drawn}”`);
      marks.pop();
    } else if (operator === OPS.showText) {
      const letters = lettersOf(given?.[0]);
      const text = (marks.some((mark) => mark.reversed) ? letters.reverse().map(mirrored) : letters).join('');
      const stands = marks.find((mark) => mark.actual !== undefined);
      if (stands) stands.drawn += text;
      else say(text);
      paint({ stroke: pen.show(given?.[0]) });
    } else {
      const fill = pen.apply(operator, given ?? []);
      if (fill) paint({ fill });
    }
  }
  paintPictures();
  const found = new Map(paintings(painted, view));
  for (const [id, unseen] of others) {
    const own = found.get(id);
    if (own) found.set(id, { ...own, unseen: own.unseen ?? unseen });
  }
  return { texts, artifacts, loose, paintings: found };
}

/** Scripts whose letters are glyphs, one for one: there a text that stands for letters must be those letters. */
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether ActualText says what the letters under it show: a hyphen at a line's end is a soft one, a ligature its letters. */
function standsFor(actual: string, drawn: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  // Marks above and below are glyphs of their own, which several letters share.
  const marked = /\p{M}/u.test(actual.normalize('NFD'));
  return marked || !PLAIN.test(actual) || plain(actual) === plain(drawn);
}

function lettersOf(glyphs: unknown): string[] {
  if (!Array.isArray(glyphs)) return [];
  return (glyphs as readonly unknown[]).flatMap((glyph) =>
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? [String(glyph.unicode)] : [],
  );
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
