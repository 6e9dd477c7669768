import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { RuleId, Severity } from '../../message/catalogue.ts';
import type { FilePlace, Finding, PlaceLike } from '../../message/make-message.ts';
import type { Phrasing } from '../../model/answer.ts';
import type { BodyContext, InlineContext } from '../body-context.ts';
import type { Variables } from '../variables/variable-use.ts';

/** The text of a file that others put in: a snippet, or the answer of an entry. */
export interface Insert {
  readonly source: { readonly file: VFile; readonly text: string; readonly tree: Root };
  /** The tree where labels make clauses. */
  readonly clauseTree: () => Root;
}

/** A snippet as the book's language has it. */
export interface Snippet extends Insert {
  readonly id: string;
}

/** An entry that is quoted. */
export interface QuotedEntry extends Insert {
  readonly number: string;
  /** Former addresses of its clauses; undefined where its labels make none. */
  readonly moved: Readonly<Record<string, string>> | undefined;
  /** What the edition shows of it: its words, its number alone, or nothing. */
  readonly shown: 'words' | 'number' | 'nothing';
}

/** Something to put in, and what changes whenever that does. */
export interface Found<Kind extends Insert> {
  readonly insert: Kind;
  readonly digest: string;
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

/** A position with the place in another file that its words come from. */
export interface InsertedPosition extends Position {
  readonly origin?: { readonly path: string; readonly line: number; readonly column: number };
}

/** The place in another file that a node comes from. */
export function originOf(place: PlaceLike | undefined): InsertedPosition['origin'] {
  return place && 'start' in place ? (place as InsertedPosition).origin : undefined;
}
