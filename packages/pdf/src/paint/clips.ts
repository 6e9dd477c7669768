import type { Clip, Shape } from '../display/display-list.ts';
import { pathOperators } from './path.ts';

/** Shapes that follow each other and are seen through the same. */
interface Stretch {
  readonly clip: readonly Clip[] | undefined;
  readonly shapes: readonly Shape[];
}

/** Shapes by what they are seen through, in their order: a clip is set once for all that it is set for. */
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

/** The operators that let through what lies in every clip (ISO 32000-1, 8.5.4). */
export function clipOperators(clips: readonly Clip[]): string {
  return clips
    .map(({ d, matrix, rule }) => `${pathOperators(d, matrix)} W${rule === 'evenodd' ? '*' : ''} n`)
    .join(' ');
}
