import type { PhrasingContent, Root, Yaml } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

let processor: Processor<Root> | undefined;

/**
 * Markdown to mdast: CommonMark 0.31 with GFM, math, generic directives and YAML front matter.
 * Positions are those of the text given.
 */
export function parseMarkdown(text: string): Root {
  processor ??= unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkDirective)
    .freeze() as unknown as Processor<Root>;
  return processor.parse(text) as Root;
}

/** The front matter node of a document, when it has one. */
export function frontMatterOf(tree: Root): Yaml | undefined {
  const first = tree.children[0];
  return first?.type === 'yaml' ? first : undefined;
}

/** Constructs that make blocks: a question or a definition is one line of running text. */
const BLOCK_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'directiveContainer',
  'directiveLeaf',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'mathFlow',
  'setextUnderline',
  'table',
  'thematicBreak',
];

let inlineProcessor: Processor<Root> | undefined;

/** Inline Markdown to mdast phrasing, paragraphs apart by a space: "1. Why?" and "# of rows" are text here, not a list or a heading. */
export function parseInlineMarkdown(text: string): readonly PhrasingContent[] {
  inlineProcessor ??= unified()
    .data('micromarkExtensions', [{ disable: { null: BLOCK_CONSTRUCTS } }])
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkDirective)
    .freeze() as unknown as Processor<Root>;
  const tree = inlineProcessor.parse(text) as Root;
  const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
  return paragraphs.flatMap(({ children }, index) =>
    index === 0 ? children : [{ type: 'text', value: ' ' }, ...children],
  );
}
