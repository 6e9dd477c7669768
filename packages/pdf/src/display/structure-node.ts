import type { StructureType } from './roles.ts';

/** An element of the structure tree (ISO 32000-2, 14.7). */
export interface StructureNode {
  readonly type: StructureType;
  readonly parent: number;
  /** In reading order: a child's index, or -1 - a content id. */
  readonly kids: readonly number[];
  readonly lang?: string;
  readonly alt?: string;
  /** The text that the content stands for. */
  readonly actual?: string;
  readonly expansion?: string;
  readonly title?: string;
  /** Unique in the list; a Note needs one (ISO 14289-1, 7.9). */
  readonly id?: string;
  /** The `id` of the note that this mark cites. In PDF 2.0 the two refer to each other (ISO 14289-2, 8.2.5.14). */
  readonly cites?: string;
  /** The anchor that this line of the contents leads to. PDF 2.0 refers to its element (ISO 14289-2, 8.2.5.8). */
  readonly leads?: string;
  readonly scope?: 'Column' | 'Row';
  readonly numbering?: Numbering;
  readonly placement?: 'Block';
  /** Attributes of MathML. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * The numbering of a list (ISO 32000-2, 14.8.5.5). The last three belong to PDF 2.0; in PDF 1.7 such a list is written
 * as one without numbering.
 */
export type Numbering =
  | 'None'
  | 'Disc'
  | 'Circle'
  | 'Square'
  | 'Decimal'
  | 'UpperRoman'
  | 'LowerRoman'
  | 'UpperAlpha'
  | 'LowerAlpha'
  | 'Ordered'
  | 'Unordered'
  | 'Description';
