import type { PdfObjects } from './pdf-objects.ts';
import { nameOf, type PdfDictionary, type PdfValue, readValues, textOf } from './pdf-syntax.ts';

/**
 * Returns what pdf.js does not expose of a page's content (ISO 32000-1, 7.8.2): for every BMC and BDC in
 * order, including those in forms, the text that replaces the marked content (14.9.4).
 */
export function actualTexts(
  objects: PdfObjects,
  content: string,
  resources: PdfDictionary | undefined,
  depth = 0,
): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let operands: PdfValue[] = [];
  const named = (kind: string): PdfValue | undefined =>
    objects.dictionary(resources?.get(kind))?.get(nameOf(operands.at(-1)));
  for (const value of readValues(content)) {
    if (typeof value !== 'object' || !('keyword' in value)) {
      operands.push(value);
      continue;
    }
    if (value.keyword === 'BMC') found.push(undefined);
    if (value.keyword === 'BDC') {
      const last = operands.at(-1);
      const facts = last instanceof Map ? last : objects.dictionary(named('Properties'));
      found.push(textOf(facts?.get('ActualText')));
    }
    const form = value.keyword === 'Do' ? named('XObject') : undefined;
    const facts = objects.dictionary(form);
    if (nameOf(facts?.get('Subtype')) === 'Form' && depth < 8) {
      const inner = objects.dictionary(facts?.get('Resources')) ?? resources;
      for (const text of actualTexts(objects, objects.stream(form), inner, depth + 1)) found.push(text);
    }
    operands = [];
  }
  return found;
}
