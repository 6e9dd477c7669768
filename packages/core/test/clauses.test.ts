import { type Block, crossReferences, toText } from '@octavo/core';
import { markdownWriter } from '@octavo/core/markdown';
import { clauseLists } from '@octavo/core/read';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../src/read/parse-markdown.ts';
import { answerOf, entryText, load } from './sample.ts';

/** Blocks as a line: a clause in brackets behind its label, other blocks as their words. */
function shape(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type !== 'list') return block.type === 'paragraph' ? toText([block]) : `<${toText([block])}>`;
      return block.children
        .map((item) => `[${item.label ?? '•'} ${shape(item.children)}]`.replace(' ]', ']'))
        .join('');
    })
    .join(' ');
}

const read = (markdown: string) => answerOf(markdown, {}, 'clauses: true\n').answer;

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/** As people write them. */
const WILD: readonly (readonly [name: string, markdown: string, tree: string])[] = [
  ['lines of one paragraph', '(a) one\n(b) two\n(c) three', '[(a) one][(b) two][(c) three]'],
  ['an introduction in the same paragraph', 'It must:\n(a) one;\n(b) two.', 'It must: [(a) one;][(b) two.]'],
  ['paragraphs', '(a) one\n\n(b) two', '[(a) one][(b) two]'],
  [
    'insertions as Acts have them',
    '(1) a\n(1ZA) b\n(1A) c\n(1AA) d\n(1B) e\n(2) f',
    '[(1) a][(1ZA) b][(1A) c][(1AA) d][(1B) e][(2) f]',
  ],
  [
    'labels that stand together, as in American rules',
    '(a)(1) one\n(2) two\n(b)(1)(i) three\n(ii) four\n(2) five',
    '[(a) [(1) one][(2) two]][(b) [(1) [(i) three][(ii) four]][(2) five]]',
  ],
  [
    'a label and a bracket that is none',
    '(1)(see below) one\n(2)(see) two',
    '(1)(see below) one (2)(see) two',
  ],
  [
    'a heading between two labels',
    '(a) *Fees.* (1) one\n(2) two\n\n(b) **Who pays:** (1)(i) three\n\n(ii) four\n\n(c) *Note* (1) says\n\n(d) _A._ (2) b',
    '[(a) Fees. [(1) one][(2) two]][(b) Who pays: [(1) [(i) three][(ii) four]]][(c) Note (1) says][(d) A. (2) b]',
  ],
  [
    'no space behind a label, as Acts are copied',
    '(1)A one\n\n(a)the two\n\n(b)any three\n\n(2)In four\n\n(2A)or five',
    '[(1) A one [(a) the two][(b) any three]][(2) In four][(2A) or five]',
  ],
  [
    'Spanish letters',
    'm) x\nn) one\nñ) two\no) three'
      .replace(
        'm)',
        `${ALPHABET.slice(0, 13)
          .map((letter) => `${letter}) x`)
          .join('\n')}\nm)`,
      )
      .replace('m) x\nm)', 'm)'),
    `${ALPHABET.slice(0, 13)
      .map((letter) => `[${letter}) x]`)
      .join('')}[n) one][ñ) two][o) three]`,
  ],
  [
    'Greek',
    'α) one\nβ) two\n  (Α) three\n  (Β) four\nγ) five',
    '[α) one][β) two [(Α) three][(Β) four]][γ) five]',
  ],
  ['Russian', '1) one:\nа) two;\nб) three;\n2) four', '[1) one: [а) two;][б) three;]][2) four]'],
  [
    'Russian, with and without letters that some leave out',
    'а) x\nб) x\nв) x\nг) x\nд) x\nе) x\nё) x\nж) x\nз) x\nи) x\nк) x',
    '[а) x][б) x][в) x][г) x][д) x][е) x][ё) x][ж) x][з) x][и) x][к) x]',
  ],
  ['Hebrew', '(א) one\n(ב) two', '[(א) one][(ב) two]'],
  [
    'Arabic',
    'أ) one\nب) two\nج) three\nد) four\nهـ) five\nو) six',
    '[أ) one][ب) two][ج) three][د) four][هـ) five][و) six]',
  ],
  ['Chinese', '（一）本文\n\n（二）本文\n\n（三）本文', '[（一） 本文][（二） 本文][（三） 本文]'],
  ['Hindi', '(१) one\n\n(क) two\n\n(ख) three\n\n(२) four', '[(१) one [(क) two][(ख) three]][(२) four]'],
  ['Bengali', '(১) one\n(ক) two\n(খ) three', '[(১) one [(ক) two][(খ) three]]'],
  ['Arabic digits', '(١) one\n(٢) two\n(٢a) three', '[(١) one][(٢) two][(٢a) three]'],
  ['Persian digits with insertions', '۱. one\n\n۱a. two\n\n۲. three', '[۱. one][۱a. two][۲. three]'],
  ['Korean', '가) one\n나) two', '[가) one][나) two]'],
  ['Thai', '(ก) one\n(ข) two', '[(ก) one][(ข) two]'],
  ['an initial in Russian', 'А. Пушкин', 'А. Пушкин'],
  ['no space behind a label', '(1)One\n(2)two\n\n(a)Three', '[(1) One][(2) two [(a) Three]]'],
  ['words with brackets', '(a)typical cases\n(s)he may\n(2)nd', '(a)typical cases (s)he may (2)nd'],
  [
    'a number behind a list within the one above',
    '1. one\n\n1.1 two\n\n(1) three\n\n(2) four\n\n1.1.1 five\n\n1.1.2 six\n\n1.2 seven',
    '[1. one [1.1 two [(1) three][(2) four] [1.1.1 five][1.1.2 six]][1.2 seven]]',
  ],
  [
    '(ia) between (i) and (j)',
    '(a) x\n(b) x\n(c) x\n(d) x\n(e) x\n(f) x\n(g) x\n(h) x\n(i) one\n(ia) two\n(j) three',
    '[(a) x][(b) x][(c) x][(d) x][(e) x][(f) x][(g) x][(h) x][(i) one][(ia) two][(j) three]',
  ],
  ['boxes to tick', '- [ ] (a) one\n- [ ] (b) two', '[• (a) one][• (b) two]'],
  ['bullets before labels', '- (a) one\n- (b) two', '[(a) one][(b) two]'],
  ['numbers of Markdown', '1. one\n2. two', '[1. one][2. two]'],
  ['numbers of Markdown that begin with 0', '0. one\n1. two', '[0. one][1. two]'],
  ['numbers with a bracket', '1) one\n2) two', '[1) one][2) two]'],
  ['letters with a dot', 'a. one\nb. two', '[a. one][b. two]'],
  ['capitals with a dot', 'A. one\n\nB. two', '[A. one][B. two]'],
  ['Roman numbers', 'i. one\nii. two\niii. three\niv. four', '[i. one][ii. two][iii. three][iv. four]'],
  ['capital Roman numbers', 'I) one\n\nII) two', '[I) one][II) two]'],
  ['full-width signs', '（１）一\n（２）二', '[（１） 一][（２） 二]'],
  ['full-width signs without a space', '（１）本文\n\n（ａ）本文', '[（１） 本文 [（ａ） 本文]]'],
  ['emphasised labels', '**(a)** one\n\n**(b) Two.** Second', '[(a) one][(b) Two. Second]'],
  [
    'nested by indentation',
    '(1) one\n    (a) two\n        (i) three\n    (b) four\n(2) five',
    '[(1) one [(a) two [(i) three]][(b) four]][(2) five]',
  ],
  [
    'nested paragraphs by indentation',
    '(1) one\n\n    (a) two\n\n        (i) three\n\n(2) five',
    '[(1) one [(a) two [(i) three]]][(2) five]',
  ],
  [
    'nested by Markdown',
    '1. one\n   - (a) two\n   - (b) three\n2. four',
    '[1. one [(a) two][(b) three]][2. four]',
  ],
  [
    'labels below numbers of Markdown',
    '1. one\n   (a) two\n   (b) three\n2. four',
    '[1. one [(a) two][(b) three]][2. four]',
  ],
  [
    'lazy lines below numbers of Markdown',
    '1. one\n(a) two\n(b) three\n2. four',
    '[1. one [(a) two][(b) three]][2. four]',
  ],
  [
    'numbers of Markdown below labels',
    '(a) one\n1. two\n2. three\n(b) four',
    '[(a) one [1. two][2. three]][(b) four]',
  ],
  [
    'flat, by style alone',
    '(1) one\n\n(a) two\n\n(i) three\n\n(ii) four\n\n(b) five\n\n(2) six',
    '[(1) one [(a) two [(i) three][(ii) four]][(b) five]][(2) six]',
  ],
  [
    'two labels in one line',
    '(1) (a) one\n(b) two\n(2) (a) three',
    '[(1) [(a) one][(b) two]][(2) [(a) three]]',
  ],
  ['a number of Markdown before a label', '1. (a) one\n   (b) two', '[1. [(a) one][(b) two]]'],
  [
    '(i) behind (h)',
    '(g) one\n(h) two\n(i) three\n(j) four'.replace('(g)', '(a) x\n(b) x\n(c) x\n(d) x\n(e) x\n(f) x\n(g)'),
    '[(a) x][(b) x][(c) x][(d) x][(e) x][(f) x][(g) one][(h) two][(i) three][(j) four]',
  ],
  ['(i) below (a)', '(a) one\n(i) two\n(ii) three\n(b) four', '[(a) one [(i) two][(ii) three]][(b) four]'],
  [
    '(i) and (ii) below (h)',
    '(a) x\n(b) x\n(c) x\n(d) x\n(e) x\n(f) x\n(g) x\n(h) x\n(i) one\n(ii) two\n(i) three',
    '[(a) x][(b) x][(c) x][(d) x][(e) x][(f) x][(g) x][(h) x [(i) one][(ii) two]][(i) three]',
  ],
  ['insertions', '(1) one\n(1a) two\n(1b) three\n(2) four', '[(1) one][(1a) two][(1b) three][(2) four]'],
  [
    'insertions of letters',
    '(a) one\n(aa) two\n(ab) three\n(b) four',
    '[(a) one][(aa) two][(ab) three][(b) four]',
  ],
  [
    'insertions in Latin',
    '1. one\n\n1bis. two\n\n1ter. three\n\n2. four',
    '[1. one][1bis. two][1ter. three][2. four]',
  ],
  [
    'double letters below letters',
    'a) one\n\naa) two\n\nbb) three\n\nb) four',
    '[a) one [aa) two][bb) three]][b) four]',
  ],
  [
    'the letters behind z',
    ALPHABET.map((letter) => `(${letter}) x`)
      .join('\n')
      .concat('\n(aa) y\n(ab) z'),
    `${ALPHABET.map((letter) => `[(${letter}) x]`).join('')}[(aa) y][(ab) z]`,
  ],
  [
    'doubled letters behind z',
    `${ALPHABET.map((letter) => `(${letter}) x`).join('\n')}\n(aa) y\n(bb) z`,
    `${ALPHABET.map((letter) => `[(${letter}) x]`).join('')}[(aa) y][(bb) z]`,
  ],
  [
    'numbers that hold those above',
    '1. one\n\n1.1 two\n\n1.2 three\n\n1.2.1 four\n\n2. five\n\n2.1 six',
    '[1. one [1.1 two][1.2 three [1.2.1 four]]][2. five [2.1 six]]',
  ],
  ['such numbers without the ones above', '1.1 one\n\n1.2 two\n\n2.1 three', '[1.1 one][1.2 two][2.1 three]'],
  ['aligned at the right', '  (i) one\n (ii) two\n(iii) three', '[(i) one][(ii) two][(iii) three]'],
  ['a little crooked', '(a) one\n (b) two\n(c) three', '[(a) one][(b) two][(c) three]'],
  ['tabs', '(1) one\n\t(a) two\n\t(b) three\n(2) four', '[(1) one [(a) two][(b) three]][(2) four]'],
  [
    'a second paragraph, table and code of a clause',
    '(a) one\n\n    two\n\n    | x |\n    |---|\n    | y |\n\n    ```js\n    z\n    ```\n\n(b) three',
    '[(a) one two <x\ny> <z>][(b) three]',
  ],
  ['closing words behind a list', '(a) one\n\n(b) two\n\nand so on.', '[(a) one][(b) two] and so on.'],
  [
    'closing words of an outer clause',
    '(1) one:\n    (a) two\n    (b) three\nin any case.\n(2) four',
    '[(1) one: [(a) two][(b) three]] in any case. [(2) four]',
  ],
  [
    'closing words of an outer clause, indented',
    '(1) one:\n\n    (a) two\n\n  in any case.\n\n(2) four',
    '[(1) one: [(a) two] in any case.][(2) four]',
  ],
  ['words between clauses', '(1) one\n\nBetween.\n\n(2) two', '[(1) one] Between. [(2) two]'],
  [
    'words before clauses of a clause',
    '(1) one\n\nThese:\n\n(a) two\n\n(b) three\n\n(2) four',
    '[(1) one These: [(a) two][(b) three]][(2) four]',
  ],
  [
    'a second list of another style',
    '(1) one\n(2) two\n\nThese:\n\n(a) three',
    '[(1) one][(2) two] These: [(a) three]',
  ],
  ['headings between', '(1) one\n\n## Title\n\n(2) two', '[(1) one] <Title> [(2) two]'],
  ['lines that go on', '(a) one\nand more\n    and more\n(b) two', '[(a) one and more and more][(b) two]'],
  ['hard line ends', '(a) one\\\n(b) two  \n(c) three', '[(a) one\n][(b) two\n][(c) three]'],
  ['links and emphasis within', '(a) *one* [two](#2)\n(b) `three`', '[(a) one two][(b) three]'],
  ['a label by itself', '(a)\n\n    one\n\n(b) two', '[(a) one][(b) two]'],
  ['one that was taken away', '(a) one\n(b) [deleted]\n(c) three', '[(a) one][(b) [deleted]][(c) three]'],
];

