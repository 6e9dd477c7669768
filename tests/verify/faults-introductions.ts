import { inEpub, inText } from './edit-text.ts';
import { type Fault, finding } from './fault.ts';
import { inPdf, type PdfChanges, type Tag } from './pdf-changes.ts';

const PAGE = 'first/index.html';
const CHAPTER = 'OEBPS/chapter-first.xhtml';
const SNAPSHOT = 'parity.jsonld';
/** The introduction's paragraphs: elements beside the title of its chapter, behind the range of the questions. */
const opening = (pdf: PdfChanges): readonly Tag[] => {
  const chapter = pdf.tags('Sect').find(({ children }) => children.some(({ type }) => type === 'L'));
  if (!chapter) throw new Error('no introduction');
  return chapter.children;
};
const inGraph = (from: string, to: string): Fault['spoil'] => inText(SNAPSHOT, from, to);

/** What can go wrong with the introduction of a chapter. */
export const INTRODUCTION_FAULTS: readonly Fault[] = [
  {
    name: 'site: a word lost',
    format: 'html',
    spoil: inText(PAGE, 'is a promise to', 'is to'),
    finds: [finding('answer')],
  },
  {
    name: 'site: a link elsewhere',
    format: 'html',
    spoil: inText(PAGE, 'href="#q2">number', 'href="#q3">number'),
    finds: [finding('links')],
  },
  {
    name: 'site: the introduction is gone',
    format: 'html',
    spoil: inText(PAGE, '<div class="prose">', '<div hidden>'),
    finds: [finding('presence')],
  },
  {
    name: 'site: a word lost for the search',
    format: 'html',
    spoil: inText('static/search/_book.js', 'is a promise to', 'is to'),
    finds: [finding('search')],
  },
  {
    name: 'twin: a word lost',
    format: 'tree',
    beside: ['html'],
    spoil: inText('first/index.md', 'is a promise to', 'is to'),
    finds: [finding('documents')],
  },
  {
    name: 'twin: a link elsewhere',
    format: 'tree',
    beside: ['html'],
    spoil: inText('first/index.md', 'entry/2.md', 'entry/3.md'),
    finds: [finding('documents')],
  },
  {
    name: 'llms.txt: the introduction is not named',
    format: 'tree',
    beside: ['html'],
    spoil: inText('llms.txt', '(first/index.md)', '(entry/1.md)'),
    finds: [finding('documents')],
  },
  {
    name: 'EPUB: a word lost',
    format: 'epub',
    spoil: inEpub(CHAPTER, 'is a promise to', 'is to'),
    finds: [finding('answer')],
  },
  {
    name: 'EPUB: an item of a list is a paragraph',
    format: 'epub',
    spoil: inEpub(
      CHAPTER,
      '<ul><li>A word that is lost in one of them is found.</li></ul>',
      '<p>A word that is lost in one of them is found.</p>',
    ),
    finds: [finding('lists')],
  },
  {
    name: 'PDF: a word lost',
    format: 'pdf',
    spoil: inPdf((pdf) => {
      const [paragraph] = opening(pdf)
        .filter(({ type }) => type === 'P')
        .slice(-1);
      if (paragraph) pdf.retext(paragraph, 'promise ', '');
    }),
    finds: [finding('answer')],
  },
  {
    name: 'PDF: its list is gone from the tags',
    format: 'pdf',
    spoil: inPdf((pdf) => {
      const list = opening(pdf).find(({ type }) => type === 'L');
      if (list) pdf.drop(list);
    }),
    finds: [finding('answer')],
  },
  {
    name: 'graph: a word lost in the text',
    format: 'jsonld',
    spoil: inGraph(
      'is a promise to every reader: whichever format is opened, number',
      'is to every reader: whichever format is opened, number',
    ),
    finds: [finding('documents')],
  },
  {
    name: 'graph: a word lost in the HTML',
    format: 'jsonld',
    spoil: inGraph(
      'is a promise to every reader: whichever format is opened, <a',
      'is to every reader: whichever format is opened, <a',
    ),
    finds: [finding('answer')],
  },
];
