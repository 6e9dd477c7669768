import type { Phrasing } from '../model/answer.ts';
import { type NumberedPart, numberedIn } from '../model/answer-part.ts';
import type { Entry, EntryList, Handbook } from '../model/documents.generated.ts';
import { isInForce } from '../model/effective.ts';
import { DEFAULT_TYPE } from '../model/own-types.ts';
import { entryAnchor, headingAnchor } from './addresses.ts';
import { fieldGroups } from './field-groups.ts';
import type { Say } from './sentence.ts';

/** A list that the book asks for: of figures, of tables, or of entries. */
export interface BookList {
  /** `figures`, `tables`, or `list_` and the publisher's own id: no id of anything else has that sign. */
  readonly id: 'figures' | 'tables' | `list_${string}`;
  readonly title: string;
  readonly groups: readonly ListGroup[];
}

export interface ListGroup {
  /** What its entries have in common; empty in a list that is not by a field. */
  readonly title: readonly Say[];
  readonly lines: readonly ListLine[];
}

export interface ListLine {
  /** The number of the entry, the anchor to go to, and the id of the part in it, where it is one. */
  readonly number: string;
  readonly anchor: string;
  readonly id?: string;
  /** `Figure 618.1`, or the number of an entry. */
  readonly label: string;
  /** Without its links and the marks of notes: the line is a link itself. */
  readonly words: readonly Phrasing[];
}

/** The lists that the book asks for and has lines for, in the order of the book. */
export function bookLists(handbook: Handbook): readonly BookList[] {
  const { lists = [], labels, chapters } = handbook;
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return lists
    .map((list): BookList => {
      if (typeof list !== 'string')
        return { id: `list_${list.id}`, title: list.title, groups: groupsOf(list, entries, handbook) };
      const type = list === 'figures' ? 'figure' : 'table';
      const lines = entries.flatMap(({ number, answer }) =>
        numberedIn(answer)
          .filter((part) => part.type === type)
          .map((part) => partLine(number, part)),
      );
      return { id: list, title: labels[list], groups: [{ title: [], lines }] };
    })
    .filter(({ groups }) => groups.some(({ lines }) => lines.length > 0));
}

function groupsOf(
  { type, inForce, by }: EntryList,
  all: readonly Entry[],
  handbook: Handbook,
): readonly ListGroup[] {
  const entries = all.filter(
    (entry) =>
      (type === undefined || (entry.type ?? DEFAULT_TYPE) === type) &&
      (!inForce || isInForce(entry, handbook.edition.date)),
  );
  const groups = by === undefined ? [{ title: [], entries }] : fieldGroups(by, entries, handbook);
  return groups.map((group) => ({ title: group.title, lines: group.entries.map(entryLine) }));
}

function entryLine({ number, question }: Entry): ListLine {
  return { number, anchor: entryAnchor(number), label: number, words: unlinked(question) };
}

function partLine(number: string, part: NumberedPart): ListLine {
  const { id, numbered } = part;
  return { number, id, anchor: headingAnchor(number, id), label: numbered, words: unlinked(captionOf(part)) };
}

/** What a numbered part is called beside its number; a formula is called nothing. */
export function captionOf(part: NumberedPart): readonly Phrasing[] {
  switch (part.type) {
    case 'figure':
      return [{ type: 'text', value: part.caption }];
    case 'table':
      return part.caption ?? [];
    case 'heading':
      return part.children;
    case 'math':
      return [];
  }
}

/** Phrasing as it stands inside a link: marked up, without links and footnote marks of its own. */
export function unlinked(nodes: readonly Phrasing[]): readonly Phrasing[] {
  return nodes.flatMap((node): readonly Phrasing[] => {
    if (node.type === 'footnoteReference') return [];
    if (!('children' in node)) return [node];
    const children = unlinked(node.children);
    return node.type === 'link' || node.type === 'crossReference' ? children : [{ ...node, children }];
  });
}
