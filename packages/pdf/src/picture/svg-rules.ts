import { type SvgElement, svgElements } from '@octavo/core/svg';
import { compile, type Options } from 'css-select';
import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import walkCss from 'css-tree/walker';
import { fontProperties } from './css-font.ts';

/** These are declarations as they are written. Important ones stand apart. */
interface Declared {
  readonly normal: Readonly<Record<string, string>>;
  readonly important: Readonly<Record<string, string>>;
}

/** These are the declarations that hold for each element: those of style sheets, and of its own `style`. */
export type SvgRules = ReadonlyMap<SvgElement, Readonly<Record<string, string>>>;

type Node = SvgElement | string;

interface Rule {
  readonly selector: string;
  readonly weight: number;
  readonly declared: Declared;
}

/** A picture on paper is drawn for these media, under these conditions. */
const MEDIA = /^\s*(?:(?:only\s+)?(?:all|screen)|\(prefers-color-scheme:\s*light\))?\s*$/i;

/**
 * Works out what a picture's `<style>` elements and `style` attributes declare for each element, by importance, selector,
 * weight and order (Selectors 4; CSS Cascade 5, 6.1). `onUnknown` hears of each selector that css-select does not know.
 */
export function svgRules(root: SvgElement, onUnknown: (selector: string) => void): SvgRules {
  const elements = [...svgElements(root)];
  const css = elements
    .filter(({ name }) => name === 'style')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('\n');
  const options = optionsFor(root, elements);
  const ofSheets = rulesOf(css)
    .sort((a, b) => a.weight - b.weight)
    .flatMap(({ selector, declared }) => {
      const test = matcher(selector, options, onUnknown);
      return test ? elements.filter(test).map((element) => [element, declared] as const) : [];
    });
  const own = elements.flatMap((element) =>
    element.attributes.style ? [[element, styleAttribute(element.attributes.style)] as const] : [],
  );
  const found = new Map<SvgElement, Record<string, string>>();
  for (const level of ['normal', 'important'] as const)
    for (const [element, declared] of [...ofSheets, ...own])
      found.set(element, Object.assign(found.get(element) ?? {}, declared[level]));
  return found;
}

function matcher(
  selector: string,
  options: Options<Node, SvgElement>,
  onUnknown: (selector: string) => void,
): ((element: SvgElement) => boolean) | undefined {
  try {
    return compile<Node, SvgElement>(selector, options);
  } catch {
    onUnknown(selector);
    return undefined;
  }
}

/** Tells css-select how to walk an SVG tree. */
function optionsFor(root: SvgElement, elements: readonly SvgElement[]): Options<Node, SvgElement> {
  const parents = new Map<Node, SvgElement>();
  for (const element of elements)
    for (const child of element.children) if (typeof child !== 'string') parents.set(child, element);
  const text = (node: Node): string => (typeof node === 'string' ? node : node.children.map(text).join(''));
  return {
    xmlMode: true,
    cacheResults: false,
    adapter: {
      isTag: (node): node is SvgElement => typeof node !== 'string',
      getAttributeValue: ({ attributes }, name) => attributes[name],
      hasAttrib: ({ attributes }, name) => name in attributes,
      getChildren: (node) => (typeof node === 'string' ? [] : [...node.children]),
      getName: ({ name }) => name,
      getParent: (node) => parents.get(node) ?? null,
      getSiblings: (node) => [...(parents.get(node)?.children ?? [root])],
      getText: text,
      removeSubsets: (nodes) => nodes,
    },
  };
}

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  const tree = parse(css, { positions: true, parseValue: false, parseCustomProperty: false });
  const visit = (node: CssNode): void => {
    if (node.type === 'StyleSheet' || node.type === 'Block') node.children.forEach(visit);
    if (node.type === 'Atrule' && node.name.toLowerCase() === 'media' && node.block) {
      const { start, end } = node.prelude?.loc ?? {};
      if (MEDIA.test(css.slice(start?.offset ?? 0, end?.offset ?? 0))) visit(node.block);
    }
    if (node.type !== 'Rule') return;
    const declared = declarations(node.block);
    if (node.prelude.type === 'Raw') return;
    node.prelude.children.forEach((selector) => {
      const source = css.slice(selector.loc?.start.offset, selector.loc?.end.offset);
      rules.push({ selector: source, weight: weightOf(selector), declared });
    });
  };
  visit(tree);
  return rules;
}

/** Returns the weight of a selector: ids, then classes, attributes, pseudo-classes, then names (Selectors 4, 17). */
function weightOf(selector: CssNode): number {
  let weight = 0;
  walkCss(selector, ({ type }) => {
    if (type === 'IdSelector') weight += 1e6;
    else if (/^(?:Class|Attribute|PseudoClass)Selector$/.test(type)) weight += 1e3;
    else if (type === 'TypeSelector') weight += 1;
  });
  return weight;
}

function styleAttribute(source: string): Declared {
  return declarations(
    parse(source, { context: 'declarationList', parseValue: false, parseCustomProperty: false }),
  );
}

function declarations(list: CssNode): Declared {
  const normal: [string, string][] = [];
  const important: [string, string][] = [];
  if (list.type !== 'DeclarationList' && list.type !== 'Block') return { normal: {}, important: {} };
  list.children.forEach((node) => {
    if (node.type !== 'Declaration' || node.value.type !== 'Raw') return;
    const name = node.property.startsWith('--') ? node.property : node.property.toLowerCase();
    const value = node.value.value.trim();
    const entries = name === 'font' ? fontProperties(value) : [[name, value] as const];
    for (const [key, own] of entries) (node.important ? important : normal).push([key, own]);
  });
  return { normal: Object.fromEntries(normal), important: Object.fromEntries(important) };
}
