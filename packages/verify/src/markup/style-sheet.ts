import type { CssNode, Rule } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import { ident } from 'css-tree/utils';

/** One rule of a style sheet: its selectors and its declarations. */
export interface StyleRule {
  readonly selectors: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
}

/**
 * A style sheet, flattened: rules within @media, in layers and within other rules are treated as if they
 * always applied.
 */
export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  /** Every address in it. */
  readonly addresses: readonly string[];
}

/** At-rules whose blocks hold rules for the page. */
const GROUPS = /^(?:media|supports|layer|container|scope|starting-style)$/i;

/** Reads a style sheet (CSS Syntax 3): rules, declarations, addresses. */
export function parseStyles(css: string): StyleSheet {
  const rules: StyleRule[] = [];
  visit(parse(css, { parseValue: false, parseCustomProperty: false, parseAtrulePrelude: false }), []);
  const text = ident.decode(css.replace(/\/\*[\s\S]*?\*\//g, ''));
  const addresses = [...text.matchAll(/(?:url\(\s*["']?|@import\s*["'])([^"')]+)/gi)];
  return { rules, addresses: addresses.map(([, address = '']) => address.trim()) };

  function visit(node: CssNode, above: readonly string[]): void {
    if (node.type === 'StyleSheet') for (const child of node.children.toArray()) visit(child, above);
    if (node.type === 'Atrule' && node.block && GROUPS.test(node.name)) block(node.block, above);
    if (node.type === 'Rule') block(node.block, selectorsOf(node, above));
  }

  function block({ children }: Rule['block'], selectors: readonly string[]): void {
    const declarations = new Map<string, string>();
    children.forEach((child) => {
      if (child.type === 'Declaration' && child.value.type === 'Raw')
        declarations.set(ident.decode(child.property).toLowerCase(), ident.decode(child.value.value).trim());
    });
    if (declarations.size > 0) rules.push({ selectors, declarations });
    for (const child of children.toArray()) visit(child, selectors);
  }
}

/** A rule's selectors, those of a rule in a rule with what that one chooses (CSS Nesting 1). */
function selectorsOf({ prelude }: Rule, above: readonly string[]): readonly string[] {
  const own =
    prelude.type === 'Raw' ? [prelude.value] : prelude.children.toArray().map((one) => generate(one));
  const outer = `:is(${above.join(',')})`;
  if (above.length === 0) return own;
  return own.map((one) => (one.includes('&') ? one.replaceAll('&', outer) : `${outer} ${one}`));
}
