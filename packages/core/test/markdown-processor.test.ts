import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { expect, test } from 'vitest';
import { parseInlineMarkdown, parseMarkdown } from '../src/read/parse-markdown.ts';

const plain = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDirective) as unknown as Processor<Root>;

const words = fc.array(
  fc.constantFrom(
    ...'a,www.,example.org,http://,https://x.y,x@y.org,ww,w.w,&#64;,\\@,&amp;,mailto:,*b*,_c_,`d`,[e](#1),[^1],~~f~~,$g$,:h,!,1.,-,|,\n,\n\n, , '.split(
      ',',
    ),
    '# i',
    '> j',
    '| k | l |\n| - | - |\n| m | n |\n',
    '```\no\n```\n',
    '[^1]: note\n',
  ),
  { maxLength: 12 },
);

test('a text parses as the libraries alone would parse it, with addresses in it or without', () => {
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      expect(parseMarkdown(text)).toEqual(plain.parse(text));
    }),
    { numRuns: 400 },
  );
});

test('plain words make the node that the parser would make', () => {
  const alphabet = [...'aé漢1 ,.;?!\'"()/–-’wht:@*_&#'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), (text) => {
      // A mark that is an address or markup leads the other way: a code span before it changes neither.
      const slow = parseInlineMarkdown(`\`x\`${text}`).slice(1);
      if (text.trim() !== text || !/^\w/.test(text) || slow.length !== 1) return;
      const [node] = parseInlineMarkdown(text);
      expect(textOf(node)).toBe(textOf(slow[0]));
    }),
    { numRuns: 400 },
  );
});

function textOf(node: PhrasingContent | undefined): string | undefined {
  return node?.type === 'text' ? node.value : node?.type;
}
