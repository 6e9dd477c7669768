import type { Definition, FootnoteDefinition as MdastFootnote, Nodes } from 'mdast';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { RuleId, Severity } from '../message/catalogue.ts';
import type { FilePlace, Finding } from '../message/make-message.ts';
import type { Block, Phrasing } from '../model/answer.ts';
import type { Numbering } from './body/part-number.ts';
import type { Condition, ConditionFault } from './condition.ts';
import type { Found, QuotedEntry, Snippet } from './inserts/insert.ts';
import type { OuterBooks } from './outer-books.ts';
import type { Variables } from './variables/variable-use.ts';

/** What a reference was found to mean. */
export interface ResolvedReference {
  readonly number: string;
  /** For a reference without text: the entry's number and question. */
  readonly label: string;
}

/** A link as it was written. */
export interface LinkSource {
  readonly url: string;
  readonly title?: string | null | undefined;
  readonly position?: Position | undefined;
}

/** What `only` in a text asks of the edition that is made. */
export interface Conditions {
  /** Whether an edition is made, and no whole book, which keeps everything. */
  readonly leavesOut: boolean;
  readonly keeps: (condition: Condition) => boolean;
  readonly faults: (condition: Condition) => readonly ConditionFault[];
}

/** What one file may put in, with a note that it did. */
export interface Inserts {
  readonly snippet: (id: string) => Found<Snippet> | undefined;
  /** By the entry's number. */
  readonly entry: (number: string) => Found<QuotedEntry> | undefined;
  /** The ids of all snippets, each with the languages that it has; an empty one is that of every language. */
  readonly snippets: ReadonlyMap<string, readonly string[]>;
  /** Inline Markdown as phrasing, with the place of its messages. */
  readonly words: (
    text: string,
    place: { readonly line: number; readonly column: number },
    context: InlineContext,
  ) => readonly Phrasing[];
  /** Reports what is wrong with something that was put in: where it is written, and where it was put. */
  readonly tell: TellInsert;
}

export type TellInsert = (
  file: VFile,
  use: FilePlace,
  ruleId: RuleId,
  finding: Finding,
  severity?: Severity,
) => void;

/** That a text is put in, and where. */
export interface Insertion {
  /** The files that put one another in, from the one that is printed, each with what it is called. */
  readonly chain: readonly { readonly path: string; readonly name: string }[];
  /** Where in the file that is printed. */
  readonly use: FilePlace;
  /** Reports there. */
  readonly report: BodyContext['report'];
  /** Messages of the text itself are left to its own file. */
  readonly quiet: boolean;
  /** What that file says of the book's variables: those of a snippet are its own. */
  readonly variables: Variables;
}

/** What turning one Markdown body into nodes needs to know, and what it collects on the way. */
export interface BodyContext {
  readonly file: VFile;
  /** The text the positions refer to. */
  readonly text: string;
  /** Disallowed HTML stays as text with a warning instead of being an error. */
  readonly lenient: boolean;
  /** The number that an id, alias, number or file path stands for, as seen from this file or from another one. */
  readonly resolve: (reference: string, from?: string) => ResolvedReference | undefined;
  /** Other handbooks and volumes that links may lead to. */
  readonly outer: OuterBooks;
  readonly report: (ruleId: RuleId, finding: Finding, severity?: Severity) => void;
  /** Reports an image that is not there; returns its path from the handbook's folder. `seen`: another file that names it. */
  readonly image: (url: string, place: Position | undefined, seen?: SeenFrom) => string;
  /** The book's word for a table, which may begin a caption. */
  readonly tableWord: string;
  /** What `{{name}}` stands for. */
  readonly variables: Variables;
  /** What the edition keeps. */
  readonly conditions: Conditions;
  /** Texts of other files that this one may put in. */
  readonly inserts: Inserts;
  /** Set where this text is put into another one. */
  readonly inserted?: Insertion | undefined;
  /** The place of the whole text in its file, where positions in it mean nothing. */
  readonly place?: { readonly line: number; readonly column: number } | undefined;
  /** How much was put into the text that is printed, and what was said of that. */
  readonly put: { length: number; readonly told: Set<string> };
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnoteSources: ReadonlyMap<string, MdastFootnote>;
  /** The notes of which a condition left nothing. */
  readonly emptyNotes?: Pick<ReadonlySet<string>, 'has'>;
  /** The context of a text with notes of its own, with those of which a condition left nothing; undefined where no text has notes. */
  readonly withEmptyNotes?: ((context: BodyContext) => BodyContext) | undefined;
  /** How many HTML elements and links stand around what is being read, and whether it is a question. */
  readonly within: { readonly html: number; readonly link: boolean; readonly question?: boolean };
  /** Set where labels make clauses: former addresses of clauses, each with the one of now. */
  readonly clauses?: { readonly moved: Readonly<Record<string, string>> } | undefined;
  /** Set in an entry of a book that numbers figures, tables, formulas or headings. */
  readonly numbering?: Numbering | undefined;
  /** What stands before the names of the notes of a text that is put in, among those of the text that is printed. */
  readonly notes: string;
  /** Filled in order of first citation. */
  readonly footnotes: Map<string, CitedNote>;
}

