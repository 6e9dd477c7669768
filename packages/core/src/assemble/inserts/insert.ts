import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { PlaceLike } from '../../message/make-message.ts';

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

/** A position with the place in another file that its words come from. */
export interface InsertedPosition extends Position {
  readonly origin?: { readonly path: string; readonly line: number; readonly column: number };
}

/** The place in another file that a node comes from. */
export function originOf(place: PlaceLike | undefined): InsertedPosition['origin'] {
  return place && 'start' in place ? (place as InsertedPosition).origin : undefined;
}
