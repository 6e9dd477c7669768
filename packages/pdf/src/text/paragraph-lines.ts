import type { Item } from '../display/display-list.ts';
import { breakLines, type Filling } from './break-lines.ts';
import { changeBar, type EditMark, spokenMark, takeMarks } from './edit-words.ts';
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

/** A cut is a line's stretch of a paragraph. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly hyphen: boolean;
}

/** This is known of a line besides its atoms. */
interface LineFacts extends Pick<SetLine, 'leading' | 'hyphen' | 'source'> {
  /** Says that the line's author ended it. */
  readonly ended: boolean;
  readonly marks: readonly EditMark[];
}

/**
 * Sets a paragraph: breaks it into lines, fills and aligns them. `ended` says that the author ended the last line.
 * `sourceAt` returns the place in the source of an offset in the paragraph; it is asked from left to right. `marks` are
 * where its edits begin and end.
 */
export function paragraphLines(
  tools: TextTools,
  paragraph: Paragraph,
  settings: TextSettings,
  ended: boolean,
  sourceAt: (offset: number) => number | undefined,
  marks: EditMark[] = [],
): SetLine[] {
  const indent = settings.indent ?? 0;
  const { cuts, filling } = cut(paragraph, settings.width - indent, settings);
  return cuts.map((own, index) => {
    const isLast = index === cuts.length - 1;
    const line = placed(atomsOf(paragraph, own), settings, filling, index === 0 ? indent : 0, isLast);
    const { leading } = settings;
    return drawn(tools, line, {
      leading,
      hyphen: own.hyphen,
      ended: ended && isLast,
      source: sourceAt(own.start),
      marks: takeMarks(marks, own.end, isLast),
    });
  });
}

/** Cuts a paragraph into lines. A paragraph that cannot be justified without holes is ragged. */
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

/** Returns the atoms of a line. Where a word is parted, its part is a word of its own. */
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

/** Returns the index of the first atom that ends after an offset. */
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

function drawn(tools: TextTools, line: PlacedLine, facts: LineFacts): SetLine {
  const { leading, hyphen, ended, source } = facts;
  const { atoms, order, xs, rooms, left, right } = line;
  const last = atoms.length - 1;
  const sources: TextRun[] = [];
  const notes: string[] = [];
  for (const { run } of atoms) {
    const { source } = run;
    if (source === sources.at(-1)) continue;
    sources.push(source);
    if (source.note !== undefined) notes.push(source.note);
  }
  const { height, above, half, baseline } = lineFrame(sources, leading, (size) =>
    tallLine(atoms, size, leading),
  );
  const items = shownAtoms(tools, line, baseline, facts);
  const behind: Item[] = [];
  const ink = atoms.findLastIndex((atom) => !isGap(atom));
  const links = sources.some(({ link }) => link) ? linkAreas() : undefined;
  for (let from = 0; from <= last; ) {
    const first = order?.[from] ?? from;
    const { run } = atoms[first] as Atom;
    let start = xs[first] as number;
    let end = start;
    for (; from <= last; from++) {
      const index = order?.[from] ?? from;
      if (atoms[index]?.run !== run) break;
      // What marks an edit ends with the ink of the line.
      const isBehind = run.source.edit !== undefined && index > ink;
      if (isBehind && end > start) continue;
      end += rooms[index] as number;
      if (isBehind) start = end;
    }
    pushDecoration(items, behind, run.source, start, end, baseline);
    links?.add(run.source, start, end);
  }
  // The line ends with a space, because a reader of the tags puts nothing between two lines.
  const final = ended ? atoms[last] : undefined;
  if (final?.face.has(0x20)) {
    const { source } = final.run;
    const pen = showPen(tools.glyphs, final.face, source, baseline - source.style.rise);
    pen.word(final.face.words([])(' '), right);
    items.push(...pen.runs());
  }
  if (sources.some(({ edit }) => edit)) behind.unshift(changeBar(height));
  return {
    height,
    leading,
    above,
    half,
    hyphen: hyphen || ENDS_IN_DASH.test(atoms[ink]?.word?.text ?? ''),
    baseline,
    left,
    width: right - left,
    items: behind.length > 0 ? [...behind, ...items] : items,
    links: links?.areas(baseline) ?? [],
    notes,
    source,
  };
}

/** Returns what shows a line's atoms, and says where edits begin and end, in the order in which it is read. */
function shownAtoms(
  tools: TextTools,
  { atoms, xs, rooms, scale, left }: PlacedLine,
  baseline: number,
  { hyphen, marks }: Pick<LineFacts, 'hyphen' | 'marks'>,
): Item[] {
  const items: Item[] = [];
  const last = atoms.length - 1;
  let said = 0;
  let x = left;
  const say = (to: number): void => {
    for (let mark = marks[said]; mark && mark.offset <= to; mark = marks[++said])
      items.push(...spokenMark(tools, mark, x, baseline));
  };
  for (let from = 0; from <= last; ) {
    const { run, face, level, start } = atoms[from] as Atom;
    let end = from + 1;
    while (end <= last && isShownWith(atoms[from] as Atom, atoms[end] as Atom)) end += 1;
    const { source } = run;
    const isReversed = level % 2 === 1;
    x = (xs[from] ?? 0) + (isReversed ? (rooms[from] ?? 0) : 0);
    say(start);
    const pen = showPen(tools.glyphs, face, source, baseline - source.style.rise, isReversed, scale);
    for (let at = from; at < end; at++) {
      const index = isReversed ? end - 1 - (at - from) : at;
      const { word } = atoms[index] as Atom;
      const own = xs[index] ?? 0;
      if (word) pen.word(word, own, hyphen && index === last ? SOFT_HYPHEN : undefined);
      else if (source.slot) items.push(slotItem(source, face.key, own, rooms[index] ?? 0, baseline));
      else items.push(...insetItem(source, own, baseline));
    }
    for (const shown of pen.runs()) items.push(shown);
    x = (xs[end - 1] ?? 0) + (isReversed ? 0 : (rooms[end - 1] ?? 0));
    from = end;
  }
  say(Number.POSITIVE_INFINITY);
  return items;
}

function isShownWith(a: Atom, b: Atom): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level;
}
