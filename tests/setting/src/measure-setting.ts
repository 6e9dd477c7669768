import { commonest, type Glyph, isSpace, type Line, readLines } from './read-lines.ts';

/** How a book is set, measured on its finished pages. Spaces are ems, shares are of 1. */
export interface Setting {
  readonly pages: number;
  /** Lines of body text, and those of them that are justified: they reach the measure's edge. */
  readonly lines: number;
  readonly justified: number;
  readonly spaces: number;
  readonly over40: number;
  readonly over45: number;
  readonly worstSpace: number;
  readonly tightestSpace: number;
  /** The share of the lines of body text that end in a hyphen, and how many in turn do. */
  readonly hyphens: number;
  readonly ladder: number;
  /** Pages whose last line ends in a hyphen and goes on overleaf. */
  readonly hyphensAtFoot: number;
  /** The share of body lines that stand on the book's grid, so that the lines of facing pages meet. */
  readonly onGrid: number;
  /** Pages that the text goes on from, those that end over a line above the lowest, and the worst, in lines. */
  readonly fullPages: number;
  readonly shortPages: number;
  readonly shortest: number;
  /** Sections that end on a page of one or two lines. */
  readonly loneLines: number;
  /** References to pages, and the widest space before their numbers. */
  readonly references: number;
  readonly widestReference: number;
  /** The worst places, for who looks for them. */
  readonly notes: readonly string[];
}

const NEAR = 0.6;
/** A line of code or a table's may stand a little higher than one of text. */
const ONE_LINE = 1.25;

/** Measures a finished PDF, whoever made it. */
export async function measureSetting(data: Uint8Array): Promise<Setting> {
  const pages = await readLines(data);
  const all = pages.flat();
  const body = commonest(all.flatMap(glyphsOf), looksOf);
  const isBody = (line: Line): boolean => looksOf(line) === looksOf(body);
  const text = all.filter(isBody);
  const leading = leadingOf(text);
  const justified = justifiedLines(text, body.size);
  const notes: string[] = [];
  const spaces = justified.flatMap((line) => spacesOf(line).map((width) => ({ line, width })));
  for (const { line, width } of spaces.filter((space) => space.width > 0.45))
    notes.push(`page ${line.page}: a space of ${width.toFixed(2)} em in "${line.text}"`);
  const hyphenated = text.filter(endsInHyphen);
  const ladders = laddersOf(text, justified, leading);
  for (const ladder of ladders.filter((own) => own.length > 2))
    notes.push(`page ${ladder[0]?.page}: ${ladder.length} hyphens from "${ladder[0]?.text}" on`);
  const phase = gridPhase(text, leading);
  const gridded = text.filter((line) => !isOfFormula(line));
  for (const line of gridded)
    if (!isNear(line.y - phase, leading)) notes.push(`page ${line.page}: off the grid: "${line.text}"`);
  const opens = pages.map((lines) => lines.some((line) => line.size > body.size * 1.7));
  const starts = opens.flatMap((is, index) => (is ? [index] : []));
  // What has no body text in its section, such as an index, is not measured by it.
  const running = pages.map((_, index) => {
    const from = starts.findLast((at) => at <= index);
    const to = starts.find((at) => at > index) ?? pages.length;
    return from !== undefined && pages.slice(from, to).some((lines) => lines.some(isBody));
  });
  const bottoms = pages.map((lines) =>
    Math.min(...lines.map((line) => line.y), ...(lines[0]?.inks ?? []).map((ink) => ink.y)),
  );
  const full = pages.flatMap((lines, index) =>
    running[index] && lines.length > 0 && goesOn(pages[index + 1] ?? [], leading) && !opens[index + 1]
      ? [index]
      : [],
  );
  const lowest = Math.min(...full.map((index) => bottoms[index] ?? 0));
  const shortfalls = full.map((index) => ((bottoms[index] ?? 0) - lowest) / leading);
  for (const [at, lines] of shortfalls.entries())
    if (lines > ONE_LINE)
      notes.push(`page ${(full[at] ?? 0) + 1} ends ${lines.toFixed(1)} lines above the lowest`);
  const atFoot = full.filter((index) => {
    const last = pages[index]?.findLast(isBody);
    return last !== undefined && endsInHyphen(last);
  });
  for (const index of atFoot) notes.push(`page ${index + 1} ends in a hyphen`);
  const lone = pages.flatMap((lines, index) =>
    running[index] && !opens[index] && (opens[index + 1] ?? true) && lines.length > 0 && rowsOf(lines) <= 2
      ? [index + 1]
      : [],
  );
  for (const page of lone) notes.push(`page ${page} holds the last lines of its section alone`);
  const references = all.flatMap(referencesOf);
  for (const { line, isSmaller } of references)
    if (isSmaller) notes.push(`page ${line.page}: a page number is set smaller in "${line.text}"`);
  for (const { line, width } of references)
    if (width > 0.35)
      notes.push(`page ${line.page}: ${width.toFixed(2)} em before a page number in "${line.text}"`);
  const share = (part: number, of: number): number => (of === 0 ? 0 : part / of);
  const widths = spaces.map(({ width }) => width);
  return {
    pages: pages.length,
    lines: text.length,
    justified: justified.length,
    spaces: spaces.length,
    over40: share(widths.filter((width) => width > 0.4005).length, widths.length),
    over45: share(widths.filter((width) => width > 0.4505).length, widths.length),
    worstSpace: Math.max(0, ...widths),
    tightestSpace: Math.min(1, ...widths),
    hyphens: share(hyphenated.length, text.length),
    ladder: Math.max(0, ...ladders.map((ladder) => ladder.length)),
    hyphensAtFoot: atFoot.length,
    onGrid: share(gridded.filter((line) => isNear(line.y - phase, leading)).length, gridded.length),
    fullPages: full.length,
    shortPages: shortfalls.filter((lines) => lines > ONE_LINE).length,
    shortest: Math.max(0, ...shortfalls),
    loneLines: lone.length,
    references: references.length,
    widestReference: Math.max(0, ...references.map(({ width }) => width)),
    notes,
  };
}

