import { attribute, xmlTags } from './xml-tags.ts';

/** What a style of an OpenDocument text makes of a paragraph or of words: itself, its parents, and how it looks. */
export interface OdtStyles {
  /** The names of a style and of those that it is made from, as people see them. */
  readonly namesOf: (style: string) => readonly string[];
  /** The elements of HTML that stand for how the words of a style look; `direct`: as far as its author set it by hand, which no named style says. */
  readonly marksOf: (style: string, direct?: boolean) => readonly string[];
  /** Whether lists of a style count at a depth, from 1. */
  readonly counts: (list: string, depth: number) => boolean;
}

/** How words look: the attribute that says it, its values that do, and the element for it. */
const LOOKS: readonly (readonly [name: string, form: RegExp, element: string])[] = [
  ['fo:font-weight', /^(?:bold|[6-9]00)$/, 'b'],
  ['fo:font-style', /^(?:italic|oblique)$/, 'i'],
  ['style:text-line-through-style', /^(?!none$)./, 's'],
  ['style:text-position', /^(?:super|[1-9])/, 'sup'],
  ['style:text-position', /^(?:sub|-)/, 'sub'],
  ['style:font-name', /Mono|Courier|Consolas/, 'code'],
];

interface Style {
  readonly parent: string;
  /** The program made it for what its author set by hand. */
  readonly automatic: boolean;
  /** What the style itself says of how words look; what it does not say is its parent's. */
  readonly looks: Map<string, boolean>;
}

/** Reads the styles of a document (OpenDocument 1.3, part 3, 16) from its two files of XML. */
export function odtStyles(xml: string): OdtStyles {
  const styles = new Map<string, Style>();
  const counted = new Set<string>();
  let style: Style | undefined;
  let list = '';
  let automatic = false;
  for (const { name, attributes, begins, ends } of xmlTags(xml)) {
    const called = begins ? attribute(attributes, 'style:name') : '';
    if (name === 'office:automatic-styles') automatic = begins;
    else if (name === 'style:style') {
      const parent = attribute(attributes, 'style:parent-style-name');
      style = begins ? { parent, automatic, looks: new Map() } : undefined;
      if (style) styles.set(called, style);
      if (ends) style = undefined;
    } else if (name === 'style:text-properties' && style) readLooks(attributes, style.looks);
    else if (name === 'text:list-style') list = called;
    else if (name === 'text:list-level-style-number' && attribute(attributes, 'style:num-format') !== '')
      counted.add(`${list} ${attribute(attributes, 'text:level')}`);
  }
  const chainOf = (style: string): readonly string[] => {
    const names: string[] = [];
    for (let at = style; at !== '' && names.length < 20; at = styles.get(at)?.parent ?? '') names.push(at);
    return names;
  };
  const namesOf = (style: string) =>
    chainOf(style).map((name) =>
      name.replace(/_([0-9a-f]{2})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  return {
    namesOf,
    marksOf(style, direct = false) {
      if (namesOf(style).includes('Source Text')) return ['code'];
      const chain = chainOf(style).flatMap((name) => styles.get(name) ?? []);
      const looks = chain.filter((one) => !direct || one.automatic).map((one) => one.looks);
      return LOOKS.flatMap(([, , element]) =>
        looks.find((own) => own.has(element))?.get(element) ? [element] : [],
      );
    },
    counts: (list, depth) => counted.has(`${list} ${depth}`),
  };
}

function readLooks(attributes: string, looks: Map<string, boolean>): void {
  for (const [name, form, element] of LOOKS) {
    const value = attribute(attributes, name);
    if (value !== '') looks.set(element, form.test(value));
  }
}
