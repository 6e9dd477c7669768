import { importSource } from '@octavo/import';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { styled, wordFile } from './word-file.ts';

async function imported(path: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const { files, report } = await importSource([{ path, bytes }], path);
  return {
    report,
    files,
    text: files.map((file) => String(file.content)).join('\n'),
    said: report.findings.map(({ reason, note }) => `${reason} | ${note}`),
  };
}

const ANNOTATION = '<annotation encoding="application/x-tex">x^2</annotation>';

describe('a formula of a page comes in as TeX', () => {
  test.each([
    [
      'MathML',
      '<math><mfrac><mn>1</mn><mi>x</mi></mfrac><mo>≤</mo><mi>α</mi></math>',
      '$\\frac{1}{x} \\leq \\alpha$',
    ],
    ['what it was made from', `<math><semantics><mi>y</mi>${ANNOTATION}</semantics></math>`, '$x^2$'],
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>${ANNOTATION}</semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span>`,
      '$x^2$',
    ],
    [
      'KaTeX, displayed',
      `<span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><semantics><mi>x</mi>${ANNOTATION}</semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span></span>`,
      '$$\nx^2\n$$',
    ],
    [
      'MathJax 2',
      '<span class="MathJax_Preview">x2</span><span class="MathJax" id="m1"><nobr>x2</nobr></span><script type="math/tex" id="m2">x^2</script>',
      '$x^2$',
    ],
    [
      'MathJax 3',
      '<mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true">x2</mjx-math><mjx-assistive-mml><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container>',
      '$x^{2}$',
    ],
    [
      'MediaWiki',
      `<span class="mwe-math-element"><span class="mwe-math-mathml-inline"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">{\\displaystyle x^{2}}</annotation></semantics></math></span><img src="x.svg" class="mwe-math-fallback-image-inline" alt="x2"></span>`,
      '$x^{2}$',
    ],
    ['Pandoc', '<span class="math inline">\\(x^2\\)</span>', '$x^2$'],
    ['Pandoc, displayed', '<span class="math display">\\[x^2\\]</span>', '$$\nx^2\n$$'],
  ])('%s', async (_name, html, tex) => {
    const { text, report } = await imported('faq.html', `<h2>What is it?</h2><p>It is ${html}, so.</p>`);
    expect(text).toContain(tex);
    expect(text).toMatch(/It is[\s\S]*, so\./);
    expect(text).not.toContain('x2');
    expect(report.words.missing).toEqual([]);
  });
});

const word = (paragraph: string) =>
  wordFile(
    `${styled('H', 'What is it?')}<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r>${paragraph}<w:r><w:t>, so.</w:t></w:r></w:p>`,
    { H: 'heading 1' },
  );
const run = (text: string, upright = false) =>
  `<m:r>${upright ? '<m:rPr><m:sty m:val="p"/></m:rPr>' : ''}<m:t>${text}</m:t></m:r>`;
const of = (name: string, text: string) => `<m:${name}>${run(text)}</m:${name}>`;

