import { bodyToHast, type Entry, phrasingToHast } from '@octavo/core';
import { entryAnchor, entryAnchors } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { isXmlName } from '../book/anchors.ts';
import type { Context } from '../context.ts';
import { pageBreakElement } from '../pages/page-break-element.ts';
import { hastOptions } from './hast-options.ts';
import { questionLink } from './question-link.ts';
import { statusNotice } from './status-notice.ts';

/** One question and its answer (`doc-qna`), with its notes and where to read on. */
export function entrySection(context: Context, entry: Entry): Element {
  const { labels } = context.handbook;
  const anchor = entryAnchor(entry.number);
  const options = hastOptions(context, entry.number);
  const answer = context.pages.mark('entry', entry.number, entry.answer);
  const { content, notes } = bodyToHast(answer, entry.footnotes, options);
  return h(
    'section',
    { className: ['entry', entry.status], id: anchor, role: 'doc-qna', ariaLabelledBy: `${anchor}_question` },
    [
      ...context.pages
        .atHead('entry', entry.number)
        .map((index) => pageBreakElement('div', index, context.pages.label(index))),
      h('h2', { className: ['question'], id: `${anchor}_question` }, [
        ...otherAnchors(entry).map((id) => h('span', { id })),
        h('span', { className: ['number'] }, entry.number),
        ' ',
        ...phrasingToHast(entry.question, options),
      ]),
      ...statusNotice(context, entry),
      ...content,
      ...(notes ? [numbered(notes, `${labels.notes} ${entry.number}`)] : []),
      ...readOn(context, labels.related, entry.related),
    ],
  );
}

/** Many entries of a document have notes: each section has a name of its own. */
function numbered(notes: Element, name: string): Element {
  return { ...notes, properties: { ...notes.properties, ariaLabel: name } };
}

/** The entry's id and its old numbers and ids, where they can be ids of a document. */
function otherAnchors(entry: Entry): readonly string[] {
  const [, ...others] = entryAnchors(entry);
  return others.filter(isXmlName);
}

function readOn(context: Context, label: string, numbers: readonly string[]): readonly Element[] {
  if (numbers.length === 0) return [];
  return [
    h('div', { className: ['related'] }, [
      h('p', { className: ['related-label'] }, label),
      h(
        'ul',
        numbers.map((number) => h('li', questionLink(context, number))),
      ),
    ]),
  ];
}
