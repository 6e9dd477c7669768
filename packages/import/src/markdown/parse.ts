import { linearConstructs } from '@octavo/core';
import type { Nodes, Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Extension } from 'micromark-util-types';
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

const processors = new Map<string, Processor<Root>>();

/** Markdown to mdast; positions are right in their lines, not in their columns. Bounded in time for any text. */
export function parseMarkdown(source: string, dialect: Dialect = {}): Root {
  const { text, expand } = shorten(tame(source));
  const tree = processorFor(dialect).parse(text) as Root;
  if (text !== source) visit(tree, (node) => expandNode(node, (value) => untamed(expand(value))));
  return tree;
}

function processorFor({ math = false, directives = false }: Dialect): Processor<Root> {
  const key = `${math} ${directives}`;
  const known = processors.get(key);
  if (known) return known;
  const made = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm);
  if (math) made.use(remarkMath);
  if (directives) made.use(remarkDirective);
  const frozen = made.freeze() as unknown as Processor<Root>;
  const data = frozen.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions = [linearConstructs(combineExtensions((data.micromarkExtensions ?? []).flat()))];
  processors.set(key, frozen);
  return frozen;
}

const FIELDS = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'meta', 'lang'] as const;

function expandNode(node: Nodes, expand: (value: string) => string): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const field of FIELDS) {
    const value = fields[field];
    if (typeof value === 'string') fields[field] = expand(value);
  }
}
