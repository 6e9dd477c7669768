import { walk } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { answerOf, bare } from './sample.ts';

const blocks = (markdown: string) => bare(answerOf(markdown).answer);
const text = (value: string) => ({ type: 'text', value });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

describe('raw HTML', () => {
  test('start and end tags pair over the Markdown between them', () => {
    expect(blocks('a <sub>b *c* <kbd>d</kbd></sub> e')).toEqual([
      paragraph(
        text('a '),
        {
          type: 'subscript',
          children: [
            text('b '),
            { type: 'emphasis', children: [text('c')] },
            text(' '),
            { type: 'keyboard', children: [text('d')] },
          ],
        },
        text(' e'),
      ),
    ]);
  });

  test('each tag of the allow-list is a node of the model', () => {
    const types = [
      ...walk(
        answerOf(
          'a<br>b <sup>c</sup> <abbr title="T">d</abbr> <a href="#2" title="t">e</a> <a href="https://example.org/">f</a>',
        ).answer,
      ),
    ].map((node) => node.type);
    expect(types).toEqual([
      'paragraph',
      'text',
      'break',
      'text',
      'superscript',
      'text',
      'text',
      'abbreviation',
      'text',
      'text',
      'crossReference',
      'text',
      'text',
      'link',
      'text',
    ]);
  });

  test('details hold a summary and blocks', () => {
    expect(blocks('<details>\n<summary>More *and* more</summary>\n\n- a\n\n</details>')).toEqual([
      {
        type: 'details',
        summary: [text('More *and* more')],
        children: [
          {
            type: 'list',
            ordered: false,
            spread: false,
            children: [{ type: 'listItem', spread: false, children: [paragraph(text('a'))] }],
          },
        ],
      },
    ]);
  });

  test('comments vanish and leave no seam', () => {
    expect(blocks('a<!-- b -->c\n\n<!-- d -->\n\ne')).toEqual([paragraph(text('ac')), paragraph(text('e'))]);
  });

  test('lenient: a tag outside the allow-list is its own text', () => {
    expect(bare(answerOf('a <b onclick="x">c</b>', { lenient: true }).answer)).toEqual([
      paragraph(text('a <b onclick="x">c</b>')),
    ]);
  });
});

describe('lines', () => {
  test.each([
    ['one\ntwo', 'one two'],
    ['日本\n語。\n「次」', '日本語。「次」'],
    ['日本\nabc\n語', '日本 abc 語'],
    ['한국\n어', '한국 어'],
    ['𠮷\n野', '𠮷野'],
    ['a\r\nb', 'a b'],
    ['one   \n   two', 'one\ntwo'],
    ['one \t\n \t two', 'one two'],
  ])('%j is %j', (markdown, expected) => {
    const [first] = answerOf(markdown).answer;
    const value =
      first?.type === 'paragraph'
        ? first.children
            .map((node) => (node.type === 'break' ? '\n' : 'value' in node ? node.value : ''))
            .join('')
        : '';
    expect(value).toBe(expected);
  });

  test('at the edge of a node, the neighbour decides', () => {
    expect(blocks('語\n**語**\n*a*')).toEqual([
      paragraph(text('語'), { type: 'strong', children: [text('語')] }, text(' '), {
        type: 'emphasis',
        children: [text('a')],
      }),
    ]);
  });
});

describe('footnotes', () => {
  test('stand in order of first citation, also those that a note cites', () => {
    const { footnotes, answer } = answerOf('a[^z] b[^y] c[^z]\n\n[^y]: why[^x]\n[^x]: ex\n[^z]: zed');
    expect(footnotes.map(({ identifier, index }) => `${index} ${identifier}`)).toEqual(['1 z', '2 y', '3 x']);
    expect(
      [...walk(answer)].flatMap((node) => (node.type === 'footnoteReference' ? [node.index] : [])),
    ).toEqual([1, 2, 1]);
  });

  test('a note that cites itself ends', () => {
    expect(answerOf('a[^1]\n\n[^1]: b[^1]').footnotes).toHaveLength(1);
  });
});

describe('headings', () => {
  test.each([
    ['## A\n\n### B', [1, 2]],
    ['#### A\n\n##### B\n\n#### C', [1, 2, 1]],
    ['# A\n\n## B', [1, 2]],
    ['> ### A\n\n## B', [2, 1]],
    [':::note\n### A\n:::\n\n- #### B', [1, 2]],
  ])('%j nest at %j', (markdown, depths) => {
    expect(
      [...walk(answerOf(markdown).answer)].flatMap((node) => (node.type === 'heading' ? [node.depth] : [])),
    ).toEqual(depths);
  });
});

describe('dollars', () => {
  test.each(['It costs $5 and $10.', 'From $5 to $10, or $ 7 $.', 'a \\$b\\$ c'])(
    '%j is text',
    (markdown) => {
      expect(blocks(markdown)).toEqual([paragraph(text(markdown.replaceAll('\\', '')))]);
    },
  );

  test('a formula is math', () => {
    expect(blocks('so $x^2$, and $$y$$.')).toEqual([
      paragraph(
        text('so '),
        { type: 'inlineMath', value: 'x^2' },
        text(', and '),
        { type: 'inlineMath', value: 'y' },
        text('.'),
      ),
    ]);
  });
});

describe('links', () => {
  test('every spelling of an entry is its number', () => {
    const found = [
      ...walk(
        answerOf(
          '[a](#2) [b](#second) [c](2-second.md) [d](../basics/2-second.md#second) [e][r] <a href="#2">f</a> [](#2)\n\n[r]: ./2-second.md',
        ).answer,
      ),
    ];
    expect(found.flatMap((node) => (node.type === 'crossReference' ? [node.number] : []))).toEqual([
      '2',
      '2',
      '2',
      '2',
      '2',
      '2',
      '2',
    ]);
  });

  test('an address is one that HTML, EPUB and PDF can hold', () => {
    const found = [
      ...walk(answerOf('[a](<https://example.org/a b?c={d}>) [e](https://example.org/%zz/%20/é)').answer),
    ];
    expect(found.flatMap((node) => (node.type === 'link' ? [node.url] : []))).toEqual([
      'https://example.org/a%20b?c=%7Bd%7D',
      'https://example.org/%25zz/%20/é',
    ]);
  });
});

test('an image alone with a title is a figure; a span alone is its paragraph', () => {
  expect(blocks(':span[日本語]{lang=ja}')).toEqual([{ ...paragraph(text('日本語')), lang: 'ja' }]);
});

test('an unknown directive is the text that the author wrote', () => {
  expect(blocks('see a:b[c]{d=e} f')).toEqual([paragraph(text('see a:b[c]{d=e} f'))]);
  expect(blocks(':::danger\nCareful.\n:::')).toEqual([
    paragraph(text(':::danger')),
    paragraph(text('Careful.')),
    paragraph(text(':::')),
  ]);
});
