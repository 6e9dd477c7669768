import { compile } from 'css-select';
import { type Element, SELECTING } from './element.ts';

/** States that depend on a reader's actions or input: at rest, none of them holds. */
const STATES = ['hover', 'focus', 'focus-visible', 'focus-within', 'active', 'target'];
const AT_REST = { ...SELECTING, pseudos: Object.fromEntries(STATES.map((name) => [name, () => false])) };
/** The parts of a selector that concern no element: the content before or after one, and unknown ones. */
const BEYOND = /::?[\w-]+(?:\([^()]*\))?/g;

/**
 * Says whether a selector (Selectors 4) may match an element. Conditions that the tree cannot decide are
 * assumed to hold; placeholders and list markers are no words of the document.
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
