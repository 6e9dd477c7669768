import type { Code } from '@octavo/core';
import type { ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';

let lowlight: ReturnType<typeof createLowlight> | undefined;

/**
 * Returns the code as spans with highlight.js classes; nothing for a language that is missing or unknown,
 * whose code is then printed plain. The grammars are loaded only for a book that has code.
 */
export function highlight(node: Code): ElementContent[] | undefined {
  if (!node.lang) return undefined;
  lowlight ??= createLowlight(common);
  if (!lowlight.registered(node.lang)) return undefined;
  return lowlight.highlight(node.lang, node.value).children as ElementContent[];
}
