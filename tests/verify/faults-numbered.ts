import type { PdfValue } from '@octavo/verify/pdf-objects';
import { inEpub, inText } from './edit-text.ts';
import { type Fault, type Finding, finding } from './fault.ts';
import { inPdf, named, type PdfChanges, type Tag } from './pdf-changes.ts';

const CHAPTER = 'OEBPS/chapter-operators.xhtml';
const DOSE = 'UG-3.1.6A';
/** Entries with links into others: a part that cannot be found is missed there. */
const CITING = ['UG-3', DOSE, 'UG-4', 'A1a)'];

/** A change of the page of an entry and of its chapter in the EPUB. */
const both = (name: string, number: string, from: string, to: string, found: Finding): readonly Fault[] => [
  {
    name: `site: ${name}`,
    format: 'html',
    spoil: inText(`entry/${number}/index.html`, from, to),
    finds: [found],
    also: CITING,
  },
  { name: `EPUB: ${name}`, format: 'epub', spoil: inEpub(CHAPTER, from, to), finds: [found], also: CITING },
];
const lists = (name: string, [from, to]: readonly [string, string], epub = [from, to]): readonly Fault[] => [
  {
    name: `site: ${name}`,
    format: 'html',
    spoil: inText('figures/index.html', from, to),
    finds: [finding('contents')],
  },
  {
    name: `EPUB: ${name}`,
    format: 'epub',
    spoil: inEpub('OEBPS/figures.xhtml', epub[0] ?? from, epub[1] ?? to),
    finds: [finding('contents')],
  },
];
const pdf = (name: string, how: (pdf: PdfChanges) => void, found: Finding): Fault => ({
  name: `PDF: ${name}`,
  format: 'pdf',
  beside: ['html'],
  spoil: inPdf(how, 'pool-rules.pdf'),
  finds: [found],
  also: CITING,
});
/** The number of a part of an entry, by its place among the numbers of captions and headings. */
const label = (changes: PdfChanges, entry: number, type: string, at: number): Tag => {
  const holders = changes.tags(type, changes.entry(entry)).filter((one) => one.children[0]?.type === 'Lbl');
  return holders[at]?.children[0] as Tag;
};
const destination =
  (name: string, value: (changes: PdfChanges) => readonly PdfValue[]) => (changes: PdfChanges) => {
    const { leaf, names, at } = named(changes, name);
    changes.change(leaf, { Names: [...names.slice(0, at), ...value(changes), ...names.slice(at + 2)] });
  };
const placeOf = (changes: PdfChanges, name: string): PdfValue => {
  const { names, at } = named(changes, name);
  return names[at + 1] ?? null;
};

type Json = { [key: string]: unknown };
const graph = (name: string, how: (parts: Json[], answer: Json) => void): Fault => ({
  name: `JSON-LD: ${name}`,
  format: 'jsonld',
  spoil: (files) => {
    const data = JSON.parse(new TextDecoder().decode(files.get('entry/UG-4.jsonld'))) as {
      acceptedAnswer: Json;
    };
    how(data.acceptedAnswer.hasPart as Json[], data.acceptedAnswer);
    files.set('entry/UG-4.jsonld', new TextEncoder().encode(JSON.stringify(data)));
  },
  finds: [finding('numbered', 'UG-4')],
});

