import type { ShapedWord } from '../fonts/shaped-word.ts';
import { type BreakNodes, INFINITE } from './break-nodes.ts';
import { type Break, type Custom, LONG, wordBreaks } from './break-opportunities.ts';
import type { Hyphenator } from './hyphenation.ts';
import type { Atom, Paragraph } from './paragraph.ts';

const NEVER = (): boolean => false;

/** The nodes of a paragraph to break; `room`: the measure, which the longest pieces must fit. */
export function paragraphNodes({ text, atoms }: Paragraph, room: number): BreakNodes {
  const nodes: BreakNodes = { kinds: [], widths: [], stretches: [], ends: [] };
  const last = text.trimEnd().lastIndexOf(' ');
  for (let at = 0; at < atoms.length; ) {
    const first = atoms[at] as Atom;
    if (first.space) {
      push(nodes, 'glue', first.width, first.stretch ?? first.width / 2, first.end);
      at += 1;
      continue;
    }
    let next = at + 1;
    while (next < atoms.length && !(atoms[next] as Atom).space) next += 1;
    // The end of a paragraph's last word is no last line.
    const whole = first.start > last && last > 0;
    const breaks = next === at + 1 ? breaksOfWord(first, whole, room) : undefined;
    if (breaks?.length === 0) push(nodes, 'box', first.width, 0, first.end);
    else {
      const token = next === at + 1 ? [first] : atoms.slice(at, next);
      pushToken(nodes, token, breaks ?? breaksOfToken(text, token, whole, room));
    }
    at = next;
  }
  push(nodes, 'glue', 0, INFINITE, text.length);
  push(nodes, 'end', 0, 0, text.length);
  return nodes;
}

function push(
  nodes: BreakNodes,
  kind: BreakNodes['kinds'][number],
  width: number,
  stretch: number,
  end: number,
): void {
  nodes.kinds.push(kind);
  nodes.widths.push(width);
  nodes.stretches.push(stretch);
  nodes.ends.push(end);
}

/** What stands between two spaces, cut where it may be. */
function pushToken(nodes: BreakNodes, atoms: readonly Atom[], breaks: readonly Break[]): void {
  const { start } = atoms[0] as Atom;
  let from = 0;
  const widthBetween = widths(atoms);
  for (const { at, soft } of breaks) {
    push(nodes, 'box', widthBetween(start + from, start + at), 0, start + at);
    push(nodes, soft ? 'glue' : 'hyphen', 0, 0, start + at);
    from = at;
  }
  const { end } = atoms.at(-1) as Atom;
  push(nodes, 'box', widthBetween(start + from, end), 0, end);
}

/** Where a word may be cut, by the customs it is cut by. */
interface WordCuts {
  readonly code: boolean;
  readonly hyphenate: Hyphenator | undefined;
  readonly breaks: readonly Break[];
}

const known = new WeakMap<ShapedWord, readonly WordCuts[]>();

/** Where a token of one word may be cut, remembered with the word; undefined for one that may be too wide. */
function breaksOfWord({ word, run }: Atom, whole: boolean, room: number): readonly Break[] | undefined {
  if (!word) return [];
  const { length } = word.text;
  if (length > LONG && length * run.source.style.size * WIDEST > room) return undefined;
  const hyphenate = whole ? undefined : run.hyphenate;
  const cuts = known.get(word) ?? [];
  for (const cut of cuts) if (cut.code === run.code && cut.hyphenate === hyphenate) return cut.breaks;
  const breaks = wordBreaks(word.text, 0, [{ end: length, code: run.code, hyphenate }], NEVER);
  known.set(word, [...cuts, { code: run.code, hyphenate, breaks }]);
  return breaks;
}

function breaksOfToken(text: string, atoms: readonly Atom[], whole: boolean, room: number): readonly Break[] {
  const { start, run } = atoms[0] as Atom;
  const { end } = atoms.at(-1) as Atom;
  const { size } = run.source.style;
  const stretches = atoms.map(
    (atom): Custom => ({
      end: atom.end,
      code: atom.run.code,
      hyphenate: whole ? undefined : atom.run.hyphenate,
    }),
  );
  const isTooWide = (from: number, to: number): boolean => (to - from) * size * WIDEST > room;
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
