import { compile } from 'css-select';
import { type Element, SELECTING } from './element.ts';

/** What a reader does, or puts in: at rest none of it holds. */
const STATES = ['hover', 'focus', 'focus-visible', 'focus-within', 'active', 'target'];
const AT_REST = { ...SELECTING, pseudos: Object.fromEntries(STATES.map((name) => [name, () => false])) };
/** What a selector asks beyond elements: the words before or after one, and what nobody knows. */
const BEYOND = /::?[\w-]+(?:\([^()]*\))?/g;

/**
 * Whether a selector (Selectors 4) may choose an element. What it asks beyond the tree is taken to hold;
 * placeholders and marks of items are no words of the document.
 */
export function chooser(selector: string): (element: Element) => boolean {
  if (/::(?:placeholder|marker)\b/.test(selector)) return () => false;
  const elements =
    selector.replace(/::?(?:before|after|first-letter|first-line|backdrop)\b|::[\w-]+/g, '') || '*';
  for (const source of [elements, elements.replace(BEYOND, '') || '*'])
    try {
      return compile<Element | string, Element>(source, AT_REST);
    } catch {}
  return () => true;
}
