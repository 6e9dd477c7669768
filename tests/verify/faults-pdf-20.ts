import type { PdfValue } from '@octavo/verify/pdf-objects';
import { type Fault, finding } from './fault.ts';
import { inPdf, linksTo, type PdfChanges, type Tag } from './pdf-changes.ts';

const fault = (name: string, how: (pdf: PdfChanges) => void, finds: Fault['finds']): Fault => ({
  name,
  format: 'pdf',
  spoil: inPdf(how),
  finds,
});
const bytes = (text: string): PdfValue => ({ bytes: text });
const first = (pdf: PdfChanges, type: string): Tag => {
  const [tag] = pdf.tags(type);
  if (!tag) throw new Error(`no ${type}`);
  return tag;
};
const refOf = (value: PdfValue | undefined): number => (value as { ref: number }).ref;

/** What can go wrong with a PDF 2.0 only. */
export const PDF_20_FAULTS: readonly Fault[] = [
  fault(
    'a link that leads to another element than its place',
    (pdf) => {
      const [link = -1] = linksTo(pdf, 'q2');
      const action = refOf(pdf.dictionary({ ref: link }).get('A'));
      pdf.change(action, { SD: [{ ref: pdf.entry(0).ref }, { name: 'XYZ' }, null, null, null] });
    },
    [finding('anchors')],
  ),
  fault('a note that does not lead back', (pdf) => pdf.change(first(pdf, 'Note').ref, { Ref: null }), [
    finding('notes'),
  ]),
  fault(
    'a line of the contents about another entry',
    (pdf) => {
      const line = pdf.tags('TOCI').at(-1) as Tag;
      pdf.change(line.ref, { Ref: [{ ref: pdf.entry(0).ref }] });
    },
    [finding('anchors')],
  ),
  fault('a letter of MathML changed', (pdf) => pdf.change(first(pdf, 'mi').ref, { ActualText: bytes('Q') }), [
    finding('formulas', '2'),
  ]),
  fault(
    'a formula without its MathML',
    (pdf) => {
      const formula = pdf.tags('Formula')[0] as Tag;
      pdf.setKids(formula, (formula.children[0] as Tag).kids);
    },
    [finding('formulas', '2')],
  ),
  fault(
    'a heading in a namespace that is no standard’s',
    (pdf) => {
      const heading = pdf.entry(1).children[0] as Tag;
      const space: PdfValue = new Map<string, PdfValue>([['NS', bytes('http://example.org/own')]]);
      pdf.change(heading.ref, { NS: space });
    },
    [finding('presence', '2')],
  ),
  fault(
    'another file in the place of the handbook',
    (pdf) => {
      const carried = pdf.dictionary(pdf.dictionary(pdf.objects.root.get('Names')).get('EmbeddedFiles'));
      const file = pdf.dictionary(pdf.objects.list(carried.get('Names'))[1]);
      pdf.putStream(refOf(pdf.dictionary(file.get('EF')).get('F')), '{}\n');
    },
    [finding('handbook')],
  ),
];
