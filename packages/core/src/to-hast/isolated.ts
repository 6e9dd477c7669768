import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Handbook } from '../model/documents.generated.ts';
import { hasRightToLeft } from '../say/own-direction.ts';

/**
 * A name, a version or a title: text that is not prose of the book. It is isolated where it or the book runs
 * from right to left, so that it and its surroundings do not reorder each other (UAX 9, 2.7).
 */
export function isolated(value: string, { direction }: Pick<Handbook, 'direction'>): ElementContent {
  const text = { type: 'text', value } as const;
  return direction === 'rtl' || hasRightToLeft(value) ? h('bdi', [text]) : text;
}
