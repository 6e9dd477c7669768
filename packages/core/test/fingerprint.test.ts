import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, entryText, load } from './sample.ts';

const of = (body: string) => answerOf(body).fingerprint;

describe('reformatting keeps the fingerprint', () => {
  test.each([
    ['reflow', 'One two three four.', 'One two\nthree\n   four.'],
    ['spaces', 'One two three.', 'One  two   three.   '],
    ['emphasis marks', 'It is *very* **important**.', 'It is _very_ __important__.'],
    ['list markers', '- a\n- b', '* a\n* b'],
    ['list indentation', '- a\n  - b', '-   a\n    -   b'],
    ['loose and tight lists', '- a\n- b', '- a\n\n- b'],
    ['list numbers', '1. a\n2. b', '1. a\n1. b'],
    ['list delimiters', '1. a\n2. b', '1) a\n2) b'],
    ['heading style', '## Title\n\nText.', 'Title\n-----\n\nText.'],
    ['heading level', '## A\n\n### B\n\nText.', '### A\n\n#### B\n\nText.'],
    ['code fences', '```js\nx\n```', '~~~js\nx\n~~~'],
    ['thematic breaks', 'a\n\n---\n\nb', 'a\n\n* * *\n\nb'],
    ['hard breaks', 'a\\\nb', 'a  \nb'],
    ['entities and escapes', 'R&D \\* café', 'R&amp;D &#42; caf&eacute;'],
    ['reference links', '[a](https://example.org/) b', '[a][x] b\n\n[x]: https://example.org/'],
    ['an entry by number, id, alias and file', '[a](#2)', '[a](#second)'],
    ['an entry by file', '[a](#2)', '[a](2-second.md)'],
    ['an entry by a longer path', '[a](#2)', '[a](../basics/2-second.md#second)'],
    ['an automatic link', '[](#2)', '[](#second)'],
    ['comments', 'One two.', '<!-- note -->\n\nOne <!-- x -->two.'],
    ['footnote names', 'a[^1]\n\n[^1]: b', 'a[^note]\n\n[^note]: b'],
    ['the place of a footnote', 'a[^1] c\n\n[^1]: b\n\nd', 'a[^1] c\n\nd\n\n[^1]: b'],
    ['table padding', '| a | b |\n|---|---|\n| 1 | 2 |', '|a|b|\n|-|-|\n|1|2|'],
    ['East Asian lines', '日本語の文章', '日本語\nの文章'],
    ['East Asian lines at markup', '日本**語**の', '日本\n**語**\nの'],
  ])('%s', (_what, before, after) => {
    expect(of(after)).toBe(of(before));
  });

  test('moving a file, its entry between chapters, and the front matter about it', () => {
    const one = load({ 'basics/1-first.md': entryText('1', 'Text.') }).handbook?.chapters[0]?.entries[0];
    const two = load({ 'basics/1-other.md': entryText('1', 'Text.', 'index: [x]\nid: other-id\n') }).handbook
      ?.chapters[0]?.entries[0];
    expect(two?.fingerprint).toBe(one?.fingerprint);
  });
});

describe('a change of content changes it', () => {
  test.each([
    ['a word', 'One two.', 'One three.'],
    ['a letter’s case', 'One two.', 'One Two.'],
    ['a comma', 'One two.', 'One, two.'],
    ['emphasis', 'One *two*.', 'One two.'],
    ['emphasis made strong', 'One *two*.', 'One **two**.'],
    ['the entry linked to', '[a](#2)', '[a](#1)'],
    ['the address linked to', '[a](https://example.org/a)', '[a](https://example.org/b)'],
    ['the words of a note', 'a[^1]\n\n[^1]: b', 'a[^1]\n\n[^1]: c'],
    ['the language of code', '```js\nx\n```', '```ts\nx\n```'],
    ['space in code', '```js\nx  y\n```', '```js\nx y\n```'],
    ['a list made ordered', '- a', '1. a'],
    ['the first number', '1. a', '3. a'],
    ['a ticked task', '- [ ] a', '- [x] a'],
    ['the alignment of a column', '| a |\n|---|\n| 1 |', '| a |\n|--:|\n| 1 |'],
    ['two paragraphs joined', 'a\n\nb', 'a b'],
    ['the kind of an admonition', ':::note\na\n:::', ':::tip\na\n:::'],
    ['the language of a span', 'a :span[b]{lang=de}', 'a :span[b]{lang=fr}'],
    ['TeX', '$x^2$', '$x^3$'],
  ])('%s', (_what, before, after) => {
    expect(of(after)).not.toBe(of(before));
  });

  test('any changed word', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const changed = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), word)
      .map(([words, at, other]) => ({ words, other: words.with(at % words.length, other) }))
      .filter(({ words, other }) => words.join(' ') !== other.join(' '));
    fc.assert(
      fc.property(changed, ({ words, other }) => {
        expect(of(other.join(' '))).not.toBe(of(words.join(' ')));
        expect(of(words.join('\n'))).toBe(of(words.join(' ')));
      }),
      { numRuns: 60 },
    );
  });

  test('the question, the status and the replacement', () => {
    const print = (extra: string, question = 'Why?') =>
      load({
        'basics/1-first.md': `---\nnumber: 1\nquestion: ${question}\n${extra}---\n\nText.\n`,
        'basics/2-second.md': entryText('2', 'Two.'),
      }).handbook?.chapters[0]?.entries[0]?.fingerprint;
    const prints = [
      print(''),
      print('', 'How?'),
      print('status: deprecated\n'),
      print('status: deprecated\nreplacedBy: 2\n'),
    ];
    expect(new Set(prints).size).toBe(4);
    expect(print('status: deprecated\nreplacedBy: second\n')).toBe(prints[3]);
  });
});

test('its form is a promise', () => {
  expect(of('Text.')).toMatch(/^1-[0-9a-f]{64}$/);
  expect(of('Text with [a link](#2), *emphasis* and a note.[^1]\n\n[^1]: The note.')).toMatchInlineSnapshot(
    `"1-a2ad258fd478e5509d7242b95bbcf555a6cce71d2c6cfc5cb09c074a66c16bf8"`,
  );
});