/** Whether a line is the number of the formula that is drawn before it, on whose baseline it stands. */
function isOfFormula({ text, glyphs, inks, y, size }: Line): boolean {
  const from = glyphs[0]?.x ?? 0;
  return (
    /^[([].*[)\]]$/.test(text.trim()) &&
    inks.some((ink) => ink.right < from && ink.y < y + size && ink.top > y)
  );
}

/** Whether text goes on to a page. One that begins with a tall picture tells nothing of the page before it. */
function goesOn(next: readonly Line[], leading: number): boolean {
  const [first] = next;
  if (!first) return false;
  return !first.inks.some((ink) => ink.top - ink.y > leading * 4 && ink.top > first.y - leading * 4);
}

function glyphsOf(line: Line): readonly Glyph[] {
  return line.glyphs;
}

function looksOf({ font, size }: Pick<Glyph, 'font' | 'size'>): string {
  return `${font} ${size.toFixed(1)}`;
}

function edge(line: Line): number {
  return line.glyphs.at(-1)?.right ?? 0;
}

/** The lines that reach the edge that most long lines of their side of the spread reach, punctuation hung out or not. */
function justifiedLines(text: readonly Line[], size: number): readonly Line[] {
  const edges = new Map<string, number[]>();
  const rounded = (line: Line): string => `${line.page % 2} ${Math.round(edge(line) * 2)}`;
  for (const line of text) {
    if (hangs(line)) continue;
    const key = rounded(line);
    edges.set(key, [...(edges.get(key) ?? []), edge(line)]);
  }
  const common = [...edges].filter(([, own]) => own.length > 3 && own.length > text.length * 0.02);
  return text.filter((line) => {
    const out = hangs(line) ? size * 0.4 : NEAR;
    return (
      common.some(
        ([key, [at = 0]]) =>
          key.startsWith(`${line.page % 2} `) && edge(line) > at - NEAR && edge(line) < at + out,
      ) && line.glyphs.some(isSpace)
    );
  });
}

