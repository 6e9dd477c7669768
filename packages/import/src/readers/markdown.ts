import type { PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { takeCallouts } from '../markdown/callouts.ts';
import { takeFrontMatter } from '../markdown/front-matter.ts';
import { indentedCallouts } from '../markdown/indented-callouts.ts';
import { looksLikeMath, untrueMath } from '../markdown/math.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { resolveReferences } from '../markdown/reference-links.ts';
import { resolveHtml } from '../markdown/resolve-html.ts';
import { takeTemplateTags } from '../markdown/template-tags.ts';
import { wordsOfTree } from '../markdown/words-of-tree.ts';
import type { FoundDropped } from '../model/found.ts';
import { anchor } from '../model/nodes.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';

/**
 * Reads Markdown: CommonMark and GFM, front matter in YAML or TOML, raw HTML, attribute lists, call-outs of
 * the usual site generators, math and containers where the text has them.
 */
export function readMarkdown({ path, text }: SourceText): ReadDocument {
  const prepared = indentedCallouts(text);
  const math = looksLikeMath(text);
  const tree: Root = parseMarkdown(prepared, { math, directives: /^[ \t]*:::+ *\{?\.?\w/m.test(prepared) });
  const words = wordsOfTree(tree);
  if (math) untrueMath(tree, prepared);
  literalDirectives(tree);
  const matter = takeFrontMatter(tree, path);
  const footnotes = resolveReferences(tree);
  const leftOut = [tree, ...footnotes.values()].flatMap((root) => resolveHtml(root));
  const dropped: FoundDropped[] = leftOut.map(({ what, text: said, line }) => ({
    kind: 'dropped',
    what,
    text: said,
    anchors: [],
    place: { path, line },
  }));
  for (const tag of takeTemplateTags(tree, path)) dropped.push(tag);
  for (const root of [tree, ...footnotes.values()]) takeCallouts(root);
  const { findings, ...used } = matter;
  const { title, language, date, id } = used;
  const blocks: RootContent[] = id
    ? [{ type: 'paragraph', children: [anchor(id)] }, ...tree.children]
    : tree.children;
  return {
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    ...(date ? { date } : {}),
    ...(used.number ? { number: used.number } : {}),
    ...(used.chapter ? { chapter: used.chapter } : {}),
    ...(used.topics ? { topics: used.topics } : {}),
    content: { kind: 'blocks', blocks },
    footnotes,
    dropped,
    words,
    findings,
  };
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
