import type { Clip, Shape } from '../display/display-list.ts';
import { pathOperators } from './path.ts';

/** These are shapes that follow each other and have the same clip. */
interface Stretch {
  readonly clip: readonly Clip[] | undefined;
  readonly shapes: readonly Shape[];
}

/** Groups the shapes that follow each other by their clips, so that each clip is set once for all of them. */
export function stretches(shapes: readonly Shape[]): readonly Stretch[] {
  const out: { clip: readonly Clip[] | undefined; key: string; shapes: Shape[] }[] = [];
  for (const shape of shapes) {
    const key = shape.clip ? JSON.stringify(shape.clip) : '';
    const last = out.at(-1);
    if (last?.key === key) last.shapes.push(shape);
    else out.push({ clip: shape.clip, key, shapes: [shape] });
  }
  return out;
}

/** Returns the operators that let through what lies in every one of the clips (ISO 32000-2, 8.5.4). */
export function clipOperators(clips: readonly Clip[]): string {
  return clips
    .map(({ d, matrix, rule }) => `${pathOperators(d, matrix)} W${rule === 'evenodd' ? '*' : ''} n`)
    .join(' ');
}
