import type { Entry } from '@octavo/core';
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { entryLink } from './entry-link.ts';

/** What a reader must know before the answer: not approved, withdrawn, deprecated, a draft, replaced. */
export function notices(site: Site, entry: Entry): Element[] {
  const { unapproved } = site.handbook.labels;
  return [...(entry.unapproved ? [stamp(unapproved)] : []), ...statusNotices(site, entry)];
}

function statusNotices(site: Site, entry: Entry): Element[] {
  const { labels } = site.handbook;
  const replacement = replacedBy(site, entry);
  switch (entry.status) {
    case 'withdrawn':
      return [notice('withdrawn', labels.withdrawn, labels.withdrawnNotice, replacement)];
    case 'deprecated':
      return [notice('deprecated', labels.deprecated, labels.deprecatedNotice, replacement)];
    case 'draft':
      return [stamp(labels.draft)];
    case 'active':
      return replacement.length > 0 ? [h('p', { className: ['notice'] }, replacement)] : [];
  }
}

/** What the style sheet prints across a draft, and across what nobody approved. */
export function watermark(site: Site, entry: Entry): Properties {
  const { draft, unapproved } = site.handbook.labels;
  if (entry.status === 'draft') return { dataMark: draft };
  return entry.unapproved ? { dataMark: unapproved } : {};
}

function stamp(word: string): Element {
  return h('p', { className: ['notice', 'draft'] }, [h('strong', word)]);
}

function notice(kind: string, title: string, words: string, replacement: ElementContent[]): Element {
  return h('div', { className: ['notice', kind], role: 'note' }, [
    h('p', [h('strong', title), ' ', words]),
    ...(replacement.length > 0 ? [h('p', replacement)] : []),
  ]);
}

/** The label "Replaced by {entry}" with a link in its place. */
function replacedBy(site: Site, entry: Entry): ElementContent[] {
  const replacement = entry.replacedBy === undefined ? undefined : site.index.entry.get(entry.replacedBy);
  if (!replacement) return [];
  const [before = '', after = ''] = site.handbook.labels.replacedBy.split('{entry}');
  return [{ type: 'text', value: before }, entryLink(site, replacement), { type: 'text', value: after }];
}
