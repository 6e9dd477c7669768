import { clausesIn } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import { partOfAddress } from '../content/clause-sign.ts';
import { anchorOf } from '../content/entry-anchor.ts';
import { PAINTED } from '../content/normalise.ts';
import { anchorsOf, type ExpectedEntry } from '../expected/expected-book.ts';
import { numberedParts } from '../expected/expected-parts.ts';
import type { PdfEntry } from './pdf-entries.ts';
import type { PdfReading } from './pdf-reading.ts';
import { type StructElement, shown, stretchesIn, structElements } from './pdf-structure.ts';

/**
 * `q618`, the entry's id and its old ids are named destinations on the page of its question, all in one place;
 * those of clauses and numbered parts stand at their labels.
 */
export function compareDestinations(
  { findings, book, pdf, file }: PdfReading,
  entries: readonly PdfEntry[],
): void {
  for (const { found, page, section } of entries) {
    const expected = book.byNumber.get(found.number);
    if (!expected) continue;
    const label = pdf.labels[page ?? -1] ?? '';
    const places = anchorsOf(expected, book.handbook).map(
      (name) => [name, pdf.destinations.get(name) ?? pdf.destinations.get(name.slice(1))] as const,
    );
    const top = places[0]?.[1]?.top;
    for (const [name, place] of places) {
      const is = place ? (pdf.labels[place.page] ?? '') : '';
      const lands = place?.page === page && Math.abs((place?.top ?? 0) - (top ?? 0)) < 1;
      const reason = `the destination ${name} should be on page ${label}, at the question, and is ${is === '' ? 'nowhere' : `on page ${is}`}`;
      findings.about({ entry: found.number, file }).holds('anchors', lands, label, is, reason);
    }
    // The labels of an entry in reading order: each clause's is behind that of the one before.
    const labels = [...structElements(section, /^Lbl$/)].map((one) => ({
      text: shown(one).trim().normalize('NFKC'),
      stretch: stretchesIn(one)[0],
    }));
    const own = findings.about({ entry: found.number, file });
    let from = 0;
    for (const { label: sign, clause, formerly = [] } of clausesIn(expected.entry.answer)) {
      const at = labels.findIndex(({ text }, index) => index >= from && text === sign.normalize('NFKC'));
      const { page: on, painting } = labels[at]?.stretch ?? {};
      from = at + 1;
      for (const address of [clause, ...formerly]) {
        const name = `${anchorOf(found.number)}-${partOfAddress(address)}`;
        holdsAt(own, pdf, name, { page: on, top: painting?.box?.[3] ?? 0 }, sign, `the label ${sign}`);
      }
    }
    compareParts(own, pdf, expected, section);
  }
}

interface Printed {
  readonly page: number | undefined;
  readonly top: number;
}

/** A name leads to where a sign is printed, or a little above it; `where`: what a message calls the place. */
function holdsAt(
  own: Case,
  { destinations, labels }: PdfReading['pdf'],
  name: string,
  printed: Printed | undefined,
  sign: string,
  where = sign,
): void {
  const place = destinations.get(name);
  const above = (place?.top ?? 0) - (printed?.top ?? 0);
  const lands = place !== undefined && place.page === printed?.page && above > -2 && above < 40;
  const reason = `the destination ${name} should be at ${where} and is ${place ? `on page ${labels[place.page]}, ${Math.round(above)} pt above it` : 'nowhere'}`;
  own.holds('anchors', lands, sign, '', reason);
}

/** Links to a numbered part land on it: at its number, or at the top of the picture or formula above or beside that. */
function compareParts(
  own: Case,
  pdf: PdfReading['pdf'],
  { entry }: ExpectedEntry,
  section: StructElement,
): void {
  const printed = [...numbersIn(section)];
  for (const { numbered, anchor } of numberedParts(entry.answer, entry.number)) {
    const at = printed.find(({ text }) => text === PAINTED.text(numbered));
    holdsAt(own, pdf, anchor, at, numbered);
  }
}

/** The numbers in captions and headings, each with the place of what it numbers. */
function* numbersIn(
  element: StructElement,
  above?: StructElement,
): Generator<Printed & { readonly text: string }> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (child.type !== 'Lbl' || !/^(?:Caption|H\d)$/.test(element.type)) {
      yield* numbersIn(child, element);
      continue;
    }
    const picture = above?.children.find(
      (one) => one.kind === 'element' && (one.type === 'Figure' || one.type === 'Formula'),
    );
    const box = picture?.kind === 'element' ? picture.bbox : undefined;
    const [stretch] = stretchesIn(child);
    yield {
      text: PAINTED.text(shown(child)),
      page: stretch?.page,
      top: box?.[3] ?? stretch?.painting?.box?.[3] ?? 0,
    };
  }
}
