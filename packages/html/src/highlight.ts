import type { Code } from '@octavo/core';
import type { ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';

let lowlight: ReturnType<typeof createLowlight> | undefined;

/**
 * The code as spans with highlight.js classes; nothing for a language that is not named or not known,
 * which then prints plain. The grammars are only loaded by a book that has code.
 */
export function highlight(node: Code): ElementContent[] | undefined {
  if (!node.lang) return undefined;
  lowlight ??= createLowlight(common);
  if (!lowlight.registered(node.lang)) return undefined;
  return lowlight.highlight(node.lang, node.value).children as ElementContent[];
}