const write = markdownWriter();

test.each(WILD)('%s, as a list that every reader of Markdown shows', (_, text) => {
  const lists = write(clauseLists({ text, tree: parseMarkdown(text) }));
  expect(shape(read(lists)), lists).toBe(shape(read(text)));
});

test.each(WILD)('%s', (_, markdown, tree) => {
  expect(shape(read(markdown))).toBe(tree.replaceAll('\n]', ']'));
});

/** What looks like a label and is none. */
test.each([
  ['\\(a) one', '(a) one'],
  ['1\\. one', '1. one'],
  ['(see) one', '(see) one'],
  ['A. Smith wrote it.', 'A. Smith wrote it.'],
  ['I. Kant wrote it.', 'I. Kant wrote it.'],
  ['vitamin\nC. It is', 'vitamin C. It is'],
  ['as section\n(7) says', 'as section (7) says'],
  ['e.g. one', 'e.g. one'],
  ['(a)one', '(a)one'],
  ['`(a)` one', '(a) one'],
  ['[(a)](#2) one', '(a) one'],
  ['- one\n- two', '[• one][• two]'],
  ['- [x] one\n- [ ] two', '[• one][• two]'],
  ['> (a) one\n> (b) two', '<(a) one (b) two>'],
  ['one (a) two (b)', 'one (a) two (b)'],
])('%j is no clause', (markdown, tree) => {
  expect(shape(read(markdown))).toBe(tree);
});

