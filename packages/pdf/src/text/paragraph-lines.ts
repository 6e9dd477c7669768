import { visualOrder } from '../bidi.ts';
import type { Item, Slot } from '../display/display-list.ts';
import { breakLines } from './break-lines.ts';
import { insetItem, slotItem } from './line-boxes.ts';
import { pushDecoration } from './line-decoration.ts';
import { lineFrame, linkAreas } from './line-frame.ts';
import { type Atom, type Paragraph, wordAtom } from './paragraph.ts';
import { paragraphNodes } from './paragraph-nodes.ts';
import type { SetLine, TextSettings, TextTools } from './set-line.ts';
import { showPen } from './show-pen.ts';
import type { TextRun } from './text-run.ts';

/** A line's stretch of a paragraph. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly hyphen: boolean;
}

/** A line of a paragraph, with the offset of its first character in the paragraph. */
export interface ParagraphLine extends Omit<SetLine, 'source'> {
  readonly offset: number;
}

/** Sets a paragraph: breaks it, fills and aligns its lines. `ended`: its author ended its last line. */
export function paragraphLines(
  tools: TextTools,
  paragraph: Paragraph,
  settings: TextSettings,
  ended: boolean,
): ParagraphLine[] {
  const indent = settings.indent ?? 0;
  const cuts = cut(paragraph, settings.width - indent, settings.width);
  return cuts.map((own, index) => {
    const isLast = index === cuts.length - 1;
    const line = placed(atomsOf(paragraph, own), settings, index === 0 ? indent : 0, isLast);
    return { ...drawn(tools, line, settings.leading, own.hyphen, ended && isLast), offset: own.start };
  });
}

function cut(paragraph: Paragraph, first: number, width: number): Cut[] {
  const { text, atoms } = paragraph;
  let natural = 0;
  for (const atom of atoms) natural += atom.width;
  if (natural <= first) return [{ start: 0, end: text.length, hyphen: false }];
  const nodes = paragraphNodes(paragraph, width);
  const cuts: Cut[] = [];
  let start = 0;
  for (const at of breakLines(nodes, first, width)) {
    if (at === nodes.kinds.length - 1) continue;
    const end = nodes.ends[at] ?? start;
    cuts.push({ start, end, hyphen: nodes.kinds[at] === 'hyphen' });
    start = end;
  }
  if (text.slice(start).trim() !== '' || cuts.length === 0)
    cuts.push({ start, end: text.length, hyphen: false });
  return cuts;
}

/** The atoms of a line; where a word is parted, its part is a word of its own. */
function atomsOf({ text, atoms }: Paragraph, { start, end, hyphen }: Cut): Atom[] {
  const own: Atom[] = [];
  for (let at = firstAfter(atoms, start); at < atoms.length; at++) {
    const atom = atoms[at] as Atom;
    if (atom.start >= end) break;
    const from = Math.max(atom.start, start);
    const to = Math.min(atom.end, end);
    const isWhole = from === atom.start && to === atom.end;
    own.push(isWhole ? atom : wordAtom(atom.run, atom.face, atom.level, text.slice(from, to), from));
  }
  const last = own.at(-1);
  if (hyphen && last) own.push(wordAtom(last.run, last.face, last.level, '-', end));
  return own;
}

/** The index of the first atom that ends after an offset. */
function firstAfter(atoms: readonly Atom[], offset: number): number {
  let low = 0;
  let high = atoms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atoms[middle] as Atom).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A line's atoms in the order they are read, and where each stands: `xs` and `rooms` are points. */
interface PlacedLine {
  readonly atoms: readonly Atom[];
  /** Their indexes from left to right. */
  readonly order: readonly number[];
  readonly xs: readonly number[];
  readonly rooms: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly justified: boolean;
}

const FACTORS: Readonly<Record<string, number>> = { left: 0, center: 0.5, right: 1 };
/** The least a space may become, of its own width. */
const LEAST_SPACE = 0.6;

