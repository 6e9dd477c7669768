import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';

/*
 * What Markdown has no node for travels as a directive, whose types mdast already has: the writer turns
 * `kbd`, `sub`, `sup`, `abbr` and `details` into the HTML that an entry may hold; `anchor`, `terms` and
 * `asked` are understood and gone before anything is written.
 */

export type InlineName = 'kbd' | 'sub' | 'sup' | 'abbr';

const INLINE: ReadonlySet<string> = new Set<InlineName>(['kbd', 'sub', 'sup', 'abbr']);

/** A place that links lead to. */
export function anchor(id: string): TextDirective {
  return { type: 'textDirective', name: 'anchor', attributes: { id }, children: [] };
}

/** An inline element that an entry may hold as HTML. */
export function inlineElement(
  name: InlineName,
  children: readonly PhrasingContent[],
  title?: string,
): TextDirective {
  return {
    type: 'textDirective',
    name,
    attributes: title ? { title } : {},
    children: [...children],
  };
}

/** `<details>`: the summary is its first paragraph. */
export function details(
  summary: readonly PhrasingContent[],
  children: readonly RootContent[],
): ContainerDirective {
  return container('details', [{ type: 'paragraph', children: [...summary] }, ...children]);
}

/** A term and what is said about it, of a definition list. */
export function term(
  title: readonly PhrasingContent[],
  children: readonly RootContent[],
): ContainerDirective {
  return container('term', [{ type: 'paragraph', children: [...title] }, ...children]);
}

/** What a table says of its own rows: the names of its columns, a chapter that it names again. It is left out, and listed. */
export function columnNames(texts: readonly string[], position: RootContent['position']): RootContent {
  const value = texts.join(' ');
  return { ...container('names', [{ type: 'paragraph', children: [{ type: 'text', value }] }]), position };
}

/** Makes a block that stands for what the source itself marks as a question. */
export function asked(children: readonly PhrasingContent[], depth = 0): ContainerDirective {
  return container(depth > 0 ? `asked${depth}` : 'asked', [{ type: 'paragraph', children: [...children] }]);
}

/** `:::note`, `:::tip` or `:::warning`, with a title when it has one. */
export function admonition(
  name: 'note' | 'tip' | 'warning',
  title: readonly PhrasingContent[],
  children: readonly RootContent[],
): ContainerDirective {
  const label: RootContent[] =
    title.length > 0 ? [{ type: 'paragraph', data: { directiveLabel: true }, children: [...title] }] : [];
  return container(name, [...label, ...children]);
}

function container(name: string, children: readonly RootContent[]): ContainerDirective {
  return {
    type: 'containerDirective',
    name,
    attributes: {},
    children: children as ContainerDirective['children'],
  };
}

/** Whether a node is one of the carriers above, by name. */
export function isContainer<Name extends string>(
  node: { readonly type: string } | undefined,
  name: Name,
): node is ContainerDirective & { readonly name: Name } {
  return node?.type === 'containerDirective' && (node as ContainerDirective).name === name;
}

export function isAnchor(node: { readonly type: string }): node is TextDirective {
  return node.type === 'textDirective' && (node as TextDirective).name === 'anchor';
}

export function isInlineElement(node: {
  readonly type: string;
}): node is TextDirective & { name: InlineName } {
  return node.type === 'textDirective' && INLINE.has((node as TextDirective).name);
}

/** Splits a `details`, `term` or `asked` into its title and the rest. */
export function splitTitle(node: ContainerDirective): {
  title: PhrasingContent[];
  rest: RootContent[];
} {
  const [first, ...rest] = node.children;
  return first?.type === 'paragraph'
    ? { title: first.children, rest: rest as RootContent[] }
    : { title: [], rest: node.children as RootContent[] };
}

/** The caption of a table, which stands before it. */
export function tableCaption(words: readonly PhrasingContent[], position?: Paragraph['position']): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: 'Table: ' }, ...words],
    ...(position ? { position } : {}),
  };
}