/** A label by its style and place. */
const STYLES: readonly ((place: number) => string)[] = ['1', 'a', 'i', 'A', 'I'].flatMap((kind) => {
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];
  const core = (place: number): string => {
    if (kind === '1') return `${place + 1}`;
    const low = kind.toLowerCase() === 'i' ? (roman[place] ?? '') : (ALPHABET[place] ?? '');
    return kind === kind.toLowerCase() ? low : low.toUpperCase();
  };
  return [
    (place: number) => `(${core(place)})`,
    (place: number) => `${core(place)})`,
    (place: number) => `${core(place)}.`,
  ];
});

interface Node {
  readonly words: string;
  readonly below: readonly Node[];
}
const words = fc.constantFrom('one', 'two words', 'three *words*, so', 'four `(a)`');
const node = fc.letrec<{ node: Node; nodes: Node[] }>((tie) => ({
  node: fc.record({ words, below: fc.oneof({ depthSize: 'small' }, fc.constant([]), tie('nodes')) }),
  // A lone "A." may be an initial.
  nodes: fc.array(tie('node'), { minLength: 2, maxLength: 6 }),
}));

test('a tree of labels in any styles, indented or flat, in lines, paragraphs or bullets, is read as that tree', () => {
  fc.assert(
    fc.property(
      node.nodes.filter((nodes) => depthOf(nodes) <= 4),
      fc.shuffledSubarray([...STYLES], { minLength: 4, maxLength: 4 }),
      fc.constantFrom(0, 2, 4, 6),
      fc.constantFrom('\n', '\n\n'),
      fc.boolean(),
      (nodes, styles, indent, between, bullets) => {
        fc.pre(!bullets || indent > 0);
        const write = (list: readonly Node[], depth: number): string[] =>
          list.flatMap(({ words: said, below }, place) => [
            `${' '.repeat(indent * depth)}${bullets ? '- ' : ''}${styles[depth]?.(place)} ${said}`,
            ...write(below, depth + 1),
          ]);
        const wanted = (list: readonly Node[], depth: number): string =>
          list
            .map(({ words: said, below }, place) => {
              const plain = said.replace(/[*`]/g, '');
              return `[${styles[depth]?.(place)} ${plain}${below.length > 0 ? ` ${wanted(below, depth + 1)}` : ''}]`;
            })
            .join('');
        const markdown = write(nodes, 0).join(between);
        expect(shape(read(markdown)), markdown).toBe(wanted(nodes, 0));
      },
    ),
    { numRuns: 150 },
  );
});

function depthOf(nodes: readonly Node[]): number {
  return 1 + Math.max(0, ...nodes.map(({ below }) => (below.length > 0 ? depthOf(below) : 0)));
}

const LAW = '(1) one\n(2) two\n    (a) three\n    (b) four\n(3) five\n1. six';

/** The links of an entry 2, which has clauses too, and what is said of them. */
function linksTo(link: string): { readonly links: readonly string[]; readonly said: readonly string[] } {
  const { handbook, messages } = load(
    {
      'basics/1-law.md': entryText('1', LAW, 'clauses: true\nmoved: { "(9)": "(3)" }\n'),
      'basics/2-more.md': entryText('2', `See ${link}.\n\n(1) own\n    (a) of own`, 'clauses: true\n'),
    },
    {},
  );
  return {
    links: crossReferences(handbook?.chapters[0]?.entries[1]?.answer ?? []).map(
      ({ number, fragment, children }) => `${toText(children)} → ${number}#${fragment}`,
    ),
    said: messages.filter(({ ruleId }) => ruleId !== 'text-is-normalised').map(({ reason }) => reason),
  };
}

test.each([
  ['[the rule](#1(2)(b))', 'the rule → 1#2-b'],
  ['[](#1(2)(b))', '1(2)(b) → 1#2-b'],
  ['[](<#1 (2) (b)>)', '1(2)(b) → 1#2-b'],
  ['[](#law(2)(b))', '1(2)(b) → 1#2-b'],
  ['[the rule](1-law.md#(2)(b))', 'the rule → 1#2-b'],
  ['[the rule](1-law.md#2-b)', 'the rule → 1#2-b'],
  ['[the rule](#1/2-b)', 'the rule → 1#2-b'],
  ['[the rule](#1/(2)(b))', 'the rule → 1#2-b'],
  ['[](<#1 2)b)>)', '1(2)(b) → 1#2-b'],
  ['[](#1(3)1.)', '1(3)(1) → 1#3-1'],
  ['[the rule](#1%282%29%28b%29)', 'the rule → 1#2-b'],
  ['[the rule](#(1)(a))', 'the rule → 2#1-a'],
  ['[](#(1)(a))', '2(1)(a) → 2#1-a'],
  ['[the rule](#1(9))', 'the rule → 1#9'],
  ['[the rule](<#1(3) 1.>)', 'the rule → 1#3-1'],
])('%s leads to its clause', (link, target) => {
  expect(linksTo(link)).toEqual({ links: [target], said: [] });
});

test.each([
  ['[the rule](#1(2)(c))', 'there is no clause (2)(c) in 1; did you mean #1(2)(b)?'],
  ['[the rule](#1(2)(a)(i))', 'there is no clause (2)(a)(i) in 1; did you mean #1(2)(a)?'],
  ['[the rule](#1(4))', 'there is no clause (4) in 1; did you mean #1(3)?'],
  ['[the rule](#3(a))', 'no entry "#3(a)"'],
])('%s is told', (link, reason) => {
  expect(linksTo(link).said).toEqual([reason]);
});

test('a number that ends in a bracket itself is followed by its clauses', () => {
  const { handbook, messages } = load({
    'handbook.yaml':
      'schemaVersion: 1\nid: small\ntitle: Small\nlanguage: en\niri: https://example.org/small/\nedition: { version: "1", date: "2026-11-01" }\nclauses: true\nnumbers: { preset: regulation, closing: ")" }\nchapters: [{ id: basics, title: Basics }]\n',
    'basics/4b1-one.md': entryText('"4b1)"', '(a) one\n(b) two [](<#4b1)(a)>) [](#(a)) [](#4b1(b))'),
  });
  expect(messages.map(String)).toEqual([]);
  const links = crossReferences(handbook?.chapters[0]?.entries[0]?.answer ?? []);
  expect(links.map(({ number, fragment, children }) => [number, fragment, toText(children)])).toEqual([
    ['4b1)', 'a', '4b1)(a)'],
    ['4b1)', 'a', '4b1)(a)'],
    ['4b1)', 'b', '4b1)(b)'],
  ]);
});