/** Puts a line's atoms in their places: its spaces are filled or shrunk, those at its ends hang out. */
function placed(
  atoms: readonly Atom[],
  { width, align, direction }: TextSettings,
  indent: number,
  isLast: boolean,
): PlacedLine {
  let first = 0;
  let last = atoms.length - 1;
  while (first < last && atoms[first]?.space) first += 1;
  while (last > first && atoms[last]?.space) last -= 1;
  let inner = 0;
  let spaces = 0;
  for (let index = first; index <= last; index++) {
    const { width: own, space } = atoms[index] as Atom;
    inner += own;
    if (space) spaces += 1;
  }
  const room = width - indent;
  const justified = align === 'justify' && !isLast;
  const share = justified || inner > room ? (room - inner) / Math.max(1, spaces) : 0;
  const slack = justified ? 0 : Math.max(0, room - inner);
  const base = direction === 'rtl' ? 1 : 0;
  const factor = FACTORS[align ?? ''] ?? base;
  // White space at a line's end stands where the line ends (UAX #9, L1).
  const order = visualOrder(atoms.map(({ level }, index) => (index > last ? base : level)));
  let left = indent + slack * factor;
  for (const index of order) {
    if (index >= first && index <= last) break;
    left -= atoms[index]?.width ?? 0;
  }
  const rooms = atoms.map((atom, index) =>
    atom.space && index > first && index < last
      ? Math.max(atom.width * LEAST_SPACE, atom.width + share)
      : atom.width,
  );
  const xs = atoms.map(() => 0);
  let right = left;
  for (const index of order) {
    xs[index] = right;
    right += rooms[index] ?? 0;
  }
  return { atoms, order, xs, rooms, left, right, justified };
}

const SOFT_HYPHEN = '\u00ad';

function drawn(
  tools: TextTools,
  line: PlacedLine,
  leading: number,
  hyphen: boolean,
  ended: boolean,
): Omit<ParagraphLine, 'offset'> {
  const { atoms, order, xs, rooms, left, right } = line;
  const last = atoms.length - 1;
  const sources: TextRun[] = [];
  for (const { run } of atoms) if (sources.at(-1) !== run.source) sources.push(run.source);
  const { height, baseline } = lineFrame(sources, leading);
  const items: Item[] = [];
  const behind: Item[] = [];
  const links = linkAreas();
  for (let from = 0; from <= last; ) {
    const { run, face, level } = atoms[from] as Atom;
    let end = from + 1;
    while (end <= last && isShownWith(atoms[from] as Atom, atoms[end] as Atom)) end += 1;
    const { source } = run;
    const isReversed = level % 2 === 1;
    const pen = showPen(tools.glyphs, face, source, baseline - source.style.rise, isReversed);
    for (let at = from; at < end; at++) {
      const index = isReversed ? end - 1 - (at - from) : at;
      const { word } = atoms[index] as Atom;
      const x = xs[index] ?? 0;
      if (word) pen.word(word, x, hyphen && index === last ? SOFT_HYPHEN : undefined);
      else if (source.slot)
        items.push(slotItem(source, face.key, x, rooms[index] ?? 0, baseline, slackOf(line, index)));
      else items.push(...insetItem(source, x, baseline));
    }
    items.push(...pen.runs());
    from = end;
  }
  for (let from = 0; from <= last; ) {
    const [first = 0] = order.slice(from, from + 1);
    const { run } = atoms[first] as Atom;
    const start = xs[first] ?? 0;
    let end = start;
    for (; from <= last && atoms[order[from] ?? 0]?.run === run; from++) end += rooms[order[from] ?? 0] ?? 0;
    pushDecoration(items, behind, run.source, start, end, baseline);
    links.add(run.source, start, end);
  }
  // The measure's lines end with a space, and a reader of the tags puts nothing between two lines of its own.
  const final = ended ? atoms[last] : undefined;
  if (final?.face.has(0x20)) {
    const { source } = final.run;
    const pen = showPen(tools.glyphs, final.face, source, baseline - source.style.rise);
    pen.word(final.face.words([])(' '), right);
    items.push(...pen.runs());
  }
  return {
    height,
    baseline,
    left,
    width: right - left,
    items: behind.length > 0 ? [...behind, ...items] : items,
    links: links.areas(baseline),
    notes: sources.flatMap((source) => source.note ?? []),
  };
}

function isShownWith(a: Atom, b: Atom): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level;
}

/**
 * Where a short page number's slack goes: never between the number and a stop that follows, never to a
 * line's beginning, nor to the end of a line that is filled.
 */
function slackOf({ atoms, order, justified }: PlacedLine, at: number): Slot['slack'] {
  if (atoms.some(({ level }) => level > 0)) return at === order[0] ? 'behind' : 'before';
  const next = atoms[at + 1];
  const isLast = next === undefined || (next.space && at + 2 === atoms.length);
  if (at === 0) return isLast && !justified ? 'behind' : 'inside';
  if (isLast) return justified ? 'before' : 'behind';
  return next.space ? 'around' : 'before';
}
