import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A glyph where a finished page shows it; points, y upwards. */
export interface Glyph {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
}

/** The room of a drawing, such as a formula: points, y upwards. */
export interface Ink {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly top: number;
}

/** What stands on one baseline without a wide gap, from left to right. */
export interface Line {
  readonly page: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  /** What is drawn on its page. */
  readonly inks: readonly Ink[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface Shown {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** The lines of every page of a PDF but for its artifacts (running heads, folios), as any reader draws them. */
export async function readLines(data: Uint8Array): Promise<readonly (readonly Line[])[]> {
  const task = getDocument({ data: data.slice(), verbosity: 0, fontExtraProperties: true });
  const document = await task.promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const nameOf = (key: string): string => {
      const { name } = page.commonObjs.get(key) as { name?: string };
      return (name ?? key).replace(/^[A-Z]{6}\+/, '');
    };
    const { glyphs, inks } = contentOf(fnArray, argsArray as readonly unknown[][], nameOf);
    pages.push(linesOf(glyphs, inks, number));
    page.cleanup();
  }
  await task.destroy();
  return pages;
}

/** Runs a page's text operators (ISO 32000-1, 9.4.4), and tells where paths are drawn. */
function contentOf(
  codes: readonly number[],
  operands: readonly (readonly unknown[] | null)[],
  nameOf: (key: string) => string,
): { readonly glyphs: readonly Glyph[]; readonly inks: readonly Ink[] } {
  const glyphs: Glyph[] = [];
  const inks: Ink[] = [];
  const saved: (typeof state)[] = [];
  const marks: boolean[] = [];
  let state = {
    base: [1, 0, 0, 1, 0, 0] as Matrix,
    font: '',
    size: 1,
    scale: 1,
    letter: 0,
    word: 0,
    rise: 0,
  };
  let line: Matrix = [1, 0, 0, 1, 0, 0];
  let text = line;
  const show = (shown: readonly (Shown | number)[]): void => {
    for (const each of shown) {
      if (typeof each === 'number') {
        text = multiplied(text, [1, 0, 0, 1, (-each / 1000) * state.size * state.scale, 0]);
        continue;
      }
      const spacing = state.letter + (each.isSpace ? state.word : 0);
      const advance = ((each.width / 1000) * state.size + spacing) * state.scale;
      const at = multiplied(state.base, multiplied(text, [1, 0, 0, 1, 0, state.rise]));
      text = multiplied(text, [1, 0, 0, 1, advance, 0]);
      if (marks.includes(true)) continue;
      const wide = Math.hypot(at[0], at[1]);
      const size = state.size * Math.hypot(at[2], at[3]);
      const [, , , , x, y] = at;
      glyphs.push({ text: each.unicode, font: state.font, size, x, right: x + advance * wide, y });
    }
  };
  const ink = ([x0, y0, x1, y1]: readonly number[]): void => {
    if (marks.includes(true)) return;
    const corners = [placed(state.base, x0 ?? 0, y0 ?? 0), placed(state.base, x1 ?? 0, y1 ?? 0)] as const;
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    inks.push({ x: Math.min(...xs), right: Math.max(...xs), y: Math.min(...ys), top: Math.max(...ys) });
  };
  for (const [index, code] of codes.entries()) {
    const args = (operands[index] ?? []) as never[];
    const [first, second] = args as unknown as [number, number];
    if (code === OPS.save || code === OPS.paintFormXObjectBegin) saved.push({ ...state });
    else if (code === OPS.restore || code === OPS.paintFormXObjectEnd) state = saved.pop() ?? state;
    if (code === OPS.paintFormXObjectBegin && args[0])
      state = { ...state, base: multiplied(state.base, args[0] as unknown as Matrix) };
    else if (code === OPS.transform)
      state = { ...state, base: multiplied(state.base, numbersOf(args) as unknown as Matrix) };
    else if (code === OPS.beginText) line = text = [1, 0, 0, 1, 0, 0];
    else if (code === OPS.setTextMatrix) line = text = numbersOf(args) as unknown as Matrix;
    else if (code === OPS.moveText) line = text = multiplied(line, [1, 0, 0, 1, first, second]);
    else if (code === OPS.setFont) state = { ...state, font: nameOf(args[0] as never), size: second };
    else if (code === OPS.setHScale) state = { ...state, scale: first / 100 };
    else if (code === OPS.setCharSpacing) state = { ...state, letter: first };
    else if (code === OPS.setWordSpacing) state = { ...state, word: first };
    else if (code === OPS.setTextRise) state = { ...state, rise: first };
    else if (code === OPS.showText) show(args[0] as never);
    else if (code === OPS.constructPath && args[2]) ink(args[2] as unknown as Matrix);
    else if (code === OPS.paintImageXObject || code === OPS.paintInlineImageXObject) ink([0, 0, 1, 1, 0, 0]);
    else if (code === OPS.beginMarkedContent || code === OPS.beginMarkedContentProps)
      marks.push((args[0] as { name?: string } | string | undefined) === 'Artifact');
    else if (code === OPS.endMarkedContent) marks.pop();
  }
  return { glyphs, inks };
}

function placed(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function numbersOf(args: readonly unknown[]): readonly number[] {
  const [first] = args;
  return typeof first === 'number' ? (args as number[]) : [...(first as Iterable<number>)];
}

function multiplied(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Gathers glyphs into lines: what is raised or lowered goes with the baseline it is nearest to. */
function linesOf(glyphs: readonly Glyph[], inks: readonly Ink[], page: number): Line[] {
  const rows: Glyph[][] = [];
  const largest = glyphs.toSorted((a, b) => b.size - a.size || b.y - a.y);
  for (const glyph of largest) {
    const near = (row: readonly Glyph[]): number => Math.abs((row[0] as Glyph).y - glyph.y);
    let best: Glyph[] | undefined;
    for (const row of rows) if (near(row) < (best ? near(best) : (row[0] as Glyph).size * 0.45)) best = row;
    if (best) best.push(glyph);
    else rows.push([glyph]);
  }
  return rows
    .flatMap((row) => parted(row, page))
    .map((line) => ({ ...line, inks }))
    .toSorted((a, b) => b.y - a.y || firstX(a) - firstX(b));
}

/** A row parted where nothing stands for two ems: columns, cells, what hangs in the margin. */
function parted(row: readonly Glyph[], page: number): Omit<Line, 'inks'>[] {
  const lines: Glyph[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const glyph of row.toSorted((a, b) => a.x - b.x)) {
    if (isSpace(glyph)) {
      lines.at(-1)?.push(glyph);
      continue;
    }
    if (glyph.x - right > glyph.size * 2) lines.push([]);
    lines.at(-1)?.push(glyph);
    right = Math.max(right, glyph.right);
  }
  return lines.flatMap((all) => {
    const glyphs = all.slice(0, all.findLastIndex((glyph) => !isSpace(glyph)) + 1);
    if (glyphs.length === 0) return [];
    const { font, size } = commonest(glyphs, (glyph) => `${glyph.font} ${glyph.size.toFixed(1)}`);
    const y = glyphs.find((glyph) => glyph.size === size)?.y ?? 0;
    return [{ page, y, size, font, glyphs, text: glyphs.map((glyph) => glyph.text).join('') }];
  });
}

/** Whether a glyph is white space. */
export function isSpace(glyph: Glyph): boolean {
  return glyph.text.trim() === '';
}

function firstX(line: Line): number {
  return line.glyphs[0]?.x ?? 0;
}

/** One of the values of which there are most, told apart by a key. */
export function commonest<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value {
  const counts = new Map<string, { count: number; value: Value }>();
  for (const value of values) {
    const key = keyOf(value);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { count: 1, value });
  }
  const [first] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  if (!first) throw new Error('nothing to count');
  return first.value;
}
