import type { BreakNodes, NodeKind } from './break-nodes.ts';

/** Lines are filled to both edges, or end where their words do; balanced lines are all about as long as each other. */
export type Filling = 'justified' | 'ragged' | 'balanced';

const LINE_DEMERITS = 10;
/**
 * A line whose spaces are as wide as they may be is as bad as this. One with the narrowest spaces has 100, as in TeX.
 */
const WIDEST_BADNESS = 800;
const NARROWEST_BADNESS = 100;
/** Such are the costs of a hyphen, of a second one below it, of a last line of a few letters, and of unlike lines. */
const HYPHEN_DEMERITS = 300_000;
const LADDER_DEMERITS = 90_000;
const STUB_DEMERITS = 20_000;
const CONTRAST_DEMERITS = 6000;
/** No more lines in a row end in hyphens. */
const MOST_HYPHENS = 2;
/** A last line is at least this long, as a share of the measure. */
const STUB = 0.15;
/** A ragged line may lack this share of its measure before it is as bad as a line with the widest spaces. */
const RAG = 0.35;
/** No hyphen takes more space than this, in points. */
const SLACK = 20;

/** These are the sums of everything that stands before a place in a paragraph. */
interface Sums {
  width: number;
  stretch: number;
  shrink: number;
}

/** This is a place where a line may end, with the best lines that lead to it. */
interface Active extends Sums {
  readonly position: number;
  readonly demerits: number;
  /** This is the share of its stretch that the line uses. It is negative for a line that shrinks. */
  readonly ratio: number;
  /** So many lines in a row, of which this is the last, end in hyphens. */
  readonly hyphens: number;
  readonly before: Active | undefined;
}

/** A paragraph begins here. */
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
 * Returns the indexes of the nodes at which the lines end, except the last line, by weighing the whole paragraph (D. E.
 * Knuth and M. F. Plass). Returns undefined when no justified setting keeps to what spaces and letters may give; a
 * ragged setting always exists. `first` and `width` are the measures of the first line and of the others.
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
  const bests: (Active | undefined)[] = new Array(MOST_HYPHENS + 1).fill(undefined);
  const costs = new Float64Array(MOST_HYPHENS + 1);
  const ratios = new Float64Array(MOST_HYPHENS + 1);
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

  /** Returns the active nodes after a break at `index` has been weighed; undefined when none is left. */
  function considered(index: number, kind: NodeKind): Active[] | undefined {
    const isHyphen = kind === 'hyphen' || kind === 'dash';
    const isEnd = kind === 'end';
    const own =
      sum.width - (nodes.hangs[index] as number) + (kind === 'hyphen' ? (widths[index] as number) : 0);
    // Most places change nothing, and then nothing is copied.
    let open: Active[] | undefined = isEnd ? [] : undefined;
    // The best lines that end here are kept by how many hyphens in a row they end with.
    bests.fill(undefined);
    let dropped: Active | undefined;
    const { length } = active;
    for (let at = 0; at < length; at++) {
      const node = active[at] as Active;
      const room = node === ROOT ? first : width;
      const long = own - node.width;
      const least = isRagged ? long : long - (sum.shrink - node.shrink);
      if (least > room + (isHyphen ? SLACK : 0)) {
        dropped = node;
        open ??= active.slice(0, at);
        continue;
      }
      if (!isEnd) open?.push(node);
      const ratio = ratioOf(room - long, node, sum, room, filling, isEnd);
      if (ratio < -1 || (ratio > 1 && !isRagged)) continue;
      const hyphens = isHyphen ? node.hyphens + 1 : 0;
      if (hyphens > MOST_HYPHENS) continue;
      let demerits = node.demerits + lineDemerits(ratio, node.ratio, hyphens);
      if (isEnd && long < room * STUB && node !== ROOT) demerits += STUB_DEMERITS;
      if (bests[hyphens] && !(demerits < (costs[hyphens] as number))) continue;
      bests[hyphens] = node;
      costs[hyphens] = demerits;
      ratios[hyphens] = ratio;
    }
    for (let hyphens = 0; hyphens <= MOST_HYPHENS; hyphens++) {
      const before = bests[hyphens];
      if (!before) continue;
      open ??= active.slice();
      open.push(brokenAt(index, ratios[hyphens] as number, hyphens, costs[hyphens] as number, before));
    }
    if (!open) return active;
    if (open.length > 0) return open;
    // A piece that is wider than its line stands out of a ragged one.
    return isRagged && dropped ? [brokenAt(index, 0, 0, dropped.demerits, dropped)] : undefined;
  }

  function brokenAt(
    position: number,
    ratio: number,
    hyphens: number,
    demerits: number,
    before: Active,
  ): Active {
    const { width, stretch, shrink } = pastGlue(nodes, sum, position);
    return { position, demerits, ratio, hyphens, width, stretch, shrink, before };
  }
}

/** Returns where the lines end that lead to the best of the active nodes at the end of a paragraph. */
function linesTo(active: readonly Active[], end: number): readonly number[] | undefined {
  let best: Active | undefined;
  for (const node of active)
    if (node.position === end && (!best || node.demerits < best.demerits)) best = node;
  const breaks: number[] = [];
  for (let node = best?.before; node?.before; node = node.before) breaks.push(node.position);
  return best && breaks.reverse();
}

/** Returns the share of its stretch, or of its shrink, that a line uses when it lacks `lack` points. */
function ratioOf(
  lack: number,
  node: Active,
  sum: Sums,
  room: number,
  filling: Filling,
  isEnd: boolean,
): number {
  if (lack >= 0 && isEnd && filling !== 'balanced') return 0;
  // A ragged line may have any length.
  if (filling !== 'justified') return lack < -0.001 ? -2 : lack / (room * RAG);
  const give = lack >= 0 ? sum.stretch - node.stretch : sum.shrink - node.shrink;
  return lack === 0 ? 0 : give > 0 ? lack / give : 2 * Math.sign(lack);
}

/** Returns what a line costs. `last` is the ratio of the line above it. */
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

/** Returns the sums at the next box, since what stands between a break and the next line's first letter is dropped. */
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
