import { displayMath, formulaIds, markdownParser } from '@octavo/core/read';
import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { shorten } from './shorten.ts';
import { tame, untamed } from './tame.ts';

/** What a dialect has beyond CommonMark, GFM and front matter. */
export interface Dialect {
  readonly math?: boolean;
  readonly directives?: boolean;
}

const parsers = new Map<string, (text: string) => Root>();

/** Markdown to mdast; positions are right in their lines, not in their columns. Bounded in time for any text. */
export function parseMarkdown(source: string, dialect: Dialect = {}): Root {
  const { text, expand } = shorten(tame(source));
  const tree = parserFor(dialect)(text);
  if (text !== source) visit(tree, (node) => expandNode(node, (value) => untamed(expand(value))));
  return tree;
}

/** Parses Markdown that Octavo wrote, with exact positions; returns undefined for a text that nobody would write. */
export function parseWritten(source: string): Root | undefined {
  return tame(source) === source ? parserFor({ math: true, directives: true })(source) : undefined;
}

function parserFor({ math = false, directives = false }: Dialect): (text: string) => Root {
  const key = `${math} ${directives}`;
  const known = parsers.get(key);
  if (known) return known;
  const made = markdownParser(() => {
    const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm);
    if (math)
      processor
        .data('micromarkExtensions', [displayMath])
        .data('fromMarkdownExtensions', [formulaIds])
        .use(remarkMath);
    if (directives) processor.use(remarkDirective);
    return processor as unknown as Processor<Root>;
  });
  parsers.set(key, made);
  return made;
}

const FIELDS = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'meta', 'lang'] as const;

function expandNode(node: Nodes, expand: (value: string) => string): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const field of FIELDS) {
    const value = fields[field];
    if (typeof value === 'string') fields[field] = expand(value);
  }
}