/** A note that is cited, and how it is read. */
export interface CitedNote {
  readonly index: number;
  readonly source: MdastFootnote | undefined;
  readonly context: BodyContext;
  /** Of the mark. */
  readonly position: Position | undefined;
}

/** Another file, as which an image is looked up, and what reports there. */
export interface SeenFrom {
  readonly path: string;
  readonly tell: (ruleId: RuleId, finding: Finding) => void;
}

/** The position of a node, to carry over: nothing when there is none. */
export function positionOf(node: { position?: Position | undefined }): { position?: Position } {
  return node.position ? { position: node.position } : {};
}

/** The text that the author wrote for a node. */
export function sourceOf(node: Nodes, context: BodyContext): string {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? '' : context.text.slice(start, end);
}

/** The point `index` UTF-16 units into a node that begins at `start`, given the node's source text. */
export function pointWithin(
  start: Point | undefined,
  text: string,
  index: number,
): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  const line = (start?.line ?? 1) + before.length - 1;
  const last = before.at(-1) ?? '';
  return { line, column: before.length === 1 ? (start?.column ?? 1) + last.length : last.length + 1 };
}

/** What a body is made with. */
export type BodyGiven = Omit<
  BodyContext,
  | 'within'
  | 'definitions'
  | 'footnoteSources'
  | 'emptyNotes'
  | 'withEmptyNotes'
  | 'footnotes'
  | 'notes'
  | 'put'
>;

/** What is known before a body is read: everything but its text and what is collected from it. */
export type InlineContext = Omit<BodyGiven, 'text' | 'clauses' | 'numbering'> & {
  readonly put?: BodyContext['put'];
};

/** Makes blocks of what a parent holds. */
export type MakeBlocks = (parent: { children: readonly unknown[] }, context: BodyContext) => readonly Block[];

/** Makes the context of a file: links and images are resolved as seen from it, messages go to it. */
export type ContextFor = (source: {
  readonly file: VFile;
  /** What is put in is not noted as a use of this file, because the edition leaves out what puts it in. */
  readonly isLeftOut?: boolean;
}) => InlineContext;

/** Around a body there is nothing yet. */
export const OUTSIDE: BodyContext['within'] = { html: 0, link: false };

/** The context of what stands inside one more HTML element. */
export function insideHtml(context: BodyContext): BodyContext {
  return { ...context, within: { ...context.within, html: context.within.html + 1 } };
}

/** The context of what is set apart, where labels are the text's and no clauses of the answer's. */
export function withoutClauses(context: BodyContext): BodyContext {
  return context.clauses ? { ...context, clauses: undefined } : context;
}

/** The context of a link's text. */
export function insideLink(context: BodyContext): BodyContext {
  return { ...context, within: { ...context.within, link: true } };
}
