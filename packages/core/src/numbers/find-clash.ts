import { type KeyState, keyStep, numberKey } from './number-key.ts';
import type { Position, Starts } from './positions.ts';

/** Two numbers of one key (or one number that can be read in two ways), or a number that has no key. */
export type Clash =
  | { readonly kind: 'same-key'; readonly numbers: readonly [string, string] }
  | { readonly kind: 'no-key'; readonly number: string }
  | { readonly kind: 'too-large' };

/** How far one reading of a number has come. `at` is undefined before its first character. */
interface Side {
  readonly at: Position | undefined;
  readonly ended: boolean;
  readonly state: KeyState;
  readonly text: string;
}

/** Two readings that differ, and what the key of one has beyond the key of the other. */
interface Pair {
  readonly sides: readonly [Side, Side];
  readonly ahead: 0 | 1;
  readonly beyond: string;
}

/** The search gives up here: no grammar that people use comes near. */
const MOST_PAIRS = 30_000;

/**
 * Looks for two numbers of a grammar that have one key on a disk that does not tell capitals apart. The search
 * runs over all pairs of readings at once and is exact: undefined says that there is no such pair, however long.
 */
export function findClash({ first: starts, empty }: Starts): Clash | undefined {
  if (empty) return { kind: 'no-key', number: '' };
  const ids = new Map<Position, number>();
  const id = (position: Position | undefined): number => {
    if (!position) return 0;
    const known = ids.get(position) ?? ids.size + 1;
    ids.set(position, known);
    return known;
  };
  const seen = new Set<string>();
  const pairs: Pair[] = [];
  const singles: Side[] = [{ at: undefined, ended: false, state: '', text: '' }];
  const next = (side: Side): readonly Position[] => (side.at ? [...side.at.next] : starts);

  const enqueue = (pair: Pair): void => {
    const key = `${pair.sides.map(({ at, ended, state }) => `${id(at)}${ended ? '.' : ''}${state}`).join(' ')} ${pair.ahead}${pair.beyond}`;
    if (seen.has(key)) return;
    seen.add(key);
    pairs.push(pair);
  };

  for (const single of singles) {
    const ways: readonly (Position | undefined)[] = single.at?.last
      ? [...next(single), undefined]
      : next(single);
    if (single.at?.last && numberKey(single.text) === '') return { kind: 'no-key', number: single.text };
    for (const [index, way] of ways.entries()) {
      if (way) {
        const { side } = moved(single, way, way.of[0] ?? '');
        const key = `${id(way)} ${side.state}`;
        if (!seen.has(key)) {
          seen.add(key);
          singles.push(side);
        }
      }
      for (const other of ways.slice(index + 1))
        for (const first of stepsOf(single, way))
          for (const second of stepsOf(single, other)) {
            const [pair] = paired(first, second);
            if (pair) enqueue(pair);
          }
    }
  }
  for (const pair of pairs) {
    if (seen.size > MOST_PAIRS) return { kind: 'too-large' };
    const [left, right] = pair.sides;
    if (left.ended && right.ended) {
      if (pair.beyond === '') return { kind: 'same-key', numbers: [left.text, right.text] };
      continue;
    }
    // The reading that is behind goes on; the other one waits.
    const behind = pair.beyond === '' ? (left.ended ? 1 : 0) : pair.ahead === 0 ? 1 : 0;
    const mover = pair.sides[behind];
    if (mover.ended) continue;
    const ways: readonly (Position | undefined)[] = mover.at?.last
      ? [...next(mover), undefined]
      : next(mover);
    for (const way of ways)
      for (const step of stepsOf(mover, way)) {
        const beyond = pair.beyond === '' ? ([behind, step.out] as const) : rest(pair, behind, step.out);
        if (!beyond) continue;
        const sides: Pair['sides'] = behind === 0 ? [step.side, right] : [left, step.side];
        enqueue({ sides, ahead: beyond[0], beyond: beyond[1] });
      }
  }
  return undefined;
}

interface Step {
  readonly side: Side;
  readonly out: string;
}

function stepsOf(side: Side, way: Position | undefined): readonly Step[] {
  if (!way) return [{ side: { ...side, ended: true }, out: '' }];
  return [...way.of].map((char) => moved(side, way, char));
}

function moved(side: Side, at: Position, char: string): Step {
  const { state, out } = keyStep(side.state, char);
  return { side: { at, ended: false, state, text: side.text + char }, out: out.toLowerCase() };
}

function paired(first: Step, second: Step): readonly [Pair] | readonly [] {
  const sides: Pair['sides'] = [first.side, second.side];
  if (first.out.startsWith(second.out))
    return [{ sides, ahead: 0, beyond: first.out.slice(second.out.length) }];
  if (second.out.startsWith(first.out))
    return [{ sides, ahead: 1, beyond: second.out.slice(first.out.length) }];
  return [];
}

/** Who is ahead, and by what, once the one behind has added to its key; undefined when the keys differ. */
function rest({ ahead, beyond }: Pair, behind: 0 | 1, out: string): readonly [0 | 1, string] | undefined {
  if (beyond.startsWith(out)) return [ahead, beyond.slice(out.length)];
  return out.startsWith(beyond) ? [behind, out.slice(beyond.length)] : undefined;
}
