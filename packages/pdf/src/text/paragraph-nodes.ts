import { type BreakNodes, LETTER_GIVE, type NodeKind } from './break-nodes.ts';
import { type Break, type Custom, LONG, wordBreaks } from './break-opportunities.ts';
import { HYPHEN_HANG, hangOf } from './hanging.ts';
import { knownCuts } from './known-cuts.ts';
import type { Atom, Paragraph } from './paragraph.ts';
import { isTied } from './ties.ts';

const NEVER = (): boolean => false;

/** Returns the nodes of a paragraph to break. `room` is the measure, which the longest pieces have to fit. */
export function paragraphNodes({ text, atoms }: Paragraph, room: number): BreakNodes {
  const nodes: BreakNodes = { kinds: [], widths: [], stretches: [], shrinks: [], ends: [], hangs: [] };
  const last = text.trimEnd().lastIndexOf(' ');
  for (let at = 0; at < atoms.length; ) {
    const first = atoms[at] as Atom;
    if (first.space) {
      const before = atoms[at - 1];
      const kind = first.tie || (before && isTied(text, before, atoms[at + 1])) ? 'tie' : 'glue';
      const hang = kind === 'glue' && before ? hangOf(before) : 0;
      push(nodes, kind, first.width, first.give.stretch, first.give.shrink, first.end, hang);
      at += 1;
      continue;
    }
    let next = at + 1;
    while (next < atoms.length && !(atoms[next] as Atom).space) next += 1;
    // The end of a paragraph's last word must not be a line by itself.
    const whole = first.start > last && last > 0;
    const breaks = next === at + 1 ? breaksOfWord(first, whole, room) : undefined;
    if (breaks === NO_BREAKS) pushBox(nodes, first.width, first, first.end);
    else {
      const token = next === at + 1 ? [first] : atoms.slice(at, next);
      pushToken(nodes, text, token, breaks ?? breaksOfToken(text, token, whole, room));
    }
    at = next;
  }
  push(nodes, 'end', 0, 0, 0, text.length, 0);
  return nodes;
}

function push(
  nodes: BreakNodes,
  kind: NodeKind,
  width: number,
  stretch: number,
  shrink: number,
  end: number,
  hang: number,
): void {
  nodes.kinds.push(kind);
  nodes.widths.push(width);
  nodes.stretches.push(stretch);
  nodes.shrinks.push(shrink);
  nodes.ends.push(end);
  nodes.hangs.push(hang);
}

function pushBox(nodes: BreakNodes, width: number, { word }: Atom, end: number): void {
  const give = word ? width * LETTER_GIVE : 0;
  push(nodes, 'box', width, give, give, end, 0);
}

/** Adds what stands between two spaces, cut where it may be cut. */
function pushToken(nodes: BreakNodes, text: string, atoms: readonly Atom[], breaks: readonly Break[]): void {
  const first = atoms[0] as Atom;
  const { start } = first;
  let from = 0;
  let hyphen: ReturnType<typeof hyphenOf> | undefined;
  const widthBetween = widths(atoms);
  for (const { at, soft } of breaks) {
    pushBox(nodes, widthBetween(start + from, start + at), first, start + at);
    const isDash = soft && DASH.test(text[start + at - 1] ?? '');
    if (soft && !isDash) push(nodes, 'glue', 0, 0, 0, start + at, 0);
    else {
      hyphen ??= hyphenOf(first);
      push(nodes, isDash ? 'dash' : 'hyphen', isDash ? 0 : hyphen.width, 0, 0, start + at, hyphen.hang);
    }
    from = at;
  }
  const { end } = atoms.at(-1) as Atom;
  pushBox(nodes, widthBetween(start + from, end), first, end);
}

const DASH = /[-\u2010]/;

/** Returns how wide a hyphen behind an atom is, and how far it hangs out. */
function hyphenOf({ run, face, level }: Atom): { readonly width: number; readonly hang: number } {
  const word = face.words(run.source.style.features)('-');
  const width = word.width * run.source.style.size;
  return { width, hang: level > 0 ? 0 : width * HYPHEN_HANG };
}

/** Returns where a token of one word may be cut, which is remembered; undefined for one that may be too wide. */
function breaksOfWord({ word, run }: Atom, whole: boolean, room: number): readonly Break[] | undefined {
  if (!word) return NO_BREAKS;
  const { length } = word.text;
  if (length > LONG && length * run.source.style.size * WIDEST > room) return undefined;
  const hyphenate = whole || run.code ? undefined : run.hyphenate;
  const cuts = whole && !run.code ? knownCuts(undefined) : run.cuts;
  const ready = cuts.get(word);
  if (ready) return ready;
  const breaks = wordBreaks(word.text, 0, [{ end: length, code: run.code, hyphenate }], NEVER);
  const found = breaks.length === 0 ? NO_BREAKS : breaks;
  cuts.set(word, found);
  return found;
}

const NO_BREAKS: readonly Break[] = [];

function breaksOfToken(text: string, atoms: readonly Atom[], whole: boolean, room: number): readonly Break[] {
  const { start, run } = atoms[0] as Atom;
  const { end } = atoms.at(-1) as Atom;
  const { size } = run.source.style;
  let width = 0;
  for (const atom of atoms) width += atom.width;
  const fits = width <= room;
  const stretches = atoms.map(
    (atom): Custom => ({
      end: atom.end,
      code: atom.run.code,
      hyphenate: whole && fits ? undefined : atom.run.hyphenate,
    }),
  );
  const isTooWide = (from: number, to: number): boolean => !fits && (to - from) * size * WIDEST > room;
  return wordBreaks(text.slice(start, end), start, stretches, isTooWide);
}

/** No letter is wider than this, of its size, on the average. */
const WIDEST = 0.75;

/** Measures a token: points from one offset to another. It is asked from left to right, so that each atom is passed once. */
function widths(atoms: readonly Atom[]): (start: number, end: number) => number {
  let first = 0;
  return (start, end) => {
    while (first < atoms.length && (atoms[first] as Atom).end <= start) first += 1;
    let width = 0;
    for (let index = first; index < atoms.length; index++) {
      const atom = atoms[index] as Atom;
      if (atom.start >= end) break;
      if (atom.start >= start && atom.end <= end) width += atom.width;
      else if (atom.word) {
        const { edges } = atom.word;
        const from = edges[Math.max(0, start - atom.start)] ?? 0;
        const to = edges[Math.min(edges.length - 1, end - atom.start)] ?? 0;
        width += (to - from) * atom.run.source.style.size;
      }
    }
    return width;
  };
}
