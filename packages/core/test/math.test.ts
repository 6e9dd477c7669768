import { loadHandbook } from '@octavo/core';
import { MATH_CLASSES, mathFault, mathToHast } from '@octavo/core/hast';
import type { Element, ElementContent } from 'hast';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';

function loaded(answer: string) {
  const sources = {
    'handbook.yaml':
      'schemaVersion: 1\nid: m\ntitle: M\nlanguage: en\niri: https://m.example/\npublisher: { name: P }\nedition: { version: "1", date: 2026-01-01 }\nchapters: [{ id: one, title: One }]\n',
    'one/1-x.md': `---\nnumber: 1\nquestion: What of it?\n---\n\n${answer}\n`,
  };
  const files = Object.entries(sources).map(
    ([path, value]) => new VFile({ path, value: Buffer.from(value) }),
  );
  return loadHandbook(files);
}

const blocks = (answer: string) => loaded(answer).handbook?.chapters[0]?.entries[0]?.answer;
const faults = (answer: string) =>
  loaded(answer)
    .files.flatMap((file) => file.messages)
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);

describe('formulas in double dollars', () => {
  it.each([
    ['$$a = b$$', ['a = b']],
    ['$$a$$\n$$b$$', ['a', 'b']],
    ['$$\na\n$$\n$$\nb\n$$', ['a', 'b']],
    ['$$\\begin{align} a &= b \\end{align}$$', ['\\begin{align} a &= b \\end{align}']],
    ['$$a\n+ b$$', ['a\n+ b']],
    ['$$ a\n+ b\n$$', ['a\n+ b']],
    [
      '$$\\begin{aligned}\na &= b\n\\end{aligned}$$\n\n$$\nc$$  ',
      ['\\begin{aligned}\na &= b\n\\end{aligned}', 'c'],
    ],
  ])('that are alone are displayed: %j', (answer, formulas) => {
    expect(blocks(answer)).toMatchObject(formulas.map((value) => ({ type: 'math', value })));
  });

  it('between lines of a paragraph are displayed, as on GitHub', () => {
    expect(blocks('Where\n$$a$$\nis true.')).toMatchObject([
      { type: 'paragraph' },
      { type: 'math', value: 'a' },
      { type: 'paragraph' },
    ]);
  });

  it('in lists and quotations are displayed', () => {
    expect(blocks('- a\n\n  $$b\n  + c$$\n\n> $$d\n> + e$$\nf')).toMatchObject([
      { children: [{ children: [{ type: 'paragraph' }, { type: 'math', value: 'b\n+ c' }] }] },
      { type: 'blockquote', children: [{ type: 'math', value: 'd\n+ e' }] },
      { type: 'paragraph' },
    ]);
  });

  it.each(['So $$a$$ it is.', '$$a$$ and $$b$$', '$$a$$.', '$a$'])('among words are not: %j', (answer) => {
    expect(blocks(answer)).toMatchObject([{ type: 'paragraph' }]);
  });
});

describe('what cannot be set', () => {
  it.each([
    ['It is $x + \\foo y$.', '6:12 the formula cannot be set: Unsupported function name: \\foo'],
    ['$$a + \\foo$$', '6:7 the formula cannot be set: Unsupported function name: \\foo'],
    ['$$ a + \\foo $$', '6:8 the formula cannot be set: Unsupported function name: \\foo'],
    ['$$\na\n+ \\foo\n$$', '8:3 the formula cannot be set: Unsupported function name: \\foo'],
    ['> $$\n> a \\foo\n> $$', '7:5 the formula cannot be set: Unsupported function name: \\foo'],
    ['$\\href{javascript:alert(1)}{x}$', '6:2 the formula cannot be set: Unsupported function name: \\href'],
    ['See $\\eqref{x}$.', '6:5 the formula cannot be set: \\ref and \\eqref find no number: write it'],
    ['$$\n\n$$', '6:1 the formula cannot be set: it is empty'],
    ['$$\na\n\nOther words', '6:1 the formula is not closed: it goes on to the end of the text'],
    [
      'It is $\\frac{1}{$.',
      "6:17 the formula cannot be set: Unexpected end of input in a macro argument, expected '}'",
    ],
  ])('is said where it is written: %j', (answer, fault) => {
    expect(faults(answer)).toEqual([fault]);
  });

  it('is nothing that a format could do something with', () => {
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{x}',
      '\\includegraphics{x}',
      '\\style{a}{b}',
      '\\class{a}{b}',
      '\\id{a}{b}',
      '\\def\\a{\\a\\a}\\a',
    ])
      expect(mathFault(tex, true), tex).toMatchObject({ reason: expect.any(String) });
  });
});

const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

function elements(node: ElementContent): Element[] {
  return node.type === 'element' ? [node, ...node.children.flatMap(elements)] : [];
}

describe('MathML', () => {
  it.each([
    'a \\tag{1}',
    '\\begin{equation} a = b \\end{equation}',
    '\\begin{align} a &= b \\tag{1} \\\\ c &= d \\end{align}',
    '\\begin{eqnarray} a &=& b \\nonumber \\end{eqnarray}',
    '\\begin{multline} a \\\\ b \\end{multline}',
    '\\boxed{x} \\fcolorbox{red}{yellow}{x} \\cancelto{0}{x} \\label{a}',
    '\\mathop{\\mathrm{rank}} A \\mathop{A^*}_x \\mathrel{\\mathop{=}^!} \\mbox{m}',
    '\\begin{array}{|l||r:c|} \\hline a & b & c \\\\ \\hdashline d & e & f \\\\ \\hline \\end{array}',
    '\\text{\\large a \\textcolor{red}{b}} \\pmb{x} \\reflectbox{R}',
  ])('has tokens of text alone, no style, no id and only known classes: %s', (tex) => {
    for (const { tagName, properties, children } of elements(mathToHast(tex, true))) {
      expect(['style', 'id', 'href'].filter((name) => name in properties)).toEqual([]);
      if (TOKENS.has(tagName)) expect(children.every((child) => child.type === 'text')).toBe(true);
      if (tagName === 'mrow') expect(properties).not.toHaveProperty('scriptlevel');
      expect(tagName).not.toBe('span');
      for (const name of (properties.className as string[] | undefined) ?? [])
        expect(MATH_CLASSES).toContain(name);
    }
  });

  it('keeps a number that the author wrote, and makes none', () => {
    const text = (tex: string) => JSON.stringify(mathToHast(tex, true));
    expect(text('a = b \\tag{7}')).toContain('(7)');
    expect(text('\\begin{align} a &= b \\\\ c &= d \\end{align}')).not.toContain('tml-glue');
  });
});
