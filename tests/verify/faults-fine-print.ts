import type { PdfValue } from '@octavo/verify/pdf-objects';
import { inEpub, inText } from './edit-text.ts';
import { type Fault, finding } from './fault.ts';
import { inPdf, type PdfChanges, stretches, type Tag } from './pdf-changes.ts';

const [CODE, LISTS, LETTERS, NOTES, PIXELS, INKS] = [0, 1, 2, 3, 4, 5];
const CHAPTER = 'OEBPS/chapter-a.xhtml';

const pdf = (name: string, how: (pdf: PdfChanges) => void, ...finds: Fault['finds']): Fault => ({
  name,
  format: 'pdf',
  beside: ['html'],
  spoil: inPdf(how),
  finds,
});

/** The same text fault in the entry's own page and in the EPUB. */
const both = (
  name: string,
  entry: string,
  from: string,
  to: string,
  subject: 'code' | 'lists' | 'answer' | 'notes',
): readonly Fault[] => [
  {
    name: `site: ${name}`,
    format: 'html',
    spoil: inText(`entry/${entry}/index.html`, from, to),
    finds: [finding(subject, entry)],
  },
  {
    name: `EPUB: ${name}`,
    format: 'epub',
    spoil: inEpub(CHAPTER, from, to),
    finds: [finding(subject, entry)],
  },
];

const twin = (name: string, entry: string, from: string, to: string): Fault => ({
  name: `twin: ${name}`,
  format: 'tree',
  beside: ['html'],
  spoil: inText(`entry/${entry}.md`, from, to),
  finds: [finding('documents', entry)],
});

/** Changes what a tag's stretches paint; a change that changes nothing is a mistake. */
function paint(changes: PdfChanges, tag: Tag | undefined, how: (content: string) => string): void {
  let changed = false;
  for (const { page, id } of tag ? stretches(tag) : [])
    changes.content(page, (text) => {
      // The mark itself may say the text of what it marks.
      const from = text.search(new RegExp(`<</MCID ${id}\\b`));
      const end = text.indexOf('\nEMC', from);
      const next = how(text.slice(from, end));
      changed ||= next !== text.slice(from, end);
      return text.slice(0, from) + next + text.slice(end);
    });
  if (!changed) throw new Error('nothing was painted otherwise');
}

const label = (changes: PdfChanges, at: number): Tag | undefined =>
  changes.tags('Lbl', changes.entry(LISTS))[at];

/** Gives a picture of an entry other pixels, as many as it has. */
const repainted = (entry: number, at: number) => (changes: PdfChanges) => {
  const tag = changes.tags('Figure', changes.entry(entry))[at];
  const [{ page, id } = { page: 0, id: 0 }] = tag ? stretches(tag) : [];
  let name = '';
  changes.content(page, (text) => {
    name = /\/(\w+) Do/.exec(text.slice(text.indexOf(`<</MCID ${id}>> BDC`)))?.[1] ?? '';
    return text;
  });
  const resources = changes.dictionary(changes.dictionary({ ref: page }).get('Resources'));
  const { ref } = changes.dictionary(resources.get('XObject')).get(name) as { ref: number };
  const [width, height] = ['Width', 'Height'].map((key) => Number(changes.dictionary({ ref }).get(key)));
  changes.putStream(ref, 'z'.repeat((width ?? 0) * (height ?? 0) * 3), {
    Type: { name: 'XObject' },
    Subtype: { name: 'Image' },
    Width: width as PdfValue,
    Height: height as PdfValue,
    BitsPerComponent: 8,
    ColorSpace: { name: 'DeviceRGB' },
  });
};

const drawing = (how: (content: string) => string) => (changes: PdfChanges) =>
  paint(changes, changes.tags('Figure', changes.entry(INKS))[1], how);

