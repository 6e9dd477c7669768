import type { StructureType } from './roles.ts';

/** This is an element of the structure tree (ISO 32000-2, 14.7). */
export interface StructureNode {
  readonly type: StructureType;
  readonly parent: number;
  /** In reading order, a kid is the index of a child, or -1 - the number of a stretch of content. */
  readonly kids: readonly number[];
  readonly lang?: string;
  readonly alt?: string;
  /** This is the text that the content stands for. */
  readonly actual?: string;
  readonly expansion?: string;
  readonly title?: string;
  /** The id is unique in the list. Every Note needs one (ISO 14289-1, 7.9). */
  readonly id?: string;
  /**
   * A mark has here the `id` of the note that it cites. In PDF 2.0 both refer to each other (ISO 14289-2, 8.2.5.14).
   */
  readonly cites?: string;
  /**
   * A line of the contents has here the anchor that it leads to. PDF 2.0 refers to its element (ISO 14289-2, 8.2.5.8).
   */
  readonly leads?: string;
  readonly scope?: 'Column' | 'Row';
  readonly numbering?: Numbering;
  readonly placement?: 'Block';
  /** What was inserted is underlined, and what was deleted is struck through (ISO 32000-2, 14.8.5.4.4). */
  readonly decoration?: 'Underline' | 'LineThrough';
  /** These are attributes of MathML. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** The numbering of a list (ISO 32000-2, 14.8.5.5). The last three belong to PDF 2.0; PDF 1.7 writes them as `None`. */
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
