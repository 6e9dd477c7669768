import { type BreakNodes, HYPHEN_PENALTY, HYPHEN_WIDTH, INFINITE } from './break-nodes.ts';

/** Breaks a paragraph line by line, where no setting of the whole is good enough: see `breakLines`. */
export function bestFit(nodes: BreakNodes, first: number, width: number): readonly number[] {
  const breaks: number[] = [];
  let start = 0;
  while (start < nodes.kinds.length) {
    const found = nextBreak(nodes, start, breaks.length === 0 ? first : width);
    if (found === undefined) break;
    breaks.push(found);
    start = found + 1;
  }
  return breaks;
}

/** Where the line that begins at `start` ends; undefined when the rest fits it. */
function nextBreak(nodes: BreakNodes, start: number, room: number): number | undefined {
  const { kinds, widths, stretches } = nodes;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let width = 0;
  let stretch = 0;
  let shrink = 0;
  let hyphen = 0;
  for (let index = start; index < kinds.length; index++) {
    const kind = kinds[index];
    const own = widths[index] ?? 0;
    if (kind === 'box' || kind === 'glue') width += own;
    if (kind === 'glue') {
      stretch += stretches[index] ?? 0;
      shrink += own / 3;
    }
    const next = pastGaps(nodes, index);
    hyphen = kinds[next - 1] === 'hyphen' ? HYPHEN_WIDTH : 0;
    if (width - shrink + hyphen > room) {
      best ??= pastGaps(nodes, index === start ? index : index - 1) - 1;
      return best;
    }
    if (kind !== 'glue' && kind !== 'hyphen' && kind !== 'end') continue;
    const give = kind === 'glue' ? (width < room ? (stretches[index] ?? 0) : own / 3) : 0;
    const rest = width < room ? stretch : shrink;
    const ratio = width === room ? 0 : give > 0 && rest - give > 0 ? (room - width) / rest : INFINITE;
    const penalty = kind === 'hyphen' ? HYPHEN_PENALTY : kind === 'end' ? -INFINITE : 0;
    const badness = 100 * Math.abs(ratio) ** 3 + penalty;
    if (least >= badness) {
      best = index;
      least = badness;
    }
  }
  return width - shrink + hyphen > room ? best : undefined;
}

/** The next box, or the end. */
function pastGaps({ kinds }: BreakNodes, index: number): number {
  let next = index + 1;
  while (next < kinds.length && kinds[next] !== 'box') next += 1;
  return next;
}
