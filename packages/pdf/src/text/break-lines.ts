import { bestFit } from './best-fit.ts';
import { type BreakNodes, HYPHEN_PENALTY, HYPHEN_WIDTH, INFINITE, type NodeKind } from './break-nodes.ts';

const LINE_DEMERITS = 10;
const FLAGGED_DEMERITS = 100;
const FITNESS_DEMERITS = 3000;
const TOLERANCES = [4, 9, 14, 19, 24, 29, 34, 39, 44, 49, 54];

/** What stands before a place in a paragraph, all in all. */
interface Sums {
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
}

/** A feasible end of a line. */
interface Active extends Sums {
  readonly position: number;
  readonly demerits: number;
  readonly line: number;
  readonly fitness: number;
  readonly before: Active | undefined;
}

/**
 * The indexes of the nodes at which the lines end, but for the last line: all of a paragraph weighed
 * together; where no such setting exists, line by line. `first` and `width` are
 * the measures of the first line and of the others.
 */
export function breakLines(nodes: BreakNodes, first: number, width: number): readonly number[] {
  for (const tolerance of TOLERANCES) {
    const breaks = optimal(nodes, first, width, tolerance);
    if (breaks.length > 0) return breaks;
  }
  return bestFit(nodes, first, width);
}

function optimal(nodes: BreakNodes, first: number, measure: number, tolerance: number): readonly number[] {
  const { kinds, widths, stretches } = nodes;
  let active: Active[] = [
    { position: 0, demerits: 0, line: 0, fitness: 0, width: 0, stretch: 0, shrink: 0, before: undefined },
  ];
  const sum = { width: 0, stretch: 0, shrink: 0 };
  for (let index = 0; index < kinds.length && active.length > 0; index++) {
    const kind = kinds[index];
    const own = widths[index] ?? 0;
    if (kind === 'box') sum.width += own;
    else if (kind === 'glue') {
      if (kinds[index - 1] === 'box') active = considered(index);
      sum.width += own;
      sum.stretch += stretches[index] ?? 0;
      sum.shrink += own / 3;
    } else active = considered(index);
  }
  let best: Active | undefined;
  for (const node of active) if (!best || node.demerits < best.demerits) best = node;
  const breaks: number[] = [];
  for (let node = best; node?.before; node = node.before) breaks.push(node.position);
  return breaks.reverse();

  /** The active nodes once a break at `index` has been weighed. */
  function considered(index: number): Active[] {
    const isEnd = kinds[index] === 'end';
    const isHyphen = kinds[index] === 'hyphen';
    const open: Active[] = [];
    let at = 0;
    while (at < active.length) {
      const best: (Active | undefined)[] = [undefined, undefined, undefined, undefined];
      const costs = [Infinity, Infinity, Infinity, Infinity];
      let isFirst = true;
      // Only the first line's measure differs: its breaks are weighed apart from the others'.
      for (; at < active.length; at++) {
        const node = active[at] as Active;
        if (!isFirst && node.line >= 1 && (active[at - 1] as Active).line === 0) break;
        isFirst = false;
        const room = node.line === 0 ? first : measure;
        const ratio = stretchRatio(node, sum, room, isHyphen);
        if (ratio >= -1 && !isEnd) open.push(node);
        if (ratio < -1 || ratio > tolerance) continue;
        const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
        const demerits = demeritsOf(node, ratio, fitness, kinds[index], kinds[node.position]);
        if (demerits < (costs[fitness] as number)) {
          costs[fitness] = demerits;
          best[fitness] = node;
        }
      }
      push(open, best, costs, index);
    }
    return open;
  }

  function push(
    into: Active[],
    best: readonly (Active | undefined)[],
    costs: readonly number[],
    index: number,
  ): void {
    let after: Sums | undefined;
    for (const [fitness, before] of best.entries()) {
      if (!before) continue;
      after ??= pastGlue(nodes, sum, index);
      into.push({
        position: index,
        demerits: costs[fitness] ?? 0,
        line: before.line + 1,
        fitness,
        ...after,
        before,
      });
    }
  }
}

/** How far the glue of a line that ends here would stretch, or shrink below nothing, in its own measures. */
function stretchRatio(node: Active, sum: Sums, room: number, isHyphen: boolean): number {
  const width = sum.width - node.width + (isHyphen ? HYPHEN_WIDTH : 0);
  const give = width < room ? sum.stretch - node.stretch : sum.shrink - node.shrink;
  return width === room ? 0 : give > 0 ? (room - width) / give : INFINITE;
}

/** What a line costs with all before it; `kind` and `before` are the nodes that it and the line before it end at. */
function demeritsOf(
  node: Active,
  ratio: number,
  fitness: number,
  kind: NodeKind | undefined,
  before: NodeKind | undefined,
): number {
  const line = LINE_DEMERITS + 100 * Math.abs(ratio) ** 3;
  let demerits = line * line + node.demerits;
  if (kind === 'hyphen') demerits += HYPHEN_PENALTY * HYPHEN_PENALTY;
  if ((kind === 'hyphen' || kind === 'end') && before === 'hyphen') demerits += FLAGGED_DEMERITS;
  if (Math.abs(fitness - node.fitness) > 1) demerits += FITNESS_DEMERITS;
  return demerits;
}

/** The sums at the next box: what stands between a break and the next line's first letter falls away. */
function pastGlue({ kinds, widths, stretches }: BreakNodes, sum: Sums, index: number): Sums {
  let { width, stretch, shrink } = sum;
  for (let next = index; next < kinds.length; next++) {
    if (kinds[next] === 'box' || (kinds[next] === 'end' && next > index)) break;
    if (kinds[next] !== 'glue') continue;
    width += widths[next] ?? 0;
    stretch += stretches[next] ?? 0;
    shrink += (widths[next] ?? 0) / 3;
  }
  return { width, stretch, shrink };
}
