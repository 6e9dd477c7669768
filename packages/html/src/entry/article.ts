import type { Entry } from '@octavo/core';
import { type EntryNumbers, type EntryPart, entryAnchor, entryParts } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { localLinks } from '../tree/local-links.ts';
import { actions } from './actions.ts';
import { answer } from './answer.ts';
import { entryLink } from './entry-link.ts';
import { factsElement, ownFieldsElement } from './facts.ts';
import { heading } from './heading.ts';
import { noticeElement, watermark } from './notice.ts';

/**
 * An entry in full among the others of its chapter part: number, question, notices, answer, related
 * questions, and actions. Links to entries in `here` lead to their anchors on the page.
 */
export function article(site: Site, entry: Entry, here: ReadonlySet<string>): Element {
  const near = (other: Entry): string =>
    here.has(other.number) ? `#${entryAnchor(other.number)}` : rooted(site.paths.entry(other.number));
  const parts = entryParts(entry, site.handbook);
  const isHead = ({ kind }: EntryPart): boolean => kind !== 'facts' && kind !== 'numbers';
  const shown = (part: EntryPart): readonly Element[] => {
    switch (part.kind) {
      case 'question':
        return [heading(site, entry, 2)];
      case 'badges':
      case 'fields':
        return [ownFieldsElement(site, part)];
      case 'notices':
        return part.notices.map((notice) => noticeElement(site, notice));
      case 'answer':
        return [h('div.answer', localLinks(answer(site, entry), here))];
      case 'facts':
        return factsElement(site, part.facts);
      case 'numbers':
        return [related(site, part, near)];
    }
  };
  return h(
    'article',
    { id: entryAnchor(entry.number), className: ['entry', entry.status], ...watermark(site, entry) },
    [
      ...parts.filter(isHead).flatMap(shown),
      h('footer', [...parts.filter((part) => !isHead(part)).flatMap(shown), actions(site, entry)]),
    ],
  );
}

function related(site: Site, { label, numbers }: EntryNumbers, near: (other: Entry) => string): Element {
  const items = numbers.flatMap((number) => {
    const other = site.index.entry.get(number);
    return other ? [h('li', [entryLink(site, other, near(other))])] : [];
  });
  return h('div.related', [h('p.caption', label), h('ul', { role: 'list' }, items)]);
}
