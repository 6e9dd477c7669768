import type { Entry } from '@octavo/core';
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { entryLink } from './entry-link.ts';

/** What a reader must know before the answer: withdrawn, deprecated, a draft, replaced. */
export function notices(site: Site, entry: Entry): Element[] {
  const { labels } = site.handbook;
  const replacement = replacedBy(site, entry);
  switch (entry.status) {
    case 'withdrawn':
      return [notice('withdrawn', labels.withdrawn, labels.withdrawnNotice, replacement)];
    case 'deprecated':
      return [notice('deprecated', labels.deprecated, labels.deprecatedNotice, replacement)];
    case 'draft':
      return [h('p', { className: ['notice', 'draft'] }, [h('strong', labels.draft)])];
    case 'active':
      return replacement.length > 0 ? [h('p', { className: ['notice'] }, replacement)] : [];
  }
}

/** What the style sheet prints across a draft. */
export function watermark(site: Site, entry: Entry): Properties {
  return entry.status === 'draft' ? { dataMark: site.handbook.labels.draft } : {};
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
