import type { PdfValue } from '@octavo/verify/pdf-objects';
import { pdfString } from './edit-pdf.ts';
import { type Fault, finding } from './fault.ts';
import { inPdf, linksTo, named, type PdfChanges, type Tag } from './pdf-changes.ts';

const fault = (
  name: string,
  how: (pdf: PdfChanges) => void,
  finds: Fault['finds'],
  also: readonly string[] = [],
): Fault => ({
  name,
  format: 'pdf',
  spoil: inPdf(how),
  finds,
  also,
});
/** Entries by their place in the book. */
const [ONE, TWO, THREE, FOUR, FIVE, SIX, SIX_A] = [0, 1, 2, 3, 4, 5, 6];

const first = (pdf: PdfChanges, type: string, below?: Tag): Tag => {
  const [tag] = pdf.tags(type, below);
  if (!tag) throw new Error(`no ${type}`);
  return tag;
};
/** The outline's line of the first entry: in the first chapter, in the first part. */
const FIRST_ENTRY = ['First', 'Next', 'Next', 'Next', 'Next', 'First', 'First'] as const;
const refs = (value: PdfValue | undefined): number => (value as { ref: number }).ref;
const outlineItem = (pdf: PdfChanges, ...steps: readonly string[]): number =>
  steps.reduce(
    (at, step) => refs(pdf.dictionary({ ref: at }).get(step)),
    refs(pdf.objects.root.get('Outlines')),
  );
const swapKids = (pdf: PdfChanges, parent: Tag, one: Tag, two: Tag): void =>
  pdf.setKids(
    parent,
    parent.kids.map((kid) =>
      refs(kid) === one.ref ? { ref: two.ref } : refs(kid) === two.ref ? { ref: one.ref } : kid,
    ),
  );
