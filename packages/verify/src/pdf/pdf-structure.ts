import type { Box } from './geometry.ts';
import type { Painting } from './painting.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { nameOf, type PdfDictionary, type PdfValue, textOf } from './pdf-syntax.ts';
import type { PageText } from './pdf-text.ts';

/** An element of the structure tree (ISO 32000-1, 14.7), with what it holds in reading order. */
export interface StructElement {
  readonly kind: 'element';
  /** Its standard type, by the names of PDF 1.7 where both have one; one of MathML is `math:mi`. */
  readonly type: string;
  /** The object of the element; -1 where it is none. */
  readonly ref: number;
  /** The objects of the elements that it says it refers to (ISO 32000-2, 14.7.2). */
  readonly refersTo: readonly number[];
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  /** It stands by itself, by its layout attribute (ISO 32000-1, 14.8.5.4). */
  readonly block: boolean;
  /** The box that it says it fills (14.8.5.4.3). */
  readonly bbox: Box | undefined;
  /** How a list is numbered (ISO 32000-1, 14.8.5.5). */
  readonly numbering: string;
  /** How its text is decorated (14.8.5.4.4). */
  readonly decoration: string;
  readonly children: readonly StructChild[];
}
export type StructChild = StructElement | Stretch | Area;
/** A marked stretch of a page's content. Pages count from 0. */
export interface Stretch {
  readonly kind: 'stretch';
  readonly page: number;
  /** The MCID. */
  readonly id: number;
  readonly text: string;
  readonly painting: Painting | undefined;
}
/** A link's annotation: `target` is a named destination, or an absolute address. */
export interface Area {
  readonly kind: 'area';
  readonly page: number;
  readonly target: string;
  /** The object of the annotation. */
  readonly ref: number;
}

export interface StructureRequest {
  readonly objects: PdfObjects;
  /** Page numbers by the object number of the page. */
  readonly pages: ReadonlyMap<number, number>;
  readonly read: readonly PageText[];
}

/** Reads the structure tree as one tree over all pages, with the text that each stretch shows. */
export function readStructure({ objects, pages, read }: StructureRequest): StructElement {
  const tree = objects.dictionary(objects.root.get('StructTreeRoot'));
  const [document] = objects.list(tree?.get('K'));
  if (document === undefined) throw new Error('it has no structure tree: it is not tagged');
  return element(document, undefined);

  function element(value: PdfValue, inherited: number | undefined): StructElement {
    const facts: PdfDictionary = objects.dictionary(value) ?? new Map();
    const page = pageOf(facts.get('Pg')) ?? inherited;
    return {
      kind: 'element',
      type: standardType(nameOf(facts.get('S')), textOf(objects.dictionary(facts.get('NS'))?.get('NS'))),
      ref: refOf(value),
      refersTo: objects.list(facts.get('Ref')).map(refOf),
      lang: textOf(facts.get('Lang')),
      alt: textOf(facts.get('Alt')) ?? textOf(facts.get('ActualText')),
      block: attribute(facts, 'Placement') === 'Block',
      bbox: boxIn(facts),
      numbering: attribute(facts, 'ListNumbering'),
      decoration: attribute(facts, 'TextDecorationType'),
      children: objects.list(facts.get('K')).flatMap((kid) => child(kid, page)),
    };
  }

  function boxIn(facts: PdfDictionary): Box | undefined {
    const boxes = objects
      .list(facts.get('A'))
      .map((own) => objects.list(objects.dictionary(own)?.get('BBox')));
    return boxes.find(({ length }) => length === 4)?.map(Number) as unknown as Box | undefined;
  }

  function attribute(facts: PdfDictionary, name: string): string {
    const values = objects.list(facts.get('A')).map((own) => nameOf(objects.dictionary(own)?.get(name)));
    return values.find((one) => one !== '') ?? '';
  }

  function child(kid: PdfValue, page: number | undefined): StructChild[] {
    if (typeof kid === 'number') return stretch(page, kid);
    const facts = objects.dictionary(kid);
    const type = nameOf(facts?.get('Type'));
    if (!facts || type === '' || type === 'StructElem') return [element(kid, page)];
    const own = pageOf(facts.get('Pg')) ?? page;
    return type === 'MCR' ? stretch(own, Number(facts.get('MCID'))) : area(facts, own);
  }

  function stretch(page: number | undefined, id: number): Stretch[] {
    const text = read[page ?? -1]?.texts.get(id);
    if (page === undefined || text === undefined) return [];
    return [{ kind: 'stretch', page, id, text, painting: read[page]?.paintings.get(id) }];
  }

  function area(facts: PdfDictionary, page: number | undefined): Area[] {
    const annotation = objects.dictionary(facts.get('Obj'));
    const action = objects.dictionary(annotation?.get('A'));
    const named = objects.get(annotation?.get('Dest')) ?? objects.get(action?.get('D'));
    const target = textOf(named) ?? textOf(objects.get(action?.get('URI'))) ?? '';
    return [{ kind: 'area', page: page ?? -1, target, ref: refOf(facts.get('Obj')) }];
  }

  function pageOf(value: PdfValue | undefined): number | undefined {
    return pages.get(refOf(value));
  }
}

/** The object that a value refers to; -1 where it is no reference. */
export function refOf(value: PdfValue | undefined): number {
  return typeof value === 'object' && value !== null && 'ref' in value ? value.ref : -1;
}

/** What names of PDF 2.0 were called before. */
const FORMER: Readonly<Record<string, string>> = { FENote: 'Note' };

/** A type by the namespace that its name is of (ISO 32000-2, 14.8.6): a name of another one is no standard type. */
function standardType(name: string, namespace: string | undefined): string {
  switch (namespace) {
    case undefined:
    case 'http://iso.org/pdf/ssn':
      return name;
    case 'http://iso.org/pdf2/ssn':
      return FORMER[name] ?? name;
    case 'http://www.w3.org/1998/Math/MathML':
      return `math:${name}`;
    default:
      return `${namespace} ${name}`;
  }
}

/** The element and every element below it, in reading order. */
export function* structElements(element: StructElement, type?: RegExp): Generator<StructElement> {
  if (!type || type.test(element.type)) yield element;
  for (const child of element.children) if (child.kind === 'element') yield* structElements(child, type);
}

/** The stretches of an element and all below it, but for elements of a type that is left out. */
export function stretchesIn(element: StructElement, leftOut?: string): readonly Stretch[] {
  return element.children.flatMap((child) => {
    if (child.kind === 'stretch') return [child];
    return child.kind === 'element' && child.type !== leftOut ? stretchesIn(child, leftOut) : [];
  });
}

/** The annotations that an element and all below it hold. */
export function areasIn(element: StructElement): readonly Area[] {
  return element.children.flatMap((child) =>
    child.kind === 'area' ? [child] : child.kind === 'element' ? areasIn(child) : [],
  );
}

/** The text an element shows; what has an alternative is that. */
export function shown(element: StructElement): string {
  return element.children
    .map((child) =>
      child.kind === 'stretch' ? child.text : child.kind === 'element' ? (altOf(child) ?? shown(child)) : '',
    )
    .join('');
}

function altOf({ type, alt }: StructElement): string | undefined {
  return type === 'Figure' || type === 'Formula' ? alt : undefined;
}

/** The page an element begins on. */
export function pageOfElement(element: StructElement): number | undefined {
  for (const child of element.children) {
    const page =
      child.kind === 'element' ? pageOfElement(child) : child.kind === 'stretch' ? child.page : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}