describe('a formula of Word comes in as TeX', () => {
  test.each([
    ['letters and signs', run('E=m&lt;3.5'), '$E = m < 3.5$'],
    ['a power', `<m:sSup>${of('e', 'c')}${of('sup', '2')}</m:sSup>`, '$c^{2}$'],
    ['a fraction', `<m:f>${of('num', '1')}${of('den', 'n')}</m:f>`, '$\\frac{1}{n}$'],
    [
      'a root',
      `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${of('e', 'x')}</m:rad>`,
      '$\\sqrt{x}$',
    ],
    ['a cube root', `<m:rad>${of('deg', '3')}${of('e', 'x')}</m:rad>`, '$\\sqrt[3]{x}$'],
    [
      'a sum',
      `<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr>${of('sub', 'i')}${of('sup', 'n')}${of('e', 'i')}</m:nary>`,
      '$\\sum_{i}^{n} i$',
    ],
    [
      'a matrix',
      `<m:d><m:e><m:m><m:mr>${of('e', 'a')}${of('e', 'b')}</m:mr></m:m></m:e></m:d>`,
      '$\\begin{pmatrix} a & b \\end{pmatrix}$',
    ],
    ['an accent', `<m:acc><m:accPr><m:chr m:val="&#x302;"/></m:accPr>${of('e', 'x')}</m:acc>`, '$\\hat{x}$'],
  ])('%s', async (_name, omml, tex) => {
    const { text, report } = await imported('faq.docx', word(`<m:oMath>${omml}</m:oMath>`));
    expect(text).toContain(`It is ${tex}, so.`);
    expect(report.words.missing).toEqual([]);
  });

  test('one that stands alone is displayed, and one that nests too deep is its words', async () => {
    const alone = await imported(
      'faq.docx',
      word(`<m:oMathPara><m:oMath>${run('x')}</m:oMath></m:oMathPara>`),
    );
    expect(alone.text).toContain('$$\nx\n$$');
    const deep = `${'<m:box><m:e>'.repeat(3000)}${run('deep')}${'</m:e></m:box>'.repeat(3000)}`;
    expect((await imported('faq.docx', word(`<m:oMath>${deep}</m:oMath>`))).text).toContain('$deep$');
  });
});

test('an EPUB brings its pictures and formulas, and a language that is none is left to the text', async () => {
  const image =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const book = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="EPUB/a.opf"/></rootfiles></container>',
    ),
    'EPUB/a.opf': strToU8(
      '<package><metadata><dc:title>Answers</dc:title><dc:language>C</dc:language></metadata><manifest><item id="c" href="text/a%20b.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>',
    ),
    'EPUB/text/a b.xhtml': strToU8(
      '<html><body><h1>What is it called?</h1><p>It is <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math> and <img src="../media/a%20pond.png" alt="A pond"/>, which is the oldest one of the town.</p></body></html>',
    ),
    'EPUB/media/a pond.png': new Uint8Array(Buffer.from(image, 'base64')),
  });
  const { text, files, said } = await imported('faq.epub', book);
  expect(text).toContain('It is $x$ and ![A pond](');
  expect(files.filter(({ path }) => path.endsWith('.png'))).toHaveLength(1);
  expect(said.join('\n')).not.toMatch(/language|not there/);
});

describe('a language of markup that is not read is named, with what makes Markdown of it', () => {
  test.each([
    [
      'faq.tex',
      '% about\n\\documentclass{article}\n\\begin{document}\n\\section{Why?}\nSo.\n',
      'LaTeX',
      'latex',
    ],
    ['faq.mediawiki', "= A =\n\n== Why? ==\n\n'''So.'''\n\n== How? ==\n\nThus.\n", 'MediaWiki', 'mediawiki'],
    ['faq.textile', 'h1. A\n\nh2(#why). Why?\n\nSo.\n', 'Textile', 'textile'],
    ['faq.jira', 'h1. A\n\nh2. {anchor:why}Why?\n\nSo.\n', 'markup of Jira', 'jira'],
    [
      'faq.dbk',
      '<?xml version="1.0"?>\n<!DOCTYPE article>\n<article><title>A</title></article>\n',
      'DocBook',
      'docbook',
    ],
    ['faq.ipynb', '{ "cells": [], "nbformat": 4 }', 'a notebook of Jupyter', 'ipynb'],
  ])('%s', async (path, text, name, pandoc) => {
    const { files, said } = await imported(path, text);
    expect(files).toEqual([]);
    expect(said[0]).toContain(`this is ${name}, which is not read`);
    expect(said[0]).toContain(`pandoc -f ${pandoc} -t gfm -o "faq.md" "${path}"`);
  });
});

test('a digit that was joined with the letters around it is not missed elsewhere', async () => {
  const { report } = await imported(
    'faq.md',
    '# A\n\n## 1. Who?\n\nYes.\n\n## 2. What is H~2~O and x^2^?\n\nSo.\n',
  );
  expect(report.words.missing).toEqual([]);
});