const chapter = (pdf: PdfChanges, entry: Tag): Tag => {
  const found = pdf.tags('Sect').find((tag) => tag.children.includes(entry));
  if (!found) throw new Error('no chapter');
  return found;
};
/** What can go wrong with a PDF. */
export const PDF_FAULTS: readonly Fault[] = [
  fault('an entry dropped', (pdf) => pdf.drop(pdf.entry(TWO)), [finding('presence', '2')]),
  fault(
    'a number off by one',
    (pdf) => pdf.retext(first(pdf, 'H2', pdf.entry(TWO)), '2', '3'),
    [finding('presence', '2'), finding('presence', '3')],
    ['3'],
  ),
  fault(
    'a letter of the question changed',
    (pdf) => pdf.retext(first(pdf, 'H2', pdf.entry(TWO)), 'cost', 'rest'),
    [finding('question', '2')],
  ),
  fault('a word lost', (pdf) => pdf.retext(pdf.entry(SIX_A), 'names ', ''), [finding('answer', '6A')]),
  fault('two words run together', (pdf) => pdf.retext(pdf.entry(SIX_A), 'the entry', 'theentry'), [
    finding('answer', '6A'),
  ]),
  fault(
    'two answers swapped',
    (pdf) => {
      const [one, two] = [pdf.entry(FOUR), pdf.entry(FIVE)];
      const [mine, theirs] = [one.kids.at(-1) ?? null, two.kids.at(-1) ?? null];
      pdf.setKids(one, [...one.kids.slice(0, -1), theirs]);
      pdf.setKids(two, [...two.kids.slice(0, -1), mine]);
    },
    [finding('answer', '4'), finding('answer', '5')],
  ),
  fault(
    'two entries in the other order',
    (pdf) => swapKids(pdf, chapter(pdf, pdf.entry(FIVE)), pdf.entry(FIVE), pdf.entry(SIX)),
    [finding('order', '6')],
  ),
  fault(
    'a paragraph read before another',
    (pdf) => {
      const entry = pdf.entry(ONE);
      const [one, two] = entry.children.filter((tag) => tag.type === 'P');
      if (one && two) swapKids(pdf, entry, one, two);
    },
    [finding('answer', '1')],
  ),
  fault('words that no tag has', (pdf) => pdf.drop(first(pdf, 'P', pdf.entry(SIX_A))), [
    finding('answer', '6A'),
  ]),
  fault(
    'a text that stands for other letters',
    (pdf) => {
      for (const page of pdf.pages)
        pdf.content(page, (text) => text.replaceAll('/ActualText <FEFF00AD>', '/ActualText <FEFF002D>'));
    },
    [finding('answer', '1')],
    ['2', '3', '4', '5', '6', '6A'],
  ),
  fault(
    'a link retargeted',
    (pdf) => {
      const [link] = linksTo(pdf, 'q6A').slice(-1);
      for (const area of linksTo(pdf, 'q6A')) if (area === link) pdf.change(area, { Dest: { bytes: 'q5' } });
      for (const tag of pdf.tags('Link', pdf.entry(THREE)))
        for (const kid of tag.kids) {
          const area = pdf.dictionary(kid).get('Obj');
          if (area) pdf.change(refs(area), { Dest: { bytes: 'q5' } });
        }
    },
    [finding('links', '3')],
    ['5', '6A'],
  ),
  fault(
    'a link to nowhere',
    (pdf) => {
      for (const tag of pdf.tags('Link', pdf.entry(THREE)))
        for (const kid of tag.kids) {
          const area = pdf.dictionary(kid).get('Obj');
          if (area) pdf.change(refs(area), { Dest: { bytes: 'q77' } });
        }
    },
    [finding('links', '3')],
  ),
  fault(
    'an address changed',
    (pdf) => {
      for (const tag of pdf.tags('Link', pdf.entry(ONE)))
        for (const kid of tag.kids) {
          const area = pdf.dictionary(kid).get('Obj');
          const action = pdf.dictionary(pdf.dictionary(area).get('A'));
          if (area && action.has('URI'))
            pdf.change(refs(area), {
              A: new Map<string, PdfValue>([...action, ['URI', { bytes: 'https://example.org/other' }]]),
            });
        }
    },
    [finding('links', '1')],
  ),
  fault(
    'contents out of order',
    (pdf) => {
      const inner = pdf.tags('TOC').find((toc) => toc.children.length === 4);
      const [one, two] = inner?.children ?? [];
      if (inner && one && two) swapKids(pdf, inner, one, two);
      else throw new Error('no contents');
    },
    [finding('contents', '1')],
  ),
  fault(
    'a line of the contents missing',
    (pdf) => {
      const inner = pdf.tags('TOC').find((toc) => toc.children.length === 4);
      const line = inner?.children[2];
      if (line) pdf.drop(line);
      else throw new Error('no contents');
    },
    [finding('contents', '3')],
  ),
  fault(
    'a wrong page in the contents',
    (pdf) => {
      const line = pdf
        .tags('TOC')
        .find((toc) => toc.children.length === 3)
        ?.children.at(-1);
      if (!line) throw new Error('no contents');
      pdf.retext(line, '3', '2');
    },
    [finding('pages', '6A')],
  ),
  fault('a wrong page behind a link', (pdf) => pdf.retext(pdf.entry(SIX), 'p. 1', 'p. 3'), [
    finding('pages', '6'),
  ]),
  fault('a wrong page at the foot', (pdf) => pdf.refoot(pdf.pages[7] ?? 0, '2', '1'), [finding('pages')]),
  fault(
    'an outline line with another title',
    (pdf) =>
      pdf.change(outlineItem(pdf, ...FIRST_ENTRY), {
        Title: pdfString('1 What is it?'),
      }),
    [finding('navigation', '1')],
  ),
  fault(
    'an outline line that leads elsewhere',
    (pdf) => {
      const item = outlineItem(pdf, ...FIRST_ENTRY);
      const next = outlineItem(pdf, ...FIRST_ENTRY, 'Next');
      const to = pdf.dictionary({ ref: next });
      pdf.change(item, { Dest: to.get('Dest') ?? null, A: to.get('A') ?? null });
    },
    [finding('navigation', '1')],
  ),
  fault(
    'an outline line missing',
    (pdf) => {
      const item = outlineItem(pdf, ...FIRST_ENTRY);
      const next = pdf.dictionary({ ref: outlineItem(pdf, ...FIRST_ENTRY, 'Next') }).get('Next');
      if (next !== undefined) pdf.change(item, { Next: next });
    },
    [finding('navigation', '2')],
  ),
  fault(
    'page labels off by one',
    (pdf) => {
      const labels = pdf.dictionary(pdf.objects.root.get('PageLabels'));
      const nums = [...pdf.objects.list(labels.get('Nums'))];
      nums[5] = new Map<string, PdfValue>([
        ['S', { name: 'D' }],
        ['St', 2],
      ]);
      pdf.change(rootRef(pdf), { PageLabels: new Map([...labels, ['Nums', nums]]) });
    },
    [finding('pages')],
    ['1', '2', '3', '4', '5', '6', '6A'],
  ),
  fault(
    'a destination on another page',
    (pdf) => {
      const [own, other] = [named(pdf, 'q1'), named(pdf, 'q6')];
      const names = [...own.names];
      names[own.at + 1] = other.names[other.at + 1] ?? null;
      pdf.change(own.leaf, { Names: names });
    },
    [finding('anchors', '1')],
    ['6', '2'],
  ),
  fault(
    'a destination missing',
    (pdf) => {
      const { leaf, names, at } = named(pdf, 'sameness');
      pdf.change(leaf, { Names: [...names.slice(0, at), ...names.slice(at + 2)] });
    },
    [finding('anchors', '1')],
  ),
  fault(
    'a table row lost',
    (pdf) => {
      const row = pdf.tags('TR', pdf.entry(TWO))[2];
      if (row) pdf.drop(row);
    },
    [finding('tables', '2')],
  ),
  fault(
    'a head cell that is none',
    (pdf) => pdf.change(first(pdf, 'TH', pdf.entry(TWO)).ref, { S: { name: 'TD' } }),
    [finding('tables', '2')],
  ),
  fault('code changed', (pdf) => pdf.retext(first(pdf, 'Code', pdf.entry(TWO)), 'one,', 'two,'), [
    finding('code', '2'),
  ]),
  fault('a footnote lost', (pdf) => pdf.drop(first(pdf, 'Note', pdf.entry(ONE))), [finding('notes', '1')]),
  fault('a footnote mark lost', (pdf) => pdf.drop(first(pdf, 'Reference', pdf.entry(ONE))), [
    finding('notes', '1'),
  ]),
  fault(
    'an alternative text lost',
    (pdf) => pdf.change(first(pdf, 'Figure', pdf.entry(THREE)).ref, { Alt: null }),
    [finding('images', '3')],
  ),
  fault(
    'a formula changed',
    (pdf) => pdf.change(first(pdf, 'Formula', pdf.entry(TWO)).ref, { Alt: pdfString('a^2') }),
    [finding('formulas', '2')],
  ),
  fault(
    'a language lost',
    (pdf) => {
      const run = pdf.tags('Span', pdf.entry(THREE)).find((tag) => tag.facts.has('Lang'));
      if (run) pdf.change(run.ref, { Lang: null });
    },
    [finding('languages', '3')],
  ),
  fault('a list item lost', (pdf) => pdf.drop(first(pdf, 'LI', pdf.entry(ONE))), [finding('lists', '1')]),
  fault(
    'a task no longer done',
    (pdf) => {
      const label = pdf.tags('Lbl', pdf.entry(THREE))[0];
      if (label) pdf.change(label.ref, { Alt: pdfString('Open') });
    },
    [finding('lists', '3')],
  ),
  fault(
    'a heading one level down',
    (pdf) => pdf.change(first(pdf, 'H3', pdf.entry(ONE)).ref, { S: { name: 'H4' } }),
    [finding('headings', '1')],
  ),
  fault('the notice of a withdrawn entry lost', (pdf) => pdf.drop(first(pdf, 'P', pdf.entry(FOUR))), [
    finding('notice', '4'),
  ]),
  fault('the related questions lost', (pdf) => pdf.drop(first(pdf, 'L', pdf.entry(SIX))), [
    finding('related', '6'),
  ]),
  fault(
    'a quotation that is none',
    (pdf) => pdf.change(first(pdf, 'BlockQuote', pdf.entry(TWO)).ref, { S: { name: 'P' } }),
    [finding('boxes', '2')],
  ),
  fault(
    'the book in another language',
    (pdf) => {
      const pages = pdf.objects.root.get('Pages');
      if (pages)
        pdf.put(rootRef(pdf), new Map<string, PdfValue>([...pdf.objects.root, ['Lang', { bytes: 'de' }]]));
    },
    [finding('languages')],
  ),
  fault(
    'no tags',
    (pdf) => {
      const root = new Map<string, PdfValue>([...pdf.objects.root]);
      root.delete('StructTreeRoot');
      pdf.put(rootRef(pdf), root);
    },
    [finding('file')],
  ),
  {
    name: 'half of the file',
    format: 'pdf',
    spoil: (files) =>
      void files.set('parity.pdf', (files.get('parity.pdf') ?? new Uint8Array()).slice(0, 20_000)),
    finds: [finding('file')],
  },
  {
    name: 'no file',
    format: 'pdf',
    spoil: (files) => void files.delete('parity.pdf'),
    finds: [finding('file')],
  },
];

/** The catalogue's object: the parent that the pages' tree does not name is found by trying. */
function rootRef(pdf: PdfChanges): number {
  for (let ref = 1; ref < 5000; ref++) {
    const type = pdf.objects.dictionary({ ref })?.get('Type');
    if (typeof type === 'object' && type !== null && 'name' in type && type.name === 'Catalog') return ref;
  }
  throw new Error('no catalogue');
}
