import type { ClauseFacts } from './clause-facts.ts';
import type { Anchored, Direction, Localised, Located } from './node-facts.ts';
import type { OuterEntry } from './outer-entry.ts';

export type { Direction, OuterEntry };

/**
 * The closed set of nodes an answer, a prose page or a definition is made of: mdast (the names and
 * fields are mdast's where mdast has the node) plus the few nodes Octavo adds. Reference-style
 * links and images are resolved, raw HTML has become nodes, footnote definitions have moved to
 * `Entry.footnotes`. Every node keeps its source `position` (1-based line and column, 0-based offset).
 */

// ---- phrasing -------------------------------------------------------------------------------

export interface Text extends Located {
  readonly type: 'text';
  readonly value: string;
}
export interface Emphasis extends Located {
  readonly type: 'emphasis';
  readonly children: readonly Phrasing[];
}
export interface Strong extends Located {
  readonly type: 'strong';
  readonly children: readonly Phrasing[];
}
/** Struck-out text (GFM strikethrough). */
export interface Delete extends Located {
  readonly type: 'delete';
  readonly children: readonly Phrasing[];
}
export interface InlineCode extends Located {
  readonly type: 'inlineCode';
  readonly value: string;
}
/** A hard line break. */
export interface Break extends Located {
  readonly type: 'break';
}
/**
 * A link out of the handbook: http, https or mailto. With `entry` it leads to an entry of another
 * handbook or volume, and `url` is that entry's permanent IRI. `automatic`: the source gave no text and
 * `children` hold the entry's number and question.
 */
export interface Link extends Located {
  readonly type: 'link';
  readonly url: string;
  readonly title?: string;
  readonly entry?: OuterEntry;
  readonly automatic?: true;
  readonly children: readonly Phrasing[];
}
/**
 * A link to an entry by its `number`, however it was `written` (`#618`, `#idempotency`), or to the part or clause
 * `fragment` in it. `automatic`: it had no text, and `children` hold the number and the question, clause or number
 * of the part.
 */
export interface CrossReference extends Located {
  readonly type: 'crossReference';
  readonly number: string;
  readonly fragment?: string;
  /** The address of the clause, where the link names one by its labels: `(2)(b)`. `fragment` is its key. */
  readonly clause?: string;
  /** The number of the part that it leads to, as printed there: `Figure 618.1`. */
  readonly numbered?: string;
  readonly written: string;
  readonly automatic?: true;
  readonly children: readonly Phrasing[];
}
/** An image of the handbook. `url` is its path from the handbook's folder: a key of `assets`. */
export interface Image extends Located {
  readonly type: 'image';
  readonly url: string;
  readonly alt: string;
  readonly title?: string;
}
/** `identifier` names one of the `footnotes` beside the tree; `index` counts from 1 in reading order. */
export interface FootnoteReference extends Located {
  readonly type: 'footnoteReference';
  readonly identifier: string;
  readonly index: number;
}
/** TeX in running text. */
export interface InlineMath extends Located {
  readonly type: 'inlineMath';
  readonly value: string;
}
export interface Span extends Located, Localised {
  readonly type: 'span';
  readonly children: readonly Phrasing[];
}
export interface Subscript extends Located {
  readonly type: 'subscript';
  readonly children: readonly Phrasing[];
}
export interface Superscript extends Located {
  readonly type: 'superscript';
  readonly children: readonly Phrasing[];
}
/** A key to press. */
export interface Keyboard extends Located {
  readonly type: 'keyboard';
  readonly children: readonly Phrasing[];
}
export interface Abbreviation extends Located {
  readonly type: 'abbreviation';
  readonly title?: string;
  readonly children: readonly Phrasing[];
}

export type Phrasing =
  | Text
  | Emphasis
  | Strong
  | Delete
  | InlineCode
  | Break
  | Link
  | CrossReference
  | Image
  | FootnoteReference
  | InlineMath
  | Span
  | Subscript
  | Superscript
  | Keyboard
  | Abbreviation;

// ---- blocks ---------------------------------------------------------------------------------

/** A paragraph that was one `:span` alone carries the span's language and direction itself. */
export interface Paragraph extends Located, Localised {
  readonly type: 'paragraph';
  readonly children: readonly Phrasing[];
}
/** `depth` counts from the entry's own heading: 1 is one level below the question. */
export interface Heading extends Located, Anchored {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly children: readonly Phrasing[];
}
export interface ThematicBreak extends Located {
  readonly type: 'thematicBreak';
}
export interface Blockquote extends Located {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}
export interface List extends Located {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Its items are clauses: each prints its own `label`, and nothing counts them. */
  readonly labelled?: true;
  /** The first number of an ordered list. */
  readonly start?: number;
  /** Loose: its items stand apart like paragraphs. */
  readonly spread: boolean;
  readonly children: readonly ListItem[];
}
export interface ListItem extends Located, ClauseFacts {
  readonly type: 'listItem';
  /** Set on an item of a task list. */
  readonly checked?: boolean;
  readonly spread: boolean;
  readonly children: readonly Block[];
}
export interface Code extends Located {
  readonly type: 'code';
  readonly lang?: string;
  readonly meta?: string;
  readonly value: string;
}
/** The first row is the header row. */
export interface Table extends Located, Anchored {
  readonly type: 'table';
  readonly caption?: readonly Phrasing[];
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  readonly children: readonly TableRow[];
}
export interface TableRow extends Located {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}
export interface TableCell extends Located {
  readonly type: 'tableCell';
  readonly children: readonly Phrasing[];
}
/** Display math, TeX. */
export interface MathBlock extends Located, Anchored {
  readonly type: 'math';
  readonly value: string;
}
export interface Admonition extends Located {
  readonly type: 'admonition';
  readonly kind: 'note' | 'tip' | 'warning';
  /** The author's own title, when there is one. */
  readonly title?: readonly Phrasing[];
  readonly children: readonly Block[];
}
/** An image that stood alone in a paragraph with a title: the title is the caption. */
export interface Figure extends Located, Anchored {
  readonly type: 'figure';
  readonly image: Image;
  readonly caption: string;
}
export interface Details extends Located {
  readonly type: 'details';
  readonly summary: readonly Phrasing[];
  readonly children: readonly Block[];
}

export type Block =
  | Paragraph
  | Heading
  | ThematicBreak
  | Blockquote
  | List
  | Code
  | Table
  | MathBlock
  | Admonition
  | Figure
  | Details;

/** A footnote, out of the flow, in order of first citation. */
export interface FootnoteDefinition extends Located {
  readonly type: 'footnoteDefinition';
  readonly identifier: string;
  readonly index: number;
  readonly children: readonly Block[];
}

export type AnswerNode = Block | Phrasing | ListItem | TableRow | TableCell | FootnoteDefinition;

/** One handler a node type; forgetting one is a compile error. */
export type Handlers<Result, Context = void> = {
  readonly [Type in AnswerNode['type']]: (
    node: Extract<AnswerNode, { readonly type: Type }>,
    context: Context,
  ) => Result;
};
