import { anchorsOf } from '../expected/expected-book.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfEntry } from './pdf-entries.ts';
import type { PdfReading } from './pdf-reading.ts';
import { areasIn, refOf, type StructElement, structElements } from './pdf-structure.ts';
import { nameOf, type PdfDictionary, type PdfValue, textOf } from './pdf-syntax.ts';

/**
 * In PDF 2.0 names, links and the outline lead to elements as well as to pages (ISO 14289-2, 8.8), and to the
 * same; marks of notes and lines of the contents say which element they are about (8.2.5.14, 8.2.5.8).
 */
export function compareLandings(reading: PdfReading, entries: readonly PdfEntry[]): void {
  const { findings, pdf, book, file } = reading;
  if (!isOf20(reading)) return;
  const own = findings.about({ part: 'document', file });
  const named = namedElements(pdf);
  for (const { found, section } of entries) {
    const expected = book.byNumber.get(found.number);
    const about = findings.about({ entry: found.number, file });
    for (const name of expected ? anchorsOf(expected, book.handbook) : []) {
      if (!named.has(name)) continue;
      const lands = named.get(name) === section.ref;
      about.holds('anchors', lands, name, '', `the destination ${name} is not the element of the entry`);
    }
  }
  for (const area of areasIn(pdf.structure)) {
    const action = pdf.objects.dictionary(pdf.objects.dictionary({ ref: area.ref })?.get('A'));
    if (nameOf(action?.get('S')) === 'URI') continue;
    const same = elementOf(pdf, action) === named.get(area.target) && named.has(area.target);
    own.holds('anchors', same, area.target, '', `a link to ${area.target} leads to another element`);
  }
  for (const element of structElements(pdf.structure, /^(?:Reference|TOCI)$/))
    if (element.type === 'TOCI' || isMark(element)) compareReference(reading, element, named);
}

/** Whether the handbook asks for a file of PDF 2.0. */
export function isOf20({ book }: Pick<PdfReading, 'book'>): boolean {
  return /^PDF\/(?:UA-2|A-4f)$/.test(book.handbook.settings.pdf.standard);
}

function isMark(element: StructElement): boolean {
  return areasIn(element).some(({ target }) => /-fn-\d+$/.test(target));
}

/** A mark and a line of the contents refer to what their link leads to, a note refers back to its marks. */
function compareReference(
  { findings, pdf, file }: PdfReading,
  element: StructElement,
  named: ReadonlyMap<string, number>,
): void {
  const own = findings.about({ part: 'document', file });
  const [area] = areasIn(element);
  const wanted = named.get(area?.target ?? '');
  const [refersTo] = element.refersTo;
  const what = element.type === 'TOCI' ? 'a line of the contents' : 'the mark of a note';
  // The title of a part has no link.
  const right = area ? refersTo === wanted : refersTo !== undefined;
  own.holds(
    'anchors',
    right,
    area?.target ?? '',
    '',
    `${what} refers to another element than ${area?.target}`,
  );
  if (element.type === 'TOCI') return;
  const back = pdf.objects.list(pdf.objects.dictionary({ ref: refersTo ?? -1 })?.get('Ref')).map(refOf);
  const returns = back.includes(element.ref);
  own.holds('notes', returns, '', '', `the note ${area?.target} does not refer to its mark`);
}

/** The element that each name leads to. */
function namedElements({ objects }: PdfDocument): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (value: PdfValue | undefined): void => {
    const node = objects.dictionary(value);
    for (const kid of objects.list(node?.get('Kids'))) visit(kid);
    const names = objects.list(node?.get('Names'));
    for (let at = 0; at + 1 < names.length; at += 2)
      found.set(textOf(names[at]) ?? '', elementOf({ objects }, objects.dictionary(names[at + 1])));
  };
  visit(objects.dictionary(objects.root.get('Names'))?.get('Dests'));
  return found;
}

/** The element that an action or a destination leads to; -1 where it is none. */
function elementOf({ objects }: Pick<PdfDocument, 'objects'>, facts: PdfDictionary | undefined): number {
  return refOf(objects.list(facts?.get('SD'))[0]);
}
