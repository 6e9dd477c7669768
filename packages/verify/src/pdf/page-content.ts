import { type Box, boxOf, type Matrix, multiplied } from './geometry.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { type PdfDictionary, type PdfValue, readValues, textOf } from './pdf-syntax.ts';

/** A picture as a page paints it. */
export interface PagePicture {
  /** How many stretches were marked before it. */
  readonly marks: number;
  /** The stretch it is in. */
  readonly id: number | undefined;
  /** Its object. */
  readonly ref: number;
  readonly matrix: Matrix;
  readonly box: Box;
  readonly alpha: number;
}

/** What pdf.js does not hand out of a page's content: the texts that stand for what is marked, and pictures. */
export interface PageContent {
  /** For every BMC and BDC, in order. */
  readonly actual: readonly (string | undefined)[];
  readonly pictures: readonly PagePicture[];
}

const UNIT: Box = [0, 0, 1, 1];
const WHOLE: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads a page's content stream (ISO 32000-1, 7.8.2): marks, transformations and XObjects; nothing else. */
export function pageContent(
  objects: PdfObjects,
  content: string,
  resources: PdfDictionary | undefined,
): PageContent {
  const actual: (string | undefined)[] = [];
  const pictures: PagePicture[] = [];
  const ids: (number | undefined)[] = [];
  read(content, resources, WHOLE, 1, 0);
  return { actual, pictures };

  function read(
    text: string,
    names: PdfDictionary | undefined,
    above: Matrix,
    opacity: number,
    depth: number,
  ): void {
    const saved: (readonly [Matrix, number])[] = [];
    let [ctm, alpha] = [above, opacity];
    let operands: PdfValue[] = [];
    const named = (kind: string): PdfValue | undefined => {
      const name = operands.at(-1);
      const list = objects.dictionary(names?.get(kind));
      return typeof name === 'object' && name !== null && 'name' in name ? list?.get(name.name) : undefined;
    };
    for (const value of readValues(text)) {
      if (typeof value !== 'object' || !('keyword' in value)) {
        operands.push(value);
        continue;
      }
      const last = operands.at(-1);
      switch (value.keyword) {
        case 'q':
          saved.push([ctm, alpha]);
          break;
        case 'Q':
          [ctm, alpha] = saved.pop() ?? [ctm, alpha];
          break;
        case 'cm':
          ctm = multiplied(operands.slice(-6).map(Number) as unknown as Matrix, ctm);
          break;
        case 'gs': {
          const state = objects.dictionary(named('ExtGState'));
          alpha = Number(state?.get('ca') ?? alpha);
          break;
        }
        case 'BMC':
          actual.push(undefined);
          ids.push(undefined);
          break;
        case 'BDC': {
          const facts = last instanceof Map ? last : objects.dictionary(named('Properties'));
          const id = facts?.get('MCID');
          actual.push(textOf(facts?.get('ActualText')));
          ids.push(typeof id === 'number' ? id : undefined);
          break;
        }
        case 'EMC':
          ids.pop();
          break;
        case 'Do': {
          const target = named('XObject');
          const facts = objects.dictionary(target);
          const kind = facts?.get('Subtype');
          const name = typeof kind === 'object' && kind !== null && 'name' in kind ? kind.name : '';
          if (name === 'Image') picture(target, ctm, alpha);
          if (name === 'Form' && facts && depth < 8) {
            const own = objects.list(facts.get('Matrix')).map(Number);
            const matrix = own.length === 6 ? multiplied(own as unknown as Matrix, ctm) : ctm;
            const inner = objects.dictionary(facts.get('Resources')) ?? names;
            read(objects.stream(target), inner, matrix, alpha, depth + 1);
          }
          break;
        }
      }
      operands = [];
    }
  }

  function picture(target: PdfValue | undefined, matrix: Matrix, alpha: number): void {
    if (typeof target !== 'object' || target === null || !('ref' in target)) return;
    pictures.push({
      marks: actual.length,
      id: ids.findLast((id) => id !== undefined),
      ref: target.ref,
      matrix,
      box: boxOf(matrix, UNIT),
      alpha,
    });
  }
}
