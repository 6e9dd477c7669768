import type { BreakNodes, NodeKind } from './break-nodes.ts';

/** Lines are filled to both edges, or to one, or to one so that all are about as long as each other. */
export type Filling = 'justified' | 'ragged' | 'balanced';

const LINE_DEMERITS = 10;
/** A line whose spaces are as wide as they may be is as bad as this; one with the narrowest is a TeX line's 100. */
const WIDEST_BADNESS = 800;
const NARROWEST_BADNESS = 100;
/** These are what a hyphen costs, a second one below it, a last line that is hardly there, and lines that differ much. */
const HYPHEN_DEMERITS = 300_000;
const LADDER_DEMERITS = 90_000;
const STUB_DEMERITS = 20_000;
const CONTRAST_DEMERITS = 6000;
/** A third hyphen in turn is never set. */
const MOST_HYPHENS = 2;
/** A last line is at least this long, of the measure. */
const STUB = 0.15;
/** A ragged line may lack this much of its measure before it is as bad as a line with the widest spaces. */
const RAG = 0.35;
/** No hyphen takes more room than this, in points. */
const SLACK = 20;

/** The sums of all that stands before a place in a paragraph. */
interface Sums {
  width: number;
  stretch: number;
  shrink: number;
}

/** A place where a line may end, with the best lines that lead to it. */
interface Active extends Sums {
  readonly position: number;
  readonly demerits: number;
  /** This is how far its line is stretched, or shrunk below nothing, of what it may be. */
  readonly ratio: number;
  /** This is how many lines in turn, its own the last, end in hyphens. */
  readonly hyphens: number;
  readonly before: Active | undefined;
}

/** The beginning of a paragraph. */
const ROOT: Active = {
  position: -1,
  demerits: 0,
  ratio: 0,
  hyphens: 0,
  width: 0,
  stretch: 0,
  shrink: 0,
  before: undefined,
};

/**
 * The indexes of the nodes at which the lines end, but for the last line: all of a paragraph weighed
 * together. Undefined when no justified setting keeps within what spaces and letters may give; a ragged one
 * there always is. `first` and `width` are the measures of the first line and of the others.
 */
export function breakLines(
  nodes: BreakNodes,
  first: number,
  width: number,
  filling: Filling,
): readonly number[] | undefined {
  const { kinds, widths, stretches, shrinks } = nodes;
  const isRagged = filling !== 'justified';
  let active: Active[] = [ROOT];
  const sum: Sums = { width: 0, stretch: 0, shrink: 0 };
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index] as NodeKind;
    if (kind === 'glue' ? kinds[index - 1] === 'box' : kind !== 'box' && kind !== 'tie') {
      const found = considered(index, kind);
      if (!found) return undefined;
      active = found;
    }
    if (kind !== 'box' && kind !== 'glue' && kind !== 'tie') continue;
    sum.width += widths[index] as number;
    sum.stretch += stretches[index] as number;
    sum.shrink += shrinks[index] as number;
  }
  return linesTo(active, kinds.length - 1);

  /** The active nodes once a break at `index` has been weighed; undefined when none is left. */
  function considered(index: number, kind: NodeKind): Active[] | undefined {
    const isHyphen = kind === 'hyphen' || kind === 'dash';
    const isEnd = kind === 'end';
    const own =
      sum.width - (nodes.hangs[index] as number) + (kind === 'hyphen' ? (widths[index] as number) : 0);
    const open: Active[] = [];
    /** The best lines that end here stand at the number of hyphens in turn that they end. */
    const best: (Active | undefined)[] = [];
    let dropped: Active | undefined;
    for (const node of active) {
      const room = node === ROOT ? first : width;
      const long = own - node.width;
      const least = isRagged ? long : long - (sum.shrink - node.shrink);
      if (least > room + (isHyphen ? SLACK : 0)) {
        dropped = node;
        continue;
      }
      if (!isEnd) open.push(node);
      const ratio = ratioOf(room - long, node, sum, room, filling, isEnd);
      if (ratio < -1 || (ratio > 1 && !isRagged)) continue;
      const hyphens = isHyphen ? node.hyphens + 1 : 0;
      if (hyphens > MOST_HYPHENS) continue;
      let demerits = node.demerits + lineDemerits(ratio, node.ratio, hyphens);
      if (isEnd && long < room * STUB && node !== ROOT) demerits += STUB_DEMERITS;
      const known = best[hyphens];
      if (!known || demerits < known.demerits)
        best[hyphens] = {
          position: index,
          demerits,
          ratio,
          hyphens,
          ...pastGlue(nodes, sum, index),
          before: node,
        };
    }
    for (const node of best) if (node) open.push(node);
    if (open.length > 0) return open;
    // A piece wider than its line stands out of a ragged one.
    return isRagged && dropped
      ? [
          {
            ...dropped,
            position: index,
            ratio: 0,
            hyphens: 0,
            ...pastGlue(nodes, sum, index),
            before: dropped,
          },
        ]
      : undefined;
  }
}

/** Where the lines end that lead to the best of the active nodes at the end of a paragraph. */
function linesTo(active: readonly Active[], end: number): readonly number[] | undefined {
  let best: Active | undefined;
  for (const node of active)
    if (node.position === end && (!best || node.demerits < best.demerits)) best = node;
  const breaks: number[] = [];
  for (let node = best?.before; node?.before; node = node.before) breaks.push(node.position);
  return best && breaks.reverse();
}

/** How far the glue of a line that lacks `lack` points would stretch, or shrink below nothing, of what it may. */
function ratioOf(
  lack: number,
  node: Active,
  sum: Sums,
  room: number,
  filling: Filling,
  isEnd: boolean,
): number {
  if (lack >= 0 && isEnd && filling !== 'balanced') return 0;
  // A ragged line may be of any length.
  if (filling !== 'justified') return lack < -0.001 ? -2 : lack / (room * RAG);
  const give = lack >= 0 ? sum.stretch - node.stretch : sum.shrink - node.shrink;
  return lack === 0 ? 0 : give > 0 ? lack / give : 2 * Math.sign(lack);
}

/** What a line costs, `last` being how far the line above it is stretched. */
function lineDemerits(ratio: number, last: number, hyphens: number): number {
  const badness = (ratio < 0 ? -NARROWEST_BADNESS : WIDEST_BADNESS) * ratio * ratio * ratio;
  const line = LINE_DEMERITS + badness;
  const contrast = Math.max(0, Math.abs(ratio - last) - 0.5);
  return (
    line * line +
    contrast * CONTRAST_DEMERITS +
    (hyphens > 0 ? HYPHEN_DEMERITS : 0) +
    (hyphens > 1 ? LADDER_DEMERITS : 0)
  );
}

/** The sums at the next box: what stands between a break and the next line's first letter falls away. */
function pastGlue({ kinds, widths, stretches, shrinks }: BreakNodes, sum: Sums, index: number): Sums {
  let { width, stretch, shrink } = sum;
  for (let next = index; next < kinds.length; next++) {
    if (kinds[next] === 'box' || (kinds[next] === 'end' && next > index)) break;
    if (kinds[next] !== 'glue') continue;
    width += widths[next] as number;
    stretch += stretches[next] as number;
    shrink += shrinks[next] as number;
  }
  return { width, stretch, shrink };
}
