import type { Entry, PageBreakPlace } from '@octavo/core';
import { type EntryPart, entryAnchor, entryAnchors, entryParts } from '@octavo/core/say';
import type { BlockContext } from './block-context.ts';
import { entryFacts, ownFields } from './entry-facts.ts';
import type { EntryTitle } from './entry-title.ts';
import { layOutNotes, rememberNotes } from './notes.ts';
import type { Piece } from './piece.ts';
import { question } from './question.ts';
import { related } from './related.ts';
import { statusNotice } from './status-notice.ts';

/** One question with its answer. Returns the entry's footnotes. `titles`: of the entries it names. */
export async function layOutEntry(
  entry: Entry,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  const { session, column } = context;
  const owner = entryAnchor(entry.number);
  const place = { kind: 'entry', id: entry.number, path: [], offset: 0 } as const;
  session.at({
    path: entry.source.path,
    line: entry.source.line,
    column: entry.source.column,
    name: `entry ${entry.number}`,
  });
  const own: BlockContext = {
    ...context,
    owner,
    place,
    mentioned: new Set([entry.number]),
    node: session.structure.open('Sect', context.node),
  };

  column.entry = entry.number;
  column.space(context.leading * 2, ENTRY_FLEX);
  for (const name of new Set([...entryAnchors(entry, session.facts), ...entry.aliases]))
    column.anchor(name, own.node);
  rememberNotes(textOf(entry, own), entry.footnotes);
  for (const part of entryParts(entry, session.facts)) await layOutPart(part, entry, own, titles);
  return layOutNotes(entry.footnotes, textOf(entry, own));
}

async function layOutPart(
  part: EntryPart,
  entry: Entry,
  own: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<void> {
  const { column } = own;
  switch (part.kind) {
    case 'question':
      question(entry, textOf(entry, own));
      return;
    case 'badges':
    case 'fields':
      return ownFields(part, own, titles);
    case 'notices':
      return statusNotice(part.notices, entry, own, titles);
    case 'answer':
      return own.blocks(entry.answer, textOf(entry, own));
    // A page never holds these parts alone: the last lines of the answer go with them.
    case 'facts':
      column.keepLast();
      entryFacts(part.facts, { ...own, place: endOf(entry) }, titles);
      return;
    case 'numbers':
      column.keepLast();
      related(part, { ...own, place: endOf(entry) }, titles);
  }
}

/** Returns the context of an entry's own text: a new entry is inserted as a whole. */
function textOf({ edits }: Entry, own: BlockContext): BlockContext {
  return edits?.kind ? { ...own, edit: edits.kind } : own;
}

/** A page may add this many lines between two entries in order to be full. */
const ENTRY_FLEX = 3;

/** Returns the place behind an answer, from which a page counts that begins with what Octavo adds. */
function endOf(entry: Entry): PageBreakPlace {
  return { kind: 'entry', id: entry.number, path: [entry.answer.length], offset: 0 };
}
