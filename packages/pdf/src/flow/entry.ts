import type { Entry, PageBreakPlace } from '@octavo/core';
import { type EntryPart, entryAnchor, entryAnchors, entryParts } from '@octavo/core/say';
import type { BlockContext } from './block-context.ts';
import { entryFacts, ownFields } from './entry-facts.ts';
import type { EntryTitle } from './entry-title.ts';
import { layOutNotes } from './notes.ts';
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
  column.space(context.leading * 2);
  for (const name of new Set([...entryAnchors(entry, session.facts), ...entry.aliases])) column.anchor(name);
  for (const part of entryParts(entry, session.facts)) await layOutPart(part, entry, own, titles);
  return layOutNotes(entry.footnotes, own);
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
      question(entry, own);
      column.space(own.leading * 0.3);
      return;
    case 'badges':
    case 'fields':
      return ownFields(part, own, titles);
    case 'notices':
      return statusNotice(part.notices, entry, own, titles);
    case 'answer':
      return own.blocks(entry.answer, own);
    // A page never holds these alone: the answer's last lines go with them.
    case 'facts':
      column.keepLast();
      entryFacts(part.facts, { ...own, place: endOf(entry) });
      return;
    case 'numbers':
      column.keepLast();
      related(part, { ...own, place: endOf(entry) }, titles);
  }
}

/** The place behind an answer: where a page begins that begins with what we add. */
function endOf(entry: Entry): PageBreakPlace {
  return { kind: 'entry', id: entry.number, path: [entry.answer.length], offset: 0 };
}
