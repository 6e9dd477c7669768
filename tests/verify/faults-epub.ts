import { changeEpub, inEpub, type Stretch, stretch, swapped } from './edit-text.ts';
import { type Fault, finding } from './fault.ts';

const FIRST = 'OEBPS/chapter-first.xhtml';
const SECOND = 'OEBPS/chapter-second.xhtml';
const ENTRY_2: Stretch = ['<section class="entry active" id="q2"', '</blockquote></section>'];
const ENTRY_6A: Stretch = ['<section class="entry active" id="q6A"', '</section>'];
const ENTRY_5: Stretch = ['<section class="entry deprecated" id="q5"', '</section>'];
const LINE_1: Stretch = ['<li><a href="chapter-first.xhtml#q1">', '</li>'];
const LINE_2: Stretch = ['<li><a href="chapter-first.xhtml#q2">', '</li>'];

const change =
  (path: string, how: (text: string) => string): Fault['spoil'] =>
  (files) =>
    changeEpub(files, (book) => {
      book[path] = new TextEncoder().encode(how(new TextDecoder().decode(book[path])));
    });

const fault = (
  name: string,
  spoil: Fault['spoil'],
  finds: Fault['finds'],
  also: readonly string[] = [],
): Fault => ({
  name,
  format: 'epub',
  spoil,
  finds,
  also,
});

