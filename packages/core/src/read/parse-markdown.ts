import type { PhrasingContent, Root, Yaml } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { displayMath, formulaIds } from './display-math.ts';
import { parser } from './markdown-processor.ts';
import { variableNodes, variableSyntax } from './variable-syntax.ts';

const parserOf = (hasVariables: boolean, ...disabled: string[]): ((text: string) => Root) =>
  parser(
    () =>
      unified()
        .data('micromarkExtensions', [
          displayMath,
          ...(hasVariables ? [variableSyntax] : []),
          { disable: { null: disabled } },
        ])
        .data('fromMarkdownExtensions', hasVariables ? [formulaIds, variableNodes] : [formulaIds])
        .use(remarkParse)
        .use(remarkFrontmatter, ['yaml'])
        .use(remarkGfm)
        .use(remarkMath)
        .use(remarkDirective) as unknown as Processor<Root>,
  );

/**
 * Markdown to mdast: CommonMark 0.31 with GFM, math, generic directives and YAML front matter.
 * Positions are those of the text given.
 */
export const parseMarkdown: (text: string) => Root = parserOf(false);

/** The same of a source, where `{{name}}` is a value of the book. */
export const parseSource: (text: string) => Root = parserOf(true);

/** The same where labels make clauses: four spaces make no code, they show what is below what. */
export const parseClauses: (text: string) => Root = parserOf(true, 'codeIndented');

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

const parseInline = parser(
  () =>
    unified()
      .data('micromarkExtensions', [variableSyntax, { disable: { null: BLOCK_CONSTRUCTS } }])
      .data('fromMarkdownExtensions', [variableNodes])
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkMath)
      .use(remarkDirective) as unknown as Processor<Root>,
);

/** Letters, digits and marks that mean themselves wherever they stand in a line. */
const PLAIN = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} ,;.?!'"’‘“”()/–—-]*[\p{L}\p{M}\p{N},;.?!'"’‘“”)])?$/u;

/** Whether a line of Markdown is the text that it is, without marks, addresses and variables. */
export function isPlainLine(text: string): boolean {
  return PLAIN.test(text) && !/www|http/i.test(text);
}

/** Inline Markdown to mdast phrasing, paragraphs apart by a space: "1. Why?" and "# of rows" are text here, not a list or a heading. */
export function parseInlineMarkdown(text: string): readonly PhrasingContent[] {
  if (isPlainLine(text)) return [{ type: 'text', value: text }];
  const tree = parseInline(text);
  const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
  return paragraphs.flatMap(({ children }, index) =>
    index === 0 ? children : [{ type: 'text', value: ' ' }, ...children],
  );
}
