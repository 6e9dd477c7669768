import type { Handbook } from '@octavo/core';
import { checkHeadings } from './check-headings.ts';
import { checkLanguages } from './check-languages.ts';
import { checkLinks } from './check-links.ts';
import { checkOrder } from './check-order.ts';
import { checkTables } from './check-tables.ts';
import type { Fault } from './fault.ts';
import { readTagged } from './tagged-pdf.ts';

/**
 * Reads a PDF back and compares it with its handbook, in what no validator of PDF/UA can see: that the
 * structure tree reads as the handbook does, that everything painted is marked, that links lead where
 * their words say and printed page numbers are right, that headings nest, tables have their heads.
 */
export function checkPdf(bytes: Uint8Array, handbook: Handbook): readonly Fault[] {
  const pdf = readTagged(bytes);
  return [
    ...pdf.faults.map((reason): Fault => ({ rule: 'marks', reason })),
    ...checkOrder(pdf, handbook),
    ...checkHeadings(pdf, handbook),
    ...checkLinks(pdf, handbook),
    ...checkTables(pdf),
    ...checkLanguages(pdf, handbook),
  ];
}
