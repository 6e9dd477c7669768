/** This is the name of an element, and the namespace of the name. A name without a namespace is one of PDF 1.7. */
export interface Role {
  readonly name: string;
  readonly namespace?: Namespace;
  /** This is the closest name of PDF 1.7, for readers that do not know namespaces. */
  readonly formerly?: string;
}

/** These are the namespaces of names (ISO 32000-2, 14.8.6). */
export type Namespace = 'pdf2' | 'mathml';
export const NAMESPACES: Readonly<Record<Namespace, string>> = {
  pdf2: 'http://iso.org/pdf2/ssn',
  mathml: 'http://www.w3.org/1998/Math/MathML',
};

type Heading = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6';
type Block = 'Document' | 'Part' | 'Sect' | 'Div' | 'P' | Heading | 'BlockQuote' | 'Captioned';
type Listed = 'L' | 'LI' | 'Lbl' | 'LBody' | 'TOC' | 'TOCI' | 'Index';
type Tabled = 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD';
type Inline = 'Span' | 'Em' | 'Strong' | 'Link' | 'Reference' | 'Note' | 'Code';
type OfPage = Block | Listed | Tabled | Inline | 'Figure' | 'Formula' | 'Caption';

/** This is an element of MathML, which only PDF 2.0 has: `math:mfrac`. */
export type MathRole = `math:${string}`;
export type StructureType = OfPage | MathRole;

/**
 * The names of our elements in PDF 1.7 (ISO 32000-1, 14.8.4) and in PDF 2.0 (ISO 32000-2, 14.8.4). An element that is
 * not listed has the same name in both. Where PDF 2.0 has no name, the element keeps that of PDF 1.7.
 */
const NAMES: Partial<Readonly<Record<OfPage, readonly [in17: string, in20?: string]>>> = {
  Note: ['Note', 'FENote'],
  // PDF 2.0 looks through a Div, so that the caption would belong to what is around the figure or code (ISO 14289-2,
  // 8.2.5.27).
  Captioned: ['Div', 'Sect'],
  Em: ['Span', 'Em'],
  Strong: ['Span', 'Strong'],
  BlockQuote: ['BlockQuote'],
  Code: ['Code'],
  Index: ['Index'],
  Reference: ['Reference'],
  TOC: ['TOC'],
  TOCI: ['TOCI'],
};

const NEW_IN_20: ReadonlySet<string> = new Set(['FENote', 'Em', 'Strong']);

/** Returns the name of an element in a version of PDF. */
export function roleOf(type: StructureType, version: '1.7' | '2.0'): Role {
  if (isMath(type)) return { name: type.slice('math:'.length), namespace: 'mathml', formerly: 'Span' };
  const [in17, in20] = NAMES[type] ?? [type, type];
  if (version === '1.7' || in20 === undefined) return { name: in17 };
  return { name: in20, namespace: 'pdf2', ...(NEW_IN_20.has(in20) ? { formerly: in17 } : {}) };
}

/** Tells whether an element is one of MathML. */
export function isMath(type: StructureType): type is MathRole {
  return type.startsWith('math:');
}