/** What is easily lost, and was not seen once. */
export const FINE_PRINT_FAULTS: readonly Fault[] = [
  ...both('an empty line of code lost', '1', 'first\n\nthird', 'first\nthird', 'code'),
  ...both('an empty line before code lost', '1', '>\nbehind', '>behind', 'code'),
  ...both('an empty line at the end of code lost', '1', 'empty line\n\n', 'empty line\n', 'code'),
  ...both('a tab of code as spaces', '1', '\tsixth', '    sixth', 'code'),
  ...both('a line of spaces lost', '1', '\n   \n', '\n', 'code'),
  pdf(
    'an empty line of code lost',
    (changes) =>
      paint(changes, changes.tags('Code', changes.entry(CODE))[0], (text) =>
        text.replace('/ActualText <FEFF000A>', '/ActualText <FEFF0020>'),
      ),
    finding('code', '1'),
  ),
  pdf(
    'the indentation of code lost',
    (changes) =>
      paint(changes, changes.tags('Code', changes.entry(CODE))[0], (text) =>
        text.replace(/<([0-9a-f]{4})\1\1\1(?=[0-9a-f])/, '<'),
      ),
    finding('code', '1'),
  ),
  ...both('the first number of a list lost', '2', '<ol start="3">', '<ol>', 'lists'),
  ...both('a number in a list changed', '2', '<li>four', '<li value="9">four', 'lists'),
  {
    name: 'site: the box of a task lost',
    format: 'html',
    spoil: inText('entry/2/index.html', 'type="checkbox"', 'type="hidden"'),
    finds: [finding('lists', '2')],
  },
  {
    name: 'site: the boxes of tasks hidden',
    format: 'html',
    spoil: inText('static/octavo.css', '{', '{}.answer input{display:none}i{'),
    finds: [finding('painting', '2')],
  },
  {
    name: 'EPUB: the box of a task lost',
    format: 'epub',
    spoil: inEpub(CHAPTER, '>☑</span>', '></span>'),
    finds: [finding('lists', '2')],
  },
  twin('the box of a task lost', '2', '- [x] Words', '- Words'),
  twin('a number of a list lost', '2', '4. four', '- four'),
  twin('a mark on a letter lost', '3', 'q̣̃', 'q̣'),
  pdf('the box of a task not painted', (one) => paint(one, label(one, 0), () => ''), finding('lists', '2')),
  pdf(
    'the number of an item not painted',
    (one) => paint(one, label(one, 3), () => ''),
    finding('lists', '2'),
  ),
  pdf('a bullet not painted', (one) => paint(one, label(one, 6), () => ''), finding('lists', '2')),
  pdf(
    'a number in a list changed',
    (one) => one.retext(label(one, 3) as Tag, '4', '3'),
    finding('lists', '2'),
  ),
  ...both('a mark on a letter lost', '3', 'x̂.<', 'x.<', 'answer'),
  ...both('a mark below a letter lost', '3', '>Ọ̀nà ni ọ́', '>Ọ̀nà ni ó', 'answer'),
  pdf(
    'a mark on a letter not painted',
    (changes) =>
      paint(changes, changes.tags('P', changes.entry(LETTERS))[0], (text) =>
        text.replace(/(ActualText <FEFF[^>]*>>> BDC\s+BT [^<]*<[0-9a-f]{4})[^\]]*\]/, '$1>]'),
      ),
    finding('painting', '3'),
  ),
  {
    name: 'site: a mark in a note stands in the answer',
    format: 'html',
    spoil: (files) => {
      const path = 'entry/4/index.html';
      const text = new TextDecoder().decode(files.get(path));
      const mark =
        '<sup class="footnote-mark"><a id="q4-fnref-3" href="#q4-fn-3" role="doc-noteref">3</a></sup>';
      const moved = text.replace(mark, '').replace('.</p><section class="footnotes"', `${mark}$&`);
      files.set(path, new TextEncoder().encode(moved));
    },
    finds: [finding('notes', '4')],
  },
  {
    name: 'EPUB: a mark in a note one word further',
    format: 'epub',
    spoil: (files) => {
      const mark =
        '<sup class="footnote-mark"><a id="q4_fnref-3" href="#q4_fn-3" role="doc-noteref" epub:type="noteref">3</a></sup>';
      inEpub(CHAPTER, `${mark} a second.`, ` a second${mark}.`)(files);
    },
    finds: [finding('notes', '4')],
  },
  pdf(
    'a note in a note lost',
    (changes) => {
      const notes = changes.tags('Note', changes.entry(NOTES));
      const inner = notes.find((note) =>
        notes.some((one) => one !== note && changes.tags('Note', one).includes(note)),
      );
      if (!inner) throw new Error('no note in a note');
      changes.drop(inner);
    },
    finding('notes', '4'),
  ),
  pdf('a WebP with other pixels', repainted(PIXELS, 0), finding('images', '5')),
  pdf('a GIF with other pixels', repainted(PIXELS, 1), finding('images', '5')),
  pdf('a JPEG of four inks with other pixels', repainted(INKS, 0), finding('images', '6')),
  pdf(
    'a drawing larger than its place',
    drawing((text) => text.replace('0.75 0 0 0.75', '1.5 0 0 1.5')),
    finding('images', '6'),
  ),
  pdf(
    'a drawing beside its place',
    drawing((text) => text.replace(/1 0 0 1 (\S+) (\S+) cm/, '1 0 0 1 60 $2 cm')),
    finding('images', '6'),
  ),
  pdf(
    'a drawing whose place has another shape',
    (changes) => {
      const tag = changes.tags('Figure', changes.entry(INKS))[1];
      if (!tag) throw new Error('no drawing');
      const layout = new Map<string, PdfValue>([
        ['O', { name: 'Layout' }],
        ['Placement', { name: 'Block' }],
        ['BBox', [155, 200, 445, 402]],
      ]);
      changes.change(tag.ref, { A: layout });
    },
    finding('images', '6'),
  ),
];