/** What can go wrong with the numbers of figures, tables, formulas and headings, and with their lists. */
export const NUMBERED_FAULTS: readonly Fault[] = [
  ...both(
    'the number of a figure lost',
    'UG-4',
    'Figure UG-4.2</span>',
    '</span>',
    finding('numbered', 'UG-4'),
  ),
  ...both(
    'the number of a figure changed',
    'UG-4',
    'Figure UG-4.2<',
    'Figure UG-4.3<',
    finding('numbered', 'UG-4'),
  ),
  ...both(
    'the number of a table changed',
    'UG-3',
    'Table UG-3.2<',
    'Table UG-3.1<',
    finding('numbered', 'UG-3'),
  ),
  ...both('the number of a formula lost', DOSE, '(UG-3.1.6A.2)</span>', '</span>', finding('numbered', DOSE)),
  ...both('the number of a heading changed', 'UG-3', '>UG-3.1.1<', '>UG-3.2.1<', finding('numbered', 'UG-3')),
  ...both(
    'a caption lost',
    'UG-3',
    '</span> What a line of the log says',
    '</span>',
    finding('images', 'UG-3'),
  ),
  ...both('an anchor lost', 'UG-4', 'id="qUG--4-chain"', 'id="qUG--4-x"', finding('numbered', 'UG-4')),
  ...both(
    'the anchor of a table lost',
    'UG-3',
    'id="qUG--3-limits"',
    'id="qUG--3-x"',
    finding('numbered', 'UG-3'),
  ),
  ...both(
    'another number as the words of a link',
    'UG-3',
    '>Figure UG-3.1</a>',
    '>Figure UG-3.2</a>',
    finding('links', 'UG-3'),
  ),
  {
    name: 'site: a link to another formula',
    format: 'html',
    spoil: inText(
      `entry/${DOSE}/index.html`,
      'reference" href="#qUG--3.1.6A-dose"',
      'reference" href="#qUG--3.1.6A-turnover"',
    ),
    finds: [finding('links', DOSE)],
  },
  {
    name: 'EPUB: a link to another formula',
    format: 'epub',
    spoil: inEpub(CHAPTER, 'xhtml#qUG--3.1.6A-dose"', 'xhtml#qUG--3.1.6A-turnover"'),
    finds: [finding('links', DOSE)],
  },
  ...lists('a number in a list changed', ['Figure UG-4.2<', 'Figure UG-4.1<']),
  ...lists('a caption in a list changed', ['tells whom at night', 'tells whom']),
  ...lists('a line of a list leads elsewhere', ['qUG--4-chain-at-night"', 'qUG--4-chain"']),
  ...lists(
    'a line of a list lost',
    [
      '<li><a class="entry-link" href="../entry/UG-4/index.html#qUG--4-chain"><span class="number">Figure UG-4.1</span> <span class="words">Who tells whom, and in which order</span></a></li>',
      '',
    ],
    [
      '<li><a href="chapter-operators.xhtml#qUG--4-chain"><span class="number">Figure UG-4.1</span> Who tells whom, and in which order</a></li>',
      '',
    ],
  ),
  {
    name: 'site: a list that is no page',
    format: 'html',
    spoil: (files) => void files.delete('tables/index.html'),
    finds: [finding('contents')],
  },
  {
    name: 'EPUB: the landmark of a list leads to the other',
    format: 'epub',
    spoil: inEpub(
      'OEBPS/toc.xhtml',
      'epub:type="lot" href="tables.xhtml"',
      'epub:type="lot" href="figures.xhtml"',
    ),
    finds: [finding('navigation')],
  },
  pdf(
    'the number of a figure changed',
    (one) => one.retext(label(one, 2, 'Caption', 1), '2', '1'),
    finding('numbered', 'UG-4'),
  ),
  pdf(
    'the number of a figure lost',
    (one) => one.drop(label(one, 2, 'Caption', 1)),
    finding('numbered', 'UG-4'),
  ),
  pdf('the number of a heading lost', (one) => one.drop(label(one, 0, 'H4', 0)), finding('numbered', 'UG-3')),
  pdf(
    'the number of a formula changed',
    (one) => one.retext(label(one, 1, 'Caption', 0), '6', '1'),
    finding('numbered', DOSE),
  ),
  pdf(
    'a destination lost',
    destination('qUG--4-chain', () => []),
    finding('anchors', 'UG-4'),
  ),
  pdf(
    'a destination at another figure',
    destination('qUG--4-chain', (one) => [{ bytes: 'qUG--4-chain' }, placeOf(one, 'qUG--4-chain-at-night')]),
    finding('anchors', 'UG-4'),
  ),
  pdf(
    'a destination at another formula',
    destination('qUG--3.1.6A-turnover', (one) => [
      { bytes: 'qUG--3.1.6A-turnover' },
      placeOf(one, 'qUG--3.1.6A-dose'),
    ]),
    finding('anchors', DOSE),
  ),
  pdf(
    'another number printed behind a link',
    (one) => one.retext(one.tags('L', one.entry(0))[0] as Tag, 'Table UG-3.1.6A.1', 'Table UG-3.1.6A.3'),
    finding('links', 'UG-3'),
  ),
  pdf(
    'a number in a list changed',
    (one) => one.retext(one.tags('TOCI').at(-4) as Tag, 'UG-3.1', 'UG-3.2'),
    finding('contents'),
  ),
  pdf('a line of a list lost', (one) => one.drop(one.tags('TOCI').at(-2) as Tag), finding('contents')),
  graph('a number changed', ([one = {}]) => void Object.assign(one, { name: { en: 'Figure UG-4.2' } })),
  graph('a caption lost', ([one = {}]) => void delete one.description),
  graph(
    'another IRI',
    ([one = {}]) => void Object.assign(one, { '@id': 'https://example.org/pool-rules/entry/UG-4#qUG--4-x' }),
  ),
  graph('the parts lost', (_, answer) => void delete answer.hasPart),
  {
    name: 'twin: a number changed',
    format: 'tree',
    beside: ['html'],
    spoil: inText('entry/UG-4.md', 'Figure UG-4.2', 'Figure UG-4.1'),
    finds: [finding('documents', 'UG-4')],
  },
];
