import type { PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { withFrontMatter } from '../detect/notion.ts';
import { takeCallouts } from '../markdown/callouts.ts';
import { takeDefinitions } from '../markdown/definitions.ts';
import { takeFrontMatter } from '../markdown/front-matter.ts';
import { indentedCallouts } from '../markdown/indented-callouts.ts';
import { inlineDialects } from '../markdown/inline-dialects.ts';
import { looksLikeMath, untrueMath } from '../markdown/math.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { resolveReferences } from '../markdown/reference-links.ts';
import { resolveHtml } from '../markdown/resolve-html.ts';
import { takeTemplateTags } from '../markdown/template-tags.ts';
import { translateTags } from '../markdown/translate-tags.ts';
import { wordsOfTree } from '../markdown/words-of-tree.ts';
import { droppedPart } from '../model/found.ts';
import { anchor } from '../model/nodes.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';

/**
 * Reads Markdown: CommonMark and GFM, front matter in YAML or TOML, raw HTML, attribute lists, call-outs of
 * the usual site generators, math and containers where the text has them. `added` lines at the head are not in the source.
 */
export function readMarkdown({ path, text, variables }: SourceText, added = 0): ReadDocument {
  const {
    text: prepared,
    lineOf: line_,
    taken,
    given,
  } = translateTags(inlineDialects(indentedCallouts(withFrontMatter(path, text))), {
    expressions: /\.mdx$/i.test(path),
    variables,
  });
  const lineOf = (line: number) => Math.max(1, line_(line) - added);
  const math = looksLikeMath(text);
  const tree: Root = parseMarkdown(prepared, { math, directives: /^[ \t]*:::+ *\{?\.?\w/m.test(prepared) });
  placeIn(tree, lineOf);
  const words = wordsOfTree(tree);
  if (math) untrueMath(tree, prepared);
  literalDirectives(tree);
  const matter = takeFrontMatter(tree, path);
  const footnotes = resolveReferences(tree);
  const leftOut = [tree, ...footnotes.values()].flatMap((root) => resolveHtml(root));
  const dropped = [
    ...leftOut.map(({ what, text: said, line }) => droppedPart(what, said, { path, line })),
    ...taken.map(({ text: said, line }) => droppedPart('template tag', said, { path, line })),
    ...takeTemplateTags(tree, path),
  ];
  for (const root of [tree, ...footnotes.values()]) {
    takeCallouts(root);
    takeDefinitions(root);
  }
  const { id, ...said } = matter;
  const before: RootContent[] = id ? [{ type: 'paragraph', children: [anchor(id)] }] : [];
  return {
    ...said,
    declared: said.title !== undefined,
    content: { kind: 'blocks', blocks: [...before, ...tree.children] },
    footnotes,
    variables: given,
    dropped,
    words,
  };
}

/** Makes positions lines of the source, and cuts off what generators write behind the language of code (`js{1,3}`, `{.python}`). */
function placeIn(tree: Root, lineOf: (line: number) => number): void {
  visit(tree, (node) => {
    // What Liquid would not read has been kept from it.
    if (node.type === 'text') node.value = node.value.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
    if (node.type === 'code' && node.lang) {
      const lang = /^\{?\s*\.?([\w+#-]*)/.exec(`${node.lang} ${node.meta ?? ''}`)?.[1];
      node.lang = lang ? lang : null;
      if (!lang || /^[[{.]/.test(node.meta ?? '')) node.meta = null;
    }
    const { position } = node;
    if (!position) return;
    position.start.line = lineOf(position.start.line);
    position.end.line = lineOf(position.end.line);
  });
}

/** `:name` and `::name` are prose in every dialect but ours; only containers are read. */
function literalDirectives(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'textDirective' && node.type !== 'leafDirective') || !parent || index === undefined)
      return undefined;
    const attributes = Object.entries(node.attributes ?? {}).map(([key, value]) => `${key}="${value ?? ''}"`);
    const open = `${node.type === 'leafDirective' ? '::' : ':'}${node.name}${node.children.length > 0 ? '[' : ''}`;
    const close = `${node.children.length > 0 ? ']' : ''}${attributes.length > 0 ? `{${attributes.join(' ')}}` : ''}`;
    const literal: PhrasingContent[] = [
      { type: 'text', value: open },
      ...node.children,
      ...(close === '' ? [] : [{ type: 'text' as const, value: close }]),
    ];
    parent.children.splice(
      index,
      1,
      ...((node.type === 'leafDirective' ? [{ type: 'paragraph', children: literal }] : literal) as never[]),
    );
    return index;
  });
}
