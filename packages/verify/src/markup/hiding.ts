import { contrast } from '../pictures/contrast.ts';
import { allElements, childElements, type Element, matches } from './element.ts';
import { chooser } from './selector.ts';
import { parseStyles, type StyleRule, type StyleSheet } from './style-sheet.ts';

/** Property values that keep words from a reader, or show words that the document does not have. */
const HIDING: readonly (readonly [property: RegExp, value: RegExp])[] = [
  [/^display$/, /\bnone\b/],
  [/^visibility$/, /hidden|collapse/],
  [/^content-visibility$/, /hidden/],
  [/^opacity$/, /^(?:0?\.[0-2]\d*|0(?:\.0+)?%?|[12]?\d%)(?:\s|$)/],
  [/^(?:clip|mask|mask-image|-webkit-mask|-webkit-mask-image)$/, /^(?!none|auto)/],
  [/^clip-path$/, /^(?!none|inset\(0[ )])/],
  [
    /^(?:font-size|font)$/,
    /(?:^|\s)(?:0|0?\.\d+|[0-5](?:\.\d+)?)px|(?:^|\s)(?:0?\.[0-4]\d*|0)(?:r?em|%)?(?:\s|\/|$)|(?:^|\s)[1-4]?\d%/,
  ],
  [/^(?:max-)?(?:height|width|block-size|inline-size)$/, /^(?:0|1px)(?:px|em|rem|%)?(?:\s|$)/],
  [/^(?:transform|scale|rotate|translate)$/, /^(?!none)/],
  [
    /^(?:left|right|top|bottom|inset.*|margin.*|text-indent|letter-spacing|word-spacing)$/,
    /-(?:\d{3,}|\d{2,}r?em|\d+(?:vw|vh|vmax|vmin)|[1-9]\d\d?%)|^\d{4,}|^(?:1\d\d|[2-9]\d\d)(?:vw|vh|%)/,
  ],
  [/^filter$/, /opacity|blur|brightness|contrast|url/],
  [/^(?:unicode-bidi)$/, /override/],
  [/^(?:-webkit-)?text-security$/, /^(?!none)/],
  [
    /^(?:color|-webkit-text-fill-color)$/,
    /transparent|#(?:[\da-f]{3}0|[\da-f]{6}0\d)\b|rgba?\([^)]*[,/]\s*0(?:\.[0-2]\d*)?\s*\)/,
  ],
  [/^(?:list-style|list-style-type)$/, /none|"|'/],
  [/^content$/, /^(?!counter|normal|none)[^\\]*[\p{L}\p{N}]/u],
  [/^(?:position)$/, /fixed/],
];

/** Named colors, as far as they can hide words. */
const NAMES: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  snow: '#fffafa',
  ivory: '#fffff0',
};

/** Judges style sheets: which of their rules would hide content. */
export interface Hiding {
  /** What hides an element, if something does: the rule in words. */
  readonly of: (element: Element) => string | undefined;
  /** What an attribute `style` hides by, if it does. */
  readonly style: (declarations: string) => string | undefined;
}

/** A list whose numbers a reader sees: not one of links, and not one that says it has none. */
const NUMBERED = 'ol:not([role=list], nav *)';

/** What a style sheet adds before or behind an element: the element itself is seen whatever that looks like. */
const MADE = /::?(?:before|after)$/;

/** Finds the rules of style sheets that may hide something. */
export function hidingRules(sheets: readonly StyleSheet[]): Hiding {
  const variables = new Map<string, string>();
  // The first value in a sheet applies, which is that for light pages; a later sheet, the publisher's,
  // overrides it.
  for (const { rules } of sheets)
    for (const { declarations } of rules.toReversed())
      for (const [name, value] of declarations) if (name.startsWith('--')) variables.set(name, value);
  const resolved = (value: string): string =>
    value.replace(/var\((--[\w-]+)(?:,[^)]*)?\)/g, (_, name: string) => variables.get(name) ?? '');
  const paper = hexOf(resolved('var(--paper)')) ?? '#ffffff';
  const rules = sheets.flatMap((sheet) =>
    sheet.rules.flatMap((rule) => {
      const why = reasonOf(rule, resolved, paper);
      const selectors = rule.selectors.filter((one) => !MADE.test(one) || why?.startsWith('content'));
      return why ? selectors.map((selector) => ({ selector, why, chooses: chooser(selector) })) : [];
    }),
  );
  return {
    style(declarations) {
      const rule = parseStyles(`*{${declarations}}`).rules[0];
      return rule && reasonOf(rule, resolved, paper);
    },
    of(element) {
      const seen = (why: string): boolean => why.startsWith('list-style') && !matches(element, NUMBERED);
      const rule = rules.find(({ why, chooses }) => !seen(why) && chooses(element));
      // In formulas, signs are stretched and moved to their places.
      const moved = rule && !/^(?:display|visibility|opacity|color|font-size)/.test(rule.why);
      if (!rule || (moved && matches(element, 'math, math *'))) return undefined;
      return `${rule.selector} { ${rule.why} }`;
    },
  };
}

function reasonOf(
  { declarations }: StyleRule,
  resolved: (value: string) => string,
  paper: string,
): string | undefined {
  for (const [property, value] of declarations) {
    const is = resolved(value.toLowerCase().replace(/\s*!important|(?:attr|counters?)\([^)]*\)/g, ''));
    if (HIDING.some(([name, hides]) => name.test(property) && hides.test(is))) return `${property}: ${value}`;
  }
  const own = (...names: readonly string[]): string | undefined =>
    names.map((name) => hexOf(resolved(declarations.get(name) ?? ''))).find((hex) => hex !== undefined);
  const [ink, ground] = [own('color'), own('background-color', 'background') ?? paper];
  return ink && contrast(ink, ground) < 1.6 ? `color: ${ink} on ${ground}` : undefined;
}

function hexOf(value: string): string | undefined {
  const word = value.trim().split(/\s+/)[0] ?? '';
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(NAMES[word] ?? word)?.[1];
  if (hex) return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`;
  const parts = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)/.exec(value.trim())?.slice(1);
  return parts && `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Elements whose children a browser never shows, or shows only on request. */
const UNSHOWN = 'template, dialog, datalist, object, iframe';
/** Attributes that hide or move what has them. */
const HIDES: readonly string[] = ['hidden', 'inert', 'popover'];

/** Returns what hides an element or anything in it; `apart` are parts that may be hidden. */
export function hiddenIn(
  element: Element,
  hiding: Hiding,
  apart: (element: Element) => boolean,
): { readonly element: Element; readonly why: string } | undefined {
  if (apart(element)) return undefined;
  const why = hiddenBy(element, hiding);
  if (why && allElements(element).some(hasWords)) return { element, why };
  for (const child of childElements(element)) {
    const found = hiddenIn(child, hiding, apart);
    if (found) return found;
  }
  return undefined;
}

function hiddenBy(element: Element, hiding: Hiding): string | undefined {
  const { style } = element.attributes;
  const styled = style === undefined ? undefined : hiding.style(style);
  if (styled) return `the attribute style="${styled}"`;
  const attribute = HIDES.find((name) => element.attributes[name] !== undefined);
  if (attribute) return `the attribute ${attribute}="${element.attributes[attribute]}"`;
  return matches(element, UNSHOWN) ? `the element <${element.name}>` : hiding.of(element);
}

/** What a reader would miss: words, pictures, the boxes of tasks. */
function hasWords(element: Element): boolean {
  const words = element.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return words || matches(element, 'img, input[type=checkbox]');
}