/** What can go wrong with an EPUB. */
export const EPUB_FAULTS: readonly Fault[] = [
  fault(
    'an entry dropped',
    change(FIRST, (text) => text.replace(stretch(text, ENTRY_2), '')),
    [finding('presence', '2')],
    ['1', '4', '6'],
  ),
  fault(
    'an entry twice',
    change(SECOND, (text) => text.replace(stretch(text, ENTRY_5), (own) => own + own)),
    [finding('presence', '5')],
  ),
  fault(
    'a number off by one',
    inEpub(SECOND, '<span class="number">6A</span>', '<span class="number">7</span>'),
    [finding('presence', '6A'), finding('presence', '7')],
  ),
  fault('a word lost', inEpub(SECOND, 'Whoever publishes. The report', 'Whoever publishes. The'), [
    finding('answer', '6A'),
  ]),
  fault(
    'a word of the question changed',
    inEpub(FIRST, 'What does it cost?</h2>', 'What did it cost?</h2>'),
    [finding('question', '2')],
  ),
  fault(
    'two answers swapped',
    change(SECOND, (text) => swapped(text, ['<p>In a drawer', '</p>'], ['<p>Whoever', '</p>'])),
    [finding('answer', '5'), finding('answer', '6A')],
  ),
  fault(
    'two entries in the other order',
    change(SECOND, (text) => swapped(text, ENTRY_5, ENTRY_6A)),
    [finding('order', '6A')],
  ),
  fault(
    'a link retargeted',
    inEpub(SECOND, 'chapter-first.xhtml#q2">the cost', 'chapter-first.xhtml#q3">the cost'),
    [finding('links', '6')],
  ),
  fault(
    'a link to nowhere',
    inEpub(SECOND, 'chapter-first.xhtml#q2">the cost', 'chapter-first.xhtml#q77">the cost'),
    [finding('links', '6'), finding('anchors')],
  ),
  fault('an address changed', inEpub(FIRST, 'source?a=1', 'source?a=2'), [finding('links', '1')]),
  fault(
    'a line of the contents missing',
    change('OEBPS/toc.xhtml', (text) => text.replace(stretch(text, LINE_2), '')),
    [finding('contents', '2')],
  ),
  fault(
    'contents out of order',
    change('OEBPS/toc.xhtml', (text) => swapped(text, LINE_1, LINE_2)),
    [finding('contents', '1')],
  ),
  fault(
    'a line of the contents that leads elsewhere',
    inEpub('OEBPS/toc.xhtml', 'chapter-first.xhtml#q3">3 What', 'chapter-first.xhtml#q4">3 What'),
    [finding('contents', '3')],
  ),
  fault(
    'a point of the ncx missing',
    change('OEBPS/toc.ncx', (text) => {
      const at = text.indexOf('3 What is a picture worth?');
      const start = text.lastIndexOf('<navPoint', at);
      return text.slice(0, start) + text.slice(text.indexOf('</navPoint>', at) + 11);
    }),
    [finding('navigation', '3')],
  ),
  fault(
    'the spine in another order',
    change('OEBPS/content.opf', (text) =>
      swapped(
        text,
        ['<itemref idref="doc-chapter-first"', '/>'],
        ['<itemref idref="doc-chapter-second"', '/>'],
      ),
    ),
    [finding('order', '5')],
    ['1', '2', '3', '4', '6', '6A'],
  ),
  fault(
    'a document out of the spine',
    inEpub('OEBPS/content.opf', '<itemref idref="doc-chapter-second"/>', ''),
    [finding('presence', '5'), finding('presence', '6'), finding('presence', '6A')],
  ),
  fault(
    'a page mark lost',
    change(FIRST, (text) =>
      text.replace(stretch(text, ['<div epub:type="pagebreak" role="doc-pagebreak" id="page_7"', '/>']), ''),
    ),
    [finding('pages')],
    ['3', '4', '5', '6', '6A', '2'],
  ),
  {
    name: 'a page label wrong',
    format: 'epub',
    beside: ['pdf'],
    spoil: inEpub(SECOND, 'id="page_8" title="3"', 'id="page_8" title="4"'),
    finds: [finding('pages'), finding('pages', '5')],
    also: ['6', '6A'],
  },
  fault(
    'the page list short of a page',
    change('OEBPS/toc.xhtml', (text) =>
      text.replace(stretch(text, ['<li><a href="chapter-second.xhtml#page_8"', '</li>']), ''),
    ),
    [finding('pages')],
  ),
  fault(
    'a table row lost',
    inEpub(FIRST, '<tr><td>EPUB</td><td class="align-right">3</td><td>one archive</td></tr>', ''),
    [finding('tables', '2')],
  ),
  fault(
    'two cells swapped',
    inEpub(
      FIRST,
      '<td>HTML</td><td class="align-right">5</td>',
      '<td>5</td><td class="align-right">HTML</td>',
    ),
    [finding('tables', '2')],
  ),
  fault(
    'a space of the code lost',
    inEpub(FIRST, '  <span class="hljs-keyword">return', ' <span class="hljs-keyword">return'),
    [finding('code', '2')],
  ),
  fault(
    'a footnote lost',
    change(FIRST, (text) => text.replace(stretch(text, ['<section class="footnotes"', '</section>']), '')),
    [finding('notes', '1')],
  ),
  fault(
    'a footnote mark lost',
    change(FIRST, (text) => text.replace(stretch(text, ['<sup class="footnote-mark">', '</sup>']), '')),
    [finding('notes', '1')],
  ),
  fault('an alternative text lost', inEpub(FIRST, 'alt="a small spoon"', 'alt=""'), [finding('images', '3')]),
  fault('a caption changed', inEpub(FIRST, 'without its soup', 'with its soup'), [finding('images', '3')]),
  fault('a language lost', inEpub(FIRST, '<span lang="de" xml:lang="de">', '<span>'), [
    finding('languages', '3'),
  ]),
  fault('a formula changed', inEpub(FIRST, 'alttext="a^2 + b^2"', 'alttext="a^2 - b^2"'), [
    finding('formulas', '2'),
  ]),
  fault('bold words no longer bold', inEpub(FIRST, '<strong>every format</strong>', 'every format'), [
    finding('emphasis', '1'),
  ]),
  fault(
    'a list that begins at another number',
    inEpub(FIRST, '<ol><li>Read the pages', '<ol start="2"><li>Read the pages'),
    [finding('lists', '1')],
  ),
  fault('a task no longer done', inEpub(FIRST, '☑</span> Words given', '☐</span> Words given'), [
    finding('lists', '3'),
  ]),
  fault(
    'a heading one level down',
    inEpub(
      FIRST,
      '<h3 id="q1-how-it-is-checked">How it is checked</h3>',
      '<h4 id="q1-how-it-is-checked">How it is checked</h4>',
    ),
    [finding('headings', '1')],
  ),
  fault(
    'the notice of a withdrawn entry lost',
    change(FIRST, (text) => text.replace(stretch(text, ['<div class="notice"', '</div>']), '')),
    [finding('notice', '4')],
  ),
  fault(
    'another replacement',
    inEpub(
      FIRST,
      'Replaced by <a class="cross-reference" href="chapter-first.xhtml#q2"',
      'Replaced by <a class="cross-reference" href="chapter-first.xhtml#q3"',
    ),
    [finding('notice', '4')],
  ),
  fault(
    'a related question lost',
    change(SECOND, (text) => text.replace(stretch(text, ['<div class="related"', '</div>']), '')),
    [finding('related', '6')],
  ),
  fault('an old id that no longer lands', inEpub(FIRST, '<span id="sameness" />', ''), [
    finding('anchors', '1'),
  ]),
  fault('a word of the preface changed', inEpub('OEBPS/front-preface.xhtml', 'read it back', 'read it'), [
    finding('answer'),
  ]),
  fault('the title changed', inEpub('OEBPS/content.opf', 'A Handbook to Be Read Back', 'A Handbook'), [
    finding('metadata'),
  ]),
  fault(
    'an image not in the book',
    (files) => changeEpub(files, (book) => void delete book['OEBPS/images/image-1.png']),
    [finding('file')],
    ['3'],
  ),
  fault('a document that is no XML', inEpub(SECOND, '</section>', '</sectio>'), [finding('file')]),
  fault(
    'half of the file',
    (files) => void files.set('parity.epub', (files.get('parity.epub') ?? new Uint8Array()).slice(0, 20_000)),
    [finding('file')],
  ),
  fault('no file', (files) => void files.delete('parity.epub'), [finding('file')]),
];
