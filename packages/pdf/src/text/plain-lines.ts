import type { Item, Slot } from '../display/display-list.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';
import { breakLines } from './break-lines.ts';
import { LEAST_SPACE } from './justify.ts';
import { insetItem, slotItem } from './line-boxes.ts';
import { pushDecoration } from './line-decoration.ts';
import { lineFrame, linkAreas } from './line-frame.ts';
import { plainNodes } from './plain-nodes.ts';
import type { Atom, PlainRun, PlainText } from './plain-text.ts';
import type { SetLine, TextSettings, TextTools } from './set-line.ts';
import { showPen } from './show-pen.ts';

/** A line's stretch of a paragraph. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly hyphen: boolean;
}

/** A line of a plain paragraph, with the offset of its first character in the paragraph. */
export interface PlainLine extends Omit<SetLine, 'source'> {
  readonly offset: number;
}

/** Sets a plain paragraph: breaks it, fills and aligns its lines. */
export function plainLines(tools: TextTools, paragraph: PlainText, settings: TextSettings): PlainLine[] {
  const indent = settings.indent ?? 0;
  const cuts = cut(paragraph, settings.width - indent, settings.width);
  return cuts.map((own, index) => {
    const isLast = index === cuts.length - 1;
    const justified = settings.align === 'justify' && !isLast;
    return line(tools, atomsOf(paragraph, own), own, settings, index === 0 ? indent : 0, justified);
  });
}

function cut(paragraph: PlainText, first: number, width: number): Cut[] {
  const { text, atoms } = paragraph;
  let natural = 0;
  for (const atom of atoms) natural += atom.width;
  if (natural <= first) return [{ start: 0, end: text.length, hyphen: false }];
  const nodes = plainNodes(paragraph, width);
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
function atomsOf({ text, atoms }: PlainText, { start, end, hyphen }: Cut): Atom[] {
  const own: Atom[] = [];
  for (let at = firstAfter(atoms, start); at < atoms.length; at++) {
    const atom = atoms[at] as Atom;
    if (atom.start >= end) break;
    const from = Math.max(atom.start, start);
    const to = Math.min(atom.end, end);
    own.push(from === atom.start && to === atom.end ? atom : wordAtom(atom.run, text.slice(from, to), from));
  }
  const last = own.at(-1);
  if (hyphen && last) own.push(wordAtom(last.run, '-', end));
  return own;
}

function wordAtom(run: PlainRun, text: string, start: number): Atom {
  const word = run.words(text);
  const width = word.width * run.source.style.size;
  return { run, start, end: start + text.length, width, space: text === ' ', word };
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

function line(
  tools: TextTools,
  atoms: readonly Atom[],
  { start, hyphen }: Cut,
  settings: TextSettings,
  indent: number,
  justified: boolean,
): PlainLine {
  let first = 0;
  let last = atoms.length - 1;
  while (first < last && atoms[first]?.space) first += 1;
  while (last > first && atoms[last]?.space) last -= 1;
  let before = 0;
  let inner = 0;
  let spaces = 0;
  for (const [index, atom] of atoms.entries()) {
    if (index < first) before += atom.width;
    else if (index <= last) {
      inner += atom.width;
      if (atom.space) spaces += 1;
    }
  }
  const room = settings.width - indent;
  const share = justified || inner > room ? (room - inner) / Math.max(1, spaces) : 0;
  const slack = justified ? 0 : Math.max(0, room - inner);
  const left = indent - before + slack * (FACTORS[settings.align] ?? 0);
  const gap = (atom: Atom, index: number): number =>
    atom.space && index > first && index < last
      ? Math.max(atom.width * LEAST_SPACE, atom.width + share)
      : atom.width;
  return { ...drawn(tools, atoms, gap, left, settings.leading, hyphen, justified), offset: start };
}

const FACTORS: Readonly<Record<string, number>> = { center: 0.5, right: 1 };

function drawn(
  tools: TextTools,
  atoms: readonly Atom[],
  widthOf: (atom: Atom, index: number) => number,
  left: number,
  leading: number,
  hyphen: boolean,
  justified: boolean,
): Omit<PlainLine, 'offset'> {
  const runs: PlainRun[] = [];
  for (const atom of atoms) if (runs.at(-1) !== atom.run) runs.push(atom.run);
  const sources = runs.map((run) => run.source);
  const { height, baseline } = lineFrame(sources, leading);
  const items: Item[] = [];
  const behind: Item[] = [];
  const links = linkAreas();
  let x = left;
  let at = 0;
  for (const { source, face } of runs) {
    const begin = x;
    const pen = showPen(tools.glyphs, face.key, source, baseline - source.style.rise);
    for (; at < atoms.length && atoms[at]?.run.source === source; at++) {
      const atom = atoms[at] as Atom;
      const isHyphen = hyphen && at === atoms.length - 1;
      if (atom.word) pen.word(atom.word as ShapedWord, x, isHyphen ? SOFT_HYPHEN : undefined);
      else if (source.slot)
        items.push(slotItem(source, face.key, x, atom.width, baseline, slackOf(atoms, at, justified)));
      else items.push(...insetItem(source, x, baseline));
      x += widthOf(atom, at);
    }
    items.push(...pen.runs());
    pushDecoration(items, behind, source, begin, x, baseline);
    links.add(source, begin, x);
  }
  return {
    height,
    baseline,
    left,
    width: x - left,
    items: behind.length > 0 ? [...behind, ...items] : items,
    links: links.areas(baseline),
    notes: sources.flatMap((source) => source.note ?? []),
  };
}

/**
 * Where a short page number's slack goes: never between the number and a stop that follows, never to a
 * line's beginning, nor to the end of a line that is filled.
 */
function slackOf(atoms: readonly Atom[], at: number, justified: boolean): Slot['slack'] {
  const next = atoms[at + 1];
  const isLast = next === undefined || (next.space && at + 2 === atoms.length);
  if (at === 0) return isLast && !justified ? 'behind' : 'inside';
  if (isLast) return justified ? 'before' : 'behind';
  return next.space ? 'around' : 'before';
}

const SOFT_HYPHEN = '\u00ad';
