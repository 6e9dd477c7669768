import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { markdownWriter } from '../src/markdown/write-markdown.ts';

const words = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'w',
        'www',
        'http',
        'ps',
        '618A',
        '12',
        '1',
        'é',
        '’',
        '.',
        '. ',
        ')',
        '(',
        ':',
        ': ',
        '?',
        '!',
        '/',
        '//',
      ],
      ...[
        '[',
        ']',
        '*',
        '_',
        '-',
        '+',
        '#',
        '&',
        '<',
        '|',
        '~',
        '$',
        '@',
        ' ',
        '  ',
        '"',
        "'",
        '%',
        ';',
        'amp;',
        '\n',
      ],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 3, arbitrary: words.map((value) => ({ type: 'text' as const, value })) },
  words.map((value) => ({ type: 'emphasis' as const, children: [{ type: 'text' as const, value }] })),
  words.map((value) => ({ type: 'link' as const, url: '#1', children: [{ type: 'text' as const, value }] })),
);
const children = fc.array(phrasing, { minLength: 1, maxLength: 3 });
const treeOf = (texts: readonly string[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: texts.map((value) => ({ type: 'text', value })) }],
});
const trees: fc.Arbitrary<Root> = fc
  .tuple(children, children, children)
  .map(([paragraph, heading, item]) => ({
    type: 'root',
    children: [
      { type: 'paragraph', children: paragraph },
      { type: 'heading', depth: 2, children: heading },
      { type: 'list', children: [{ type: 'listItem', children: [{ type: 'paragraph', children: item }] }] },
    ],
  }));

test('words written as they are are what the library writes', () => {
  const write = markdownWriter();
  const settings = { bullet: '-', emphasis: '_', rule: '-' } as const;
  fc.assert(
    fc.property(trees, (tree) => {
      const extensions = [gfmToMarkdown(), mathToMarkdown(), directiveToMarkdown()];
      const plain = toMarkdown(tree, { ...settings, extensions });
      expect(write(tree)).toBe(plain);
    }),
    {
      numRuns: 1500,
      examples: [[treeOf(['w', '.a', 'a'])]],
    },
  );
});
