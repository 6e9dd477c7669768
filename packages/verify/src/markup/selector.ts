import { type Element, hasClass } from './element.ts';
import { splitOutside } from './style-sheet.ts';

/** An element with those it is in, from the outermost. */
export type Path = readonly Element[];

/**
 * Whether a selector (Selectors 4) may choose an element. What depends on more than the element and
 * those it is in (its place among others, what a reader does) is taken to hold.
 */
export function mayChoose(selector: string | Selector, path: Path): boolean {
  const parts = typeof selector === 'string' ? selectorOf(selector) : selector;
  const last = parts.at(-1);
  const element = path.at(-1);
  if (!last || !element || (last.name !== undefined && last.name !== element.name)) return false;
  if (last.kind !== undefined && !hasClass(element, last.kind)) return false;
  if (!compound(last.text, element, path)) return false;
  let above = path.slice(0, -1);
  let link = last.link;
  for (const part of parts.slice(0, -1).reverse()) {
    // An element beside another: that one is not looked for.
    if (link === '+' || link === '~') {
      link = part.link;
      continue;
    }
    const at = above.findLastIndex((one, index) => compound(part.text, one, path.slice(0, index + 1)));
    if (at < 0 || (link === '>' && at !== above.length - 1)) return false;
    above = above.slice(0, at);
    link = part.link;
  }
  return true;
}

/** A selector taken apart: elements from the outermost to the one it chooses. */
export type Selector = readonly Compound[];

interface Compound {
  readonly text: string;
  /** What stands before it. */
  readonly link: string;
  /** The element's name, where the selector says it. */
  readonly name: string | undefined;
  /** A class that it must have. */
  readonly kind: string | undefined;
}

/** Takes a selector apart. */
export function selectorOf(selector: string): Selector {
  const found: Compound[] = [];
  let link = ' ';
  const spaced = selector.replace(/\s*([>+~])(?![^[(]*[\])])\s*/g, ' $1 ');
  for (const part of splitOutside(spaced, ' ')) {
    if (/^[>+~]$/.test(part)) link = part;
    else {
      const name = /^[a-z][\w-]*/i.exec(part)?.[0].toLowerCase();
      const kind = /^[\w-]*\.([\w-]+)/.exec(part)?.[1];
      found.push({ text: part, link, name, kind });
      link = ' ';
    }
  }
  return found;
}

const PART =
  /([a-z*][\w-]*|\*)|\.([\w-]+)|#([\w-]+)|\[([^\]]+)\]|(::?[\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?/giy;

function compound(text: string, element: Element, path: Path): boolean {
  PART.lastIndex = 0;
  for (let match = PART.exec(text); match; match = PART.exec(text)) {
    const [, name, kind, id, attribute, pseudo, inner = ''] = match;
    if (name !== undefined && name !== '*' && name.toLowerCase() !== element.name) return restore(false);
    if (kind !== undefined && !hasClass(element, kind)) return restore(false);
    if (id !== undefined && element.attributes.id !== id) return restore(false);
    if (attribute !== undefined && !hasAttribute(attribute, element)) return restore(false);
    if (pseudo === undefined) continue;
    const at = PART.lastIndex;
    const holds = pseudoHolds(pseudo, inner, element, path);
    PART.lastIndex = at;
    if (!holds) return false;
  }
  return true;
}

function restore(result: boolean): boolean {
  PART.lastIndex = 0;
  return result;
}

function pseudoHolds(pseudo: string, inner: string, element: Element, path: Path): boolean {
  const any = (): boolean => splitOutside(inner, ',').some((one) => mayChoose(one, path));
  switch (pseudo) {
    case ':is':
    case ':where':
      return any();
    case ':not':
      return !any();
    case ':root':
      return element.name === 'html';
    case ':hover':
    case ':focus':
    case ':focus-visible':
    case ':focus-within':
    case ':active':
    case ':target':
    case ':empty':
    case '::placeholder':
    case '::marker':
      return false;
    default:
      return true;
  }
}

function hasAttribute(test: string, { attributes }: Element): boolean {
  const [, name = '', sign, value = ''] =
    /^\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*["']?([^"']*?)["']?\s*[is]?)?\s*$/.exec(test) ?? [];
  const own = attributes[name];
  if (own === undefined) return false;
  switch (sign) {
    case '=':
      return own === value;
    case '~=':
      return own.split(/\s+/).includes(value);
    case '^=':
      return own.startsWith(value);
    case '$=':
      return own.endsWith(value);
    case '*=':
      return own.includes(value);
    case '|=':
      return own === value || own.startsWith(`${value}-`);
    default:
      return true;
  }
}
