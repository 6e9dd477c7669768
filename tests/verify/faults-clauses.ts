import type { PdfValue } from '@octavo/verify/pdf-objects';
import { inEpub, inText, swapped } from './edit-text.ts';
import { type Fault, finding } from './fault.ts';
import { inPdf, named, type PdfChanges, type Tag } from './pdf-changes.ts';

const CLAUSES = 6;
const CHAPTER = 'OEBPS/chapter-a.xhtml';
const PAGE = 'entry/7/index.html';

const html = (name: string, from: string, to: string, ...finds: Fault['finds']): Fault => ({
  name: `site: ${name}`,
  format: 'html',
  spoil: inText(PAGE, from, to),
  finds,
  also: ['8'],
});
const epub = (name: string, from: string, to: string, ...finds: Fault['finds']): Fault => ({
  name: `EPUB: ${name}`,
  format: 'epub',
  spoil: inEpub(CHAPTER, from, to),
  finds,
  also: ['8'],
});
const both = (name: string, from: string, to: string, ...finds: Fault['finds']): readonly Fault[] => [
  html(name, from, to, ...finds),
  epub(name, from, to, ...finds),
];
const pdf = (name: string, how: (pdf: PdfChanges) => void, ...finds: Fault['finds']): Fault => ({
  name: `PDF: ${name}`,
  format: 'pdf',
  beside: ['html'],
  spoil: inPdf(how),
  finds,
  also: ['8'],
});
const label = (changes: PdfChanges, at: number): Tag =>
  changes.tags('Lbl', changes.entry(CLAUSES))[at] as Tag;
/** Puts another value, or none, where the tree of destinations has a name. */
const destination =
  (name: string, value: (changes: PdfChanges) => readonly PdfValue[]) => (changes: PdfChanges) => {
    const { leaf, names, at } = named(changes, name);
    changes.change(leaf, { Names: [...names.slice(0, at), ...value(changes), ...names.slice(at + 2)] });
  };

type Json = { [key: string]: unknown };
const graph = (name: string, how: (clauses: Json[], part: Json) => void): Fault => ({
  name: `JSON-LD: ${name}`,
  format: 'jsonld',
  spoil: (files) => {
    const path = 'entry/7.jsonld';
    const data = JSON.parse(new TextDecoder().decode(files.get(path))) as {
      acceptedAnswer: { hasPart: Json[] };
    };
    const [first = {}] = data.acceptedAnswer.hasPart;
    how(first.hasPart as Json[], first);
    files.set(path, new TextEncoder().encode(JSON.stringify(data)));
  },
  finds: [finding('lists', '7')],
});

/** What can go wrong with clauses. */
export const CLAUSE_FAULTS: readonly Fault[] = [
  html('a label changed', '(c)</a>', '(e)</a>', finding('lists', '7')),
  epub('a label changed', '(c)</span>', '(e)</span>', finding('lists', '7')),
  html('a label lost', '(c)</a>', '</a>', finding('lists', '7')),
  epub('a label lost', '(c)</span>', '</span>', finding('lists', '7')),
  ...both('an anchor lost', 'id="q7-1-c"', 'id="q7-1-x"', finding('lists', '7')),
  ...both('a former anchor lost', 'id="q7-1-d"', 'id="q7-1-x"', finding('lists', '7')),
  html(
    'a link to another clause',
    'cross-reference" href="#q7-1-c"',
    'cross-reference" href="#q7-1-a"',
    finding('links', '7'),
  ),
  epub('a link to another clause', 'xhtml#q7-1-c"', 'xhtml#q7-1-a"', finding('links', '7')),
  html(
    'a label that leads to another clause',
    'class="label" href="#q7-1-c"',
    'class="label" href="#q7-1-a"',
    finding('lists', '7'),
  ),
  html('the address of another clause copied', 'entry/7#q7-1-c"', 'entry/7#q7-1-a"', finding('lists', '7')),
  html(
    'clauses cut in two',
    '<li id="q7-1-c">',
    '</ol><ol class="clauses" role="list"><li id="q7-1-c">',
    finding('lists', '7'),
  ),
  {
    ...html('clauses in another order', '', '', finding('lists', '7')),
    spoil: (files) => {
      const text = new TextDecoder().decode(files.get(PAGE));
      const changed = swapped(text, ['<li id="q7-1-a">', '</li>'], ['<li id="q7-1-c">', '</li>']);
      files.set(PAGE, new TextEncoder().encode(changed));
    },
  },
  pdf('a label changed', (one) => one.retext(label(one, 3), 'c', 'a'), finding('lists', '7')),
  pdf('a label lost', (one) => one.drop(label(one, 3)), finding('lists', '7')),
  pdf(
    'a destination lost',
    destination('q7-1-c', () => []),
    finding('anchors', '7'),
  ),
  pdf(
    'a former destination lost',
    destination('q7-1-d', () => []),
    finding('anchors', '7'),
  ),
  pdf(
    'a destination at another clause',
    destination('q7-1-c', (one) => {
      const { names, at } = named(one, 'q7-2');
      return [{ bytes: 'q7-1-c' }, names[at + 1] ?? null];
    }),
    finding('anchors', '7'),
  ),
  pdf(
    'another clause printed behind a link',
    (one) => one.retext(one.tags('P', one.entry(CLAUSES + 1))[0] as Tag, '7(2)', '7(1)'),
    finding('links', '8'),
  ),
  graph('a label changed', ([clause = {}]) => void Object.assign(clause, { name: { en: '(b)' } })),
  graph(
    'another IRI',
    ([clause = {}]) => void Object.assign(clause, { '@id': 'https://example.org/parity/entry/7#q7-1-x' }),
  ),
  graph(
    'words of another clause',
    ([one = {}, , three = {}]) => void Object.assign(one, { text: three.text }),
  ),
  graph('other places', ([one = {}, two = {}]) => void Object.assign(one, { position: two.position })),
  graph('one that was taken away is back', ([, two = {}]) => void delete two.status),
  graph('clauses lost', (_, part) => void delete part.hasPart),
  {
    name: 'twin: a label changed',
    format: 'tree',
    beside: ['html'],
    spoil: inText('entry/7.md', '(c) covered', '(e) covered'),
    finds: [finding('documents', '7')],
  },
];
