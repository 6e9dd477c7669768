/** An element of the structure tree (ISO 32000-1, 14.7). */
export interface StructureNode {
  readonly type: StructureType;
  readonly parent: number;
  /** In reading order: a child's index, or -1 - a content id. */
  readonly kids: readonly number[];
  readonly lang?: string;
  readonly alt?: string;
  readonly expansion?: string;
  readonly title?: string;
  /** Unique in the list; a Note needs one (ISO 14289-1, 7.9). */
  readonly id?: string;
  readonly scope?: 'Column' | 'Row';
  /** `Decimal`, `Disc`, …: a list's numbering. */
  readonly numbering?: string;
  readonly placement?: 'Block';
}

export type StructureType =
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Formula'
  | 'Caption'
  | 'Code'
  | 'BlockQuote'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'TOC'
  | 'TOCI'
  | 'Index';
