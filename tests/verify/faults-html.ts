import { inText, type Stretch, stretch, swapped } from './edit-text.ts';
import { type Fault, type Files, finding } from './fault.ts';

const change =
  (path: string, how: (text: string) => string): Fault['spoil'] =>
  (files) =>
    void files.set(path, new TextEncoder().encode(how(new TextDecoder().decode(files.get(path)))));
const cut = (path: string, part: Stretch): Fault['spoil'] =>
  change(path, (text) => text.replace(stretch(text, part), ''));
const both =
  (...all: readonly Fault['spoil'][]): Fault['spoil'] =>
  (files: Files) => {
    for (const spoil of all) spoil(files);
  };
const fault = (
  name: string,
  spoil: Fault['spoil'],
  finds: Fault['finds'],
  also: readonly string[] = [],
): Fault => ({
  name,
  format: 'html',
  spoil,
  finds,
  also,
});

const OWN_6 = 'entry/6/index.html';

/** What can go wrong with a website. */
export const HTML_FAULTS: readonly Fault[] = [
  fault(
    'an entry without its own page',
    (files) => void files.delete('entry/6A/index.html'),
    [finding('presence', '6A'), finding('anchors')],
    ['6', '3', '5'],
  ),
  fault(
    'an entry dropped from its chapter',
    cut('second/index.html', ['<article id="q6A"', '</article>']),
    [finding('presence', '6A')],
    ['3'],
  ),
  fault(
    'a number off by one on its own page',
    inText(OWN_6, '<a class="number" href="index.html">6</a>', '<a class="number" href="index.html">7</a>'),
    [finding('presence', '6'), finding('presence', '7')],
  ),
  fault(
    'a number off by one in the chapter',
    inText('second/index.html', '../entry/6/index.html">6</a>', '../entry/6/index.html">7</a>'),
    [finding('presence', '6'), finding('presence', '7')],
  ),
  fault('a word lost on an own page', inText(OWN_6, 'at once, and <a', 'at, and <a'), [
    finding('answer', '6'),
  ]),
  fault('a word lost in the chapter', inText('second/index.html', 'at once, and <a', 'at, and <a'), [
    finding('answer', '6'),
  ]),
  fault(
    'a word of the question changed',
    inText(OWN_6, 'class="words">When is it run?</span></h1>', 'class="words">When was it run?</span></h1>'),
    [finding('question', '6')],
  ),
  fault(
    'two answers swapped in the chapter',
    change('second/index.html', (text) => swapped(text, ['>In a drawer', '</p>'], ['>Whoever', '</p>'])),
    [finding('answer', '5'), finding('answer', '6A')],
  ),
  fault(
    'two entries of a chapter in the other order',
    change('second/index.html', (text) =>
      swapped(text, ['<article id="q5"', '</article>'], ['<article id="q6A"', '</article>']),
    ),
    [finding('order', '6A')],
    ['5'],
  ),
  fault(
    'a link retargeted',
    inText(
      OWN_6,
      '<a class="cross-reference" href="../2/index.html"',
      '<a class="cross-reference" href="../3/index.html"',
    ),
    [finding('links', '6')],
  ),
  fault(
    'a link of the chapter to nowhere',
    inText(
      'second/index.html',
      'entry/2/index.html" data-number="2"',
      'entry/2/index.html#nowhere" data-number="2"',
    ),
    [finding('links', '6'), finding('anchors')],
    [],
  ),
  fault('an address changed', inText('entry/1/index.html', 'source?a=1', 'source?a=2'), [
    finding('links', '1'),
  ]),
  fault(
    'a line of the contents missing',
    cut('index.html', ['<li><a class="entry-link" href="first/index.html#q3">', '</li>']),
    [finding('contents', '3')],
  ),
  fault(
    'contents out of order',
    change('index.html', (text) =>
      swapped(
        text,
        ['<li><a class="entry-link" href="first/index.html#q1">', '</li>'],
        ['<li><a class="entry-link" href="first/index.html#q2">', '</li>'],
      ),
    ),
    [finding('contents', '1')],
  ),
  fault(
    'a line of the contents that leads elsewhere',
    inText('index.html', 'first/index.html#q3', 'first/index.html#q2'),
    [finding('contents', '3')],
  ),
  fault(
    'a chapter missing from the contents',
    cut('index.html', ['<h4><a href="second/index.html">', '</h4>']),
    [finding('contents')],
    ['5'],
  ),
  fault(
    'a table row lost',
    inText(
      'entry/2/index.html',
      '<tr><td>EPUB</td><td class="align-right">3</td><td>one archive</td></tr>',
      '',
    ),
    [finding('tables', '2')],
  ),
  fault('code changed', inText('entry/2/index.html', '</span> one === two', '</span> one == two'), [
    finding('code', '2'),
  ]),
  fault('a footnote lost', cut('entry/1/index.html', ['<section class="footnotes"', '</section>']), [
    finding('notes', '1'),
  ]),
  fault(
    'a mark that leads to another note',
    inText('entry/1/index.html', 'href="#q1-fn-1" role="doc-noteref"', 'href="#q1-fn-2" role="doc-noteref"'),
    [finding('notes', '1'), finding('anchors', '1')],
  ),
  fault('an alternative text lost', inText('entry/3/index.html', 'alt="a small spoon"', 'alt=""'), [
    finding('images', '3'),
  ]),
  fault('a language lost', inText('entry/3/index.html', '<span lang="de">', '<span>'), [
    finding('languages', '3'),
  ]),
  fault('a formula changed', inText('entry/2/index.html', 'alttext="a^2 + b^2"', 'alttext="a^2 + c^2"'), [
    finding('formulas', '2'),
  ]),
  fault(
    'slanted words no longer bold',
    inText('entry/1/index.html', '<strong>every format</strong>', '<em>every format</em>'),
    [finding('emphasis', '1')],
  ),
  fault(
    'a box of another kind',
    inText('entry/3/index.html', 'class="admonition note"', 'class="admonition tip"'),
    [finding('boxes', '3')],
  ),
  fault(
    'a quotation that is none',
    change('entry/2/index.html', (text) =>
      text.replace('<blockquote>', '<div>').replace('</blockquote>', '</div>'),
    ),
    [finding('boxes', '2')],
  ),
  fault('the notice of a withdrawn entry lost', cut('entry/4/index.html', ['<div class="notice', '</div>']), [
    finding('notice', '4'),
  ]),
  fault(
    'a notice where none belongs',
    inText(OWN_6, '<div class="answer">', '<div class="notice"><p>Withdrawn</p></div><div class="answer">'),
    [finding('notice', '6')],
  ),
  fault(
    'a related question retargeted',
    change(OWN_6, (text) =>
      text.replace(
        '<ol class="entries" role="list"><li><a class="entry-link" href="../1/',
        '<ol class="entries" role="list"><li><a class="entry-link" href="../2/',
      ),
    ),
    [finding('related', '6')],
  ),
  fault(
    'the next entry left out',
    change(OWN_6, (text) =>
      text.replace(/<a rel="next"[^>]*href="[^"]*"/, '<a rel="next" href="../5/index.html"'),
    ),
    [finding('order', '6')],
  ),
  fault(
    'another permanent address',
    inText(
      OWN_6,
      '<link rel="canonical" href="https://example.org/parity/entry/6">',
      '<link rel="canonical" href="https://example.org/parity/entry/5">',
    ),
    [finding('metadata', '6')],
  ),
  fault('another title', inText(OWN_6, '<title>6. When is it run?', '<title>6. When?'), [
    finding('metadata', '6'),
  ]),
  fault(
    'an old number that leads elsewhere',
    inText('entry/90/index.html', 'url=../1/index.html', 'url=../2/index.html'),
    [finding('anchors', '1')],
  ),
  fault('an old number that leads nowhere', (files) => void files.delete('entry/90/index.html'), [
    finding('anchors', '1'),
  ]),
  fault(
    'an id that does not land',
    inText('first/index.html', 'id="what-does-it-cost"', 'id="what-did-it-cost"'),
    [finding('anchors', '2')],
  ),
  fault(
    'the search without an entry',
    change('static/search/second.js', (text) => text.replace('"numbers":["6A"', '"numbers":["66"')),
    [finding('search', '6A'), finding('search', '66')],
  ),
  fault(
    'another question in the search',
    inText('static/search/second.js', 'Who reads the report?', 'Who wrote the report?'),
    [finding('search', '6A')],
  ),
  fault(
    'an index of the search not loaded',
    inText('static/search-parts.js', '"second.js"', '"first.js"'),
    [finding('search', '5')],
    ['6', '6A'],
  ),
  fault(
    'a word lost in the FAQPage',
    change(OWN_6, (text) => text.replace('"text":"Before every release', '"text":"Before a release')),
    [finding('structured-data', '6')],
  ),
  fault(
    'a question lost in the FAQPage of a chapter',
    change('second/index.html', (text) =>
      text.replace(/\{"@type":"Question","@id":"[^"]*entry\/5".*?\}\},/, ''),
    ),
    [finding('structured-data')],
  ),
  fault(
    'a withdrawn entry in a FAQPage',
    inText(
      'entry/4/index.html',
      '</head>',
      '<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[]}</script></head>',
    ),
    [finding('structured-data')],
  ),
  fault(
    'a word of the preface changed',
    inText('preface/index.html', 'read it back. See <a', 'read it. See <a'),
    [finding('answer')],
  ),
  fault('a page in another language', inText(OWN_6, '<html lang="en"', '<html lang="de"'), [
    finding('languages'),
  ]),
  fault(
    'both places agree with each other and not with the handbook',
    both(
      inText(OWN_6, 'at once, and <a', 'soon, and <a'),
      inText('second/index.html', 'at once, and <a', 'soon, and <a'),
    ),
    [finding('answer', '6')],
  ),
  fault('no front page', (files) => void files.delete('index.html'), [finding('file')]),
];
