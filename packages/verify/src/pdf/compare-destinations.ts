import type { Block, ListItem } from '@octavo/core';
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
    let from = 0;
    for (const { label: sign = '', clause = '', formerly = [] } of clausesOf(expected.entry.answer)) {
      const at = labels.findIndex(({ text }, index) => index >= from && text === sign.normalize('NFKC'));
      const printed = labels[at]?.stretch;
      from = at + 1;
      for (const address of [clause, ...formerly]) {
        const name = `${anchorOf(found.number)}-${partOfAddress(address)}`;
        const place = pdf.destinations.get(name);
        const above = (place?.top ?? 0) - (printed?.painting?.box?.[3] ?? 0);
        const lands = place !== undefined && place.page === printed?.page && above > -2 && above < 40;
        const reason = `the destination ${name} should be at the label ${sign} and is ${place ? `on page ${pdf.labels[place.page]}, ${Math.round(above)} pt above it` : 'nowhere'}`;
        findings.about({ entry: found.number, file }).holds('anchors', lands, sign, '', reason);
      }
    }
    compareParts(findings.about({ entry: found.number, file }), pdf, expected, section);
  }
}

/** Links to a numbered part land on it: at its number, or at the top of the picture or formula above or beside that. */
function compareParts(
  own: Case,
  { destinations, labels }: PdfReading['pdf'],
  { entry }: ExpectedEntry,
  section: StructElement,
): void {
  const printed = [...numbersIn(section)];
  for (const { numbered, anchor } of numberedParts(entry.answer, entry.number)) {
    const at = printed.find(({ text }) => text === PAINTED.text(numbered));
    const place = destinations.get(anchor);
    const above = (place?.top ?? 0) - (at?.top ?? 0);
    const lands = place !== undefined && place.page === at?.page && above > -2 && above < 40;
    const reason = `the destination ${anchor} should be at ${numbered} and is ${place ? `on page ${labels[place.page]}, ${Math.round(above)} pt above it` : 'nowhere'}`;
    own.holds('anchors', lands, numbered, '', reason);
  }
}

/** The numbers in captions and headings, each with the place of what it numbers. */
function* numbersIn(
  element: StructElement,
  above?: StructElement,
): Generator<{ readonly text: string; readonly page: number | undefined; readonly top: number }> {
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

/** The clauses of an answer in reading order. */
function clausesOf(blocks: readonly Block[]): readonly ListItem[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.children.flatMap((item) => [...(item.clause ? [item] : []), ...clausesOf(item.children)])
      : [],
  );
}