/** Whether a line ends in what may hang out. */
function hangs(line: Line): boolean {
  return /[-\u2010\u00ad.,:;'"’”)\u2013\u2014»!?]$/.test(line.text);
}

/**
 * The widths of the spaces between a line's words, of the size of what stands beside them. Spaces of a width
 * of their own, those of code, and those around a drawing are none.
 */
function spacesOf({ glyphs, inks, y, size }: Line): number[] {
  const widths: number[] = [];
  let before: Glyph | undefined;
  let spaces = '';
  for (const glyph of glyphs) {
    if (isSpace(glyph)) {
      spaces += glyph.text;
      continue;
    }
    if (before && /^[ \u00a0]+$/.test(spaces) && !/mono|code/i.test(before.font + glyph.font)) {
      const from = before.right;
      const drawn = inks.some(
        (ink) => ink.right > from && ink.x < glyph.x && ink.y < y + size && ink.top > y - size,
      );
      if (!drawn) widths.push((glyph.x - from) / spaces.length / Math.max(before.size, glyph.size));
    }
    before = glyph;
    spaces = '';
  }
  return widths;
}

function endsInHyphen(line: Line): boolean {
  return /[-\u2010\u00ad]$/.test(line.text);
}

function laddersOf(
  text: readonly Line[],
  justified: readonly Line[],
  leading: number,
): readonly (readonly Line[])[] {
  const known = new Set(justified);
  const ladders: Line[][] = [];
  let last: Line | undefined;
  for (const line of text) {
    const follows = last && last.page === line.page && last.y - line.y < leading * 1.2;
    if (!endsInHyphen(line) || !known.has(line)) last = undefined;
    else {
      if (follows) ladders.at(-1)?.push(line);
      else ladders.push([line]);
      last = line;
    }
  }
  return ladders;
}

/** The distance between most baselines. */
function leadingOf(text: readonly Line[]): number {
  const steps = text.flatMap((line, index) => {
    const next = text[index + 1];
    const step = next?.page === line.page ? line.y - next.y : 0;
    return step > line.size * 0.9 && step < line.size * 2.5 ? [step] : [];
  });
  return steps.length === 0 ? 1 : commonest(steps, (step) => step.toFixed(1));
}

/** Where the grid of most lines begins. */
function gridPhase(text: readonly Line[], leading: number): number {
  return (
    commonest(
      text.map((line) => line.y),
      (y) => `${Math.round((y % leading) * 2)}`,
    ) % leading
  );
}

function isNear(distance: number, leading: number): boolean {
  const rest = Math.abs(distance % leading);
  return Math.min(rest, leading - rest) < NEAR;
}

/** How many different baselines there are. */
function rowsOf(lines: readonly Line[]): number {
  return new Set(lines.map((line) => Math.round(line.y))).size;
}

/** A reference to a page, the space before its number, and whether that is smaller than the words before it. */
interface Reference {
  readonly line: Line;
  readonly width: number;
  readonly isSmaller: boolean;
}

/** The references to pages in a line: "(618, p. 7)", "(p. 7)", and within brackets ", 618, p. 7". */
function referencesOf(line: Line): Reference[] {
  const found: Reference[] = [];
  for (const [at, glyph] of line.glyphs.entries()) {
    const before = line.glyphs.slice(0, at);
    if (
      !/\d/.test(glyph.text) ||
      !/[(\s]p\.\s+$/.test(
        before
          .slice(-8)
          .map(({ text }) => text)
          .join(''),
      )
    )
      continue;
    const stop = before.findLast((own) => !isSpace(own));
    if (!stop) continue;
    const isSmaller = glyph.size < stop.size - 0.01;
    found.push({ line, width: (glyph.x - stop.right) / glyph.size, isSmaller });
  }
  return found;
}
