import type { Direction } from '../model/answer.ts';
import { directionWithin } from '../say/own-direction.ts';
import type { ToHastOptions } from './options.ts';

/** The language and direction of words as attributes. */
export function localised(
  node: { readonly lang?: string; readonly dir?: Direction },
  { direction }: Pick<ToHastOptions, 'direction'>,
): { lang?: string; dir?: Direction } {
  const dir = directionWithin(node, direction);
  return { ...(node.lang ? { lang: node.lang } : {}), ...(dir ? { dir } : {}) };
}
