import type { Entry } from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Context } from '../plan/context.ts';
import { questionLink } from './question-link.ts';

/** What a reader must know before the answer: it is not approved, a draft, deprecated or withdrawn, and what replaces it. */
export function statusNotice(context: Context, entry: Entry): readonly Element[] {
  const { labels } = context.handbook;
  return [...(entry.unapproved ? [stamp(labels.unapproved)] : []), ...lifecycle(context, entry)];
}

function lifecycle(context: Context, entry: Entry): readonly Element[] {
  const { labels } = context.handbook;
  switch (entry.status) {
    case 'active':
      return [];
    case 'draft':
      return [stamp(labels.draft)];
    case 'deprecated':
      return [notice(context, entry, labels.deprecated, labels.deprecatedNotice)];
    case 'withdrawn':
      return [notice(context, entry, labels.withdrawn, labels.withdrawnNotice)];
  }
}

function stamp(word: string): Element {
  return h('p', { className: ['stamp'] }, word);
}

function notice(context: Context, entry: Entry, title: string, text: string): Element {
  return h('div', { className: ['notice'], role: 'note' }, [
    h('p', [h('strong', title), ' ', text]),
    entry.replacedBy ? h('p', [...replacement(context, entry.replacedBy)]) : undefined,
  ]);
}

/** "Replaced by {entry}", with the entry as a link wherever the language puts it. */
function replacement(context: Context, number: string): readonly ElementContent[] {
  const [before = '', after = ''] = context.handbook.labels.replacedBy.split('{entry}');
  return [{ type: 'text', value: before }, questionLink(context, number), { type: 'text', value: after }];
}
