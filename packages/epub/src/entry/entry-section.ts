import type { Entry } from '@octavo/core';
import { badgesToHast, bodyToHast, editedLabel, fieldsToHast, phrasingToHast } from '@octavo/core/hast';
import {
  type EntryNumbers,
  type EntryPart,
  entryAnchor,
  entryAnchors,
  entryParts,
  sayFact,
} from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { isXmlName } from '../book/anchors.ts';
import type { Context } from '../context.ts';
import { pageBreakElement } from '../pages/page-break-element.ts';
import { sayHast } from '../say.ts';
import { hastOptions } from './hast-options.ts';
import { questionLink } from './question-link.ts';
import { noticeElement } from './status-notice.ts';

/** One question and its answer (`doc-qna`), with its notes and where to read on. */
export function entrySection(context: Context, entry: Entry): Element {
  const anchor = entryAnchor(entry.number);
  const parts = entryParts(entry, context.handbook);
  return h(
    'section',
    { className: ['entry', entry.status], id: anchor, role: 'doc-qna', ariaLabelledBy: `${anchor}_question` },
    [
      ...context.pages
        .atHead('entry', entry.number)
        .map((index) => pageBreakElement('div', index, context.pages.label(index))),
      ...parts.flatMap((part) => partElements(context, entry, part)),
    ],
  );
}

function partElements(context: Context, entry: Entry, part: EntryPart): readonly ElementContent[] {
  switch (part.kind) {
    case 'question':
      return [question(context, entry)];
    case 'badges':
      return [badgesToHast(part.type, part.badges, (said) => sayHast(context, said))];
    case 'fields':
      return [fieldsToHast(part.facts, (said) => sayHast(context, said))];
    case 'notices':
      return part.notices.map((notice) => noticeElement(context, notice));
    case 'answer':
      return answer(context, entry);
    case 'facts':
      return part.facts.map((fact) => h('p.fact', sayHast(context, sayFact(fact))));
    case 'numbers':
      return [readOn(context, part)];
  }
}

function question(context: Context, entry: Entry): Element {
  const anchor = entryAnchor(entry.number);
  return h('h2.question', { id: `${anchor}_question` }, [
    ...otherAnchors(context, entry).map((id) => h('span', { id })),
    h('span.number', [editedLabel(entry.number, entry.edits?.kind)]),
    ' ',
    ...phrasingToHast(entry.edits?.question ?? entry.question, hastOptions(context, entry.number)),
  ]);
}

function answer(context: Context, entry: Entry): readonly ElementContent[] {
  const marked = context.pages.mark('entry', entry.number, entry.answer);
  const { content, notes } = bodyToHast(marked, entry.footnotes, hastOptions(context, entry.number));
  const name = `${context.handbook.labels.notes} ${entry.number}`;
  return [...content, ...(notes ? [numbered(notes, name)] : [])];
}

/** When many entries of a document have notes, each section gets a name of its own. */
function numbered(notes: Element, name: string): Element {
  return { ...notes, properties: { ...notes.properties, ariaLabel: name } };
}

/** The entry's id and its old numbers and ids, where they can be ids of a document. */
function otherAnchors({ handbook }: Context, entry: Entry): readonly string[] {
  const [, ...others] = entryAnchors(entry, handbook);
  return others.filter(isXmlName);
}

function readOn(context: Context, { label, numbers }: EntryNumbers): Element {
  const items = numbers.map((number) => h('li', questionLink(context, number)));
  return h('div.related', [h('p.related-label', label), h('ul', items)]);
}
