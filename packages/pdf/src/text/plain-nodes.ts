import { type BreakNodes, INFINITE } from './break-lines.ts';
import { type Break, LONG, type Stretch, wordBreaks } from './break-opportunities.ts';
import type { Atom, PlainText } from './plain-text.ts';

const NO_SOFT_HYPHENS: ReadonlySet<number> = new Set();
const NEVER = (): boolean => false;

/** The nodes of a paragraph to break; `room`: the measure, which the longest pieces must fit. */
export function plainNodes({ text, atoms }: PlainText, room: number): BreakNodes {
  const nodes: BreakNodes = { kinds: [], widths: [], stretches: [], ends: [] };
  const last = text.trimEnd().lastIndexOf(' ');
  for (let at = 0; at < atoms.length; ) {
    const first = atoms[at] as Atom;
    if (first.space) {
      push(nodes, 'glue', first.width, first.width / 2, first.end);
      at += 1;
      continue;
    }
    let next = at + 1;
    while (next < atoms.length && !(atoms[next] as Atom).space) next += 1;
    // The end of a paragraph's last word is no last line.
    const whole = first.start > last && last > 0;
    pushToken(nodes, text, atoms.slice(at, next), whole, room);
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
function pushToken(
  nodes: BreakNodes,
  text: string,
  atoms: readonly Atom[],
  whole: boolean,
  room: number,
): void {
  const first = atoms[0] as Atom;
  let from = 0;
  for (const { at, soft } of breaksOf(text, atoms, whole, room)) {
    push(nodes, 'box', widthBetween(atoms, first.start + from, first.start + at), 0, first.start + at);
    if (soft) push(nodes, 'glue', 0, 0, first.start + at);
    else push(nodes, 'hyphen', 0, 0, first.start + at);
    from = at;
  }
  const end = (atoms.at(-1) as Atom).end;
  push(nodes, 'box', widthBetween(atoms, first.start + from, end), 0, end);
}

function breaksOf(text: string, atoms: readonly Atom[], whole: boolean, room: number): readonly Break[] {
  const [first] = atoms as readonly [Atom];
  const { word, run } = first;
  const size = run.source.style.size;
  const length = (atoms.at(-1) as Atom).end - first.start;
  const mayBeWide = length > LONG && length * size * WIDEST > room;
  if (atoms.length === 1 && word && !mayBeWide) {
    const hyphenate = whole ? undefined : run.hyphenate;
    const known = word.cuts.find((cut) => cut.code === run.code && cut.hyphenate === hyphenate);
    if (known) return known.breaks;
    const stretch = { end: word.text.length, code: run.code, hyphenate };
    const breaks = wordBreaks(word.text, 0, [stretch], NO_SOFT_HYPHENS, NEVER);
    word.cuts.push({ code: run.code, hyphenate, breaks });
    return breaks;
  }
  const stretches = atoms.map(
    (atom): Stretch => ({
      end: atom.end,
      code: atom.run.code,
      hyphenate: whole ? undefined : atom.run.hyphenate,
    }),
  );
  return wordBreaks(
    text.slice(first.start, first.start + length),
    first.start,
    stretches,
    NO_SOFT_HYPHENS,
    (start, end) => (end - start) * size * WIDEST > room,
  );
}

/** No letter is wider than this, of its size, on the average. */
const WIDEST = 0.75;

/** Points from one offset to another, within a token. */
export function widthBetween(atoms: readonly Atom[], start: number, end: number): number {
  let width = 0;
  for (const atom of atoms) {
    if (atom.end <= start || atom.start >= end) continue;
    if (atom.start >= start && atom.end <= end) width += atom.width;
    else if (atom.word) {
      const { edges } = atom.word;
      const from = edges[Math.max(0, start - atom.start)] ?? 0;
      const to = edges[Math.min(edges.length - 1, end - atom.start)] ?? 0;
      width += (to - from) * atom.run.source.style.size;
    }
  }
  return width;
}
