import type { Item } from '../display/display-list.ts';
import { breakLines, type Filling } from './break-lines.ts';
import { insetItem, slotItem } from './line-boxes.ts';
import { pushDecoration } from './line-decoration.ts';
import { lineFrame, linkAreas } from './line-frame.ts';
import { type Atom, type Paragraph, wordAtom } from './paragraph.ts';
import { paragraphNodes } from './paragraph-nodes.ts';
import { isGap, type PlacedLine, placed } from './place-line.ts';
import type { SetLine, TextSettings, TextTools } from './set-line.ts';
import { showPen } from './show-pen.ts';
import { tallLine } from './tall-lines.ts';
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
  const { cuts, filling } = cut(paragraph, settings.width - indent, settings);
  return cuts.map((own, index) => {
    const isLast = index === cuts.length - 1;
    const line = placed(atomsOf(paragraph, own), settings, filling, index === 0 ? indent : 0, isLast);
    return { ...drawn(tools, line, settings.leading, own.hyphen, ended && isLast), offset: own.start };
  });
}

/** A paragraph's lines; one that cannot be justified without holes is ragged. */
function cut(
  paragraph: Paragraph,
  first: number,
  { width, align, balanced }: TextSettings,
): { readonly cuts: readonly Cut[]; readonly filling: Filling } {
  const { text, atoms } = paragraph;
  const unfilled = balanced ? 'balanced' : 'ragged';
  const wanted = align === 'justify' ? 'justified' : unfilled;
  let natural = 0;
  for (const atom of atoms) natural += atom.width;
  if (natural <= first) return { cuts: [{ start: 0, end: text.length, hyphen: false }], filling: wanted };
  const nodes = paragraphNodes(paragraph, width);
  const justified = align === 'justify' ? breakLines(nodes, first, width, 'justified') : undefined;
  const cuts: Cut[] = [];
  let start = 0;
  for (const at of justified ?? breakLines(nodes, first, width, unfilled) ?? []) {
    const end = nodes.ends[at] ?? start;
    cuts.push({ start, end, hyphen: nodes.kinds[at] === 'hyphen' });
    start = end;
  }
  if (text.slice(start).trim() !== '' || cuts.length === 0)
    cuts.push({ start, end: text.length, hyphen: false });
  return { cuts, filling: justified ? wanted : unfilled };
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

const ENDS_IN_DASH = /[-\u2010]$/;
const SOFT_HYPHEN = '\u00ad';

function drawn(
  tools: TextTools,
  line: PlacedLine,
  leading: number,
  hyphen: boolean,
  ended: boolean,
): Omit<ParagraphLine, 'offset'> {
  const { atoms, order, xs, rooms, left, right, scale } = line;
  const last = atoms.length - 1;
  const sources: TextRun[] = [];
  for (const { run } of atoms) if (sources.at(-1) !== run.source) sources.push(run.source);
  const frame = lineFrame(sources, leading, (size) => tallLine(atoms, size, leading));
  const { baseline } = frame;
  const items: Item[] = [];
  const behind: Item[] = [];
  const links = linkAreas();
  for (let from = 0; from <= last; ) {
    const { run, face, level } = atoms[from] as Atom;
    let end = from + 1;
    while (end <= last && isShownWith(atoms[from] as Atom, atoms[end] as Atom)) end += 1;
    const { source } = run;
    const isReversed = level % 2 === 1;
    const pen = showPen(tools.glyphs, face, source, baseline - source.style.rise, isReversed, scale);
    for (let at = from; at < end; at++) {
      const index = isReversed ? end - 1 - (at - from) : at;
      const { word } = atoms[index] as Atom;
      const x = xs[index] ?? 0;
      if (word) pen.word(word, x, hyphen && index === last ? SOFT_HYPHEN : undefined);
      else if (source.slot) items.push(slotItem(source, face.key, x, rooms[index] ?? 0, baseline));
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
    ...frame,
    leading,
    hyphen: hyphen || ENDS_IN_DASH.test(atoms.findLast((atom) => !isGap(atom))?.word?.text ?? ''),
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
