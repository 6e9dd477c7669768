import type { Entry } from '@octavo/core';
import { type Notice, watermarkOf } from '@octavo/core/say';
import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/** The words that the style sheet prints across an entry that must not be published. */
export function watermark(site: Site, entry: Entry): Properties {
  const dataMark = watermarkOf(entry, site.handbook.labels);
  return dataMark === undefined ? {} : { dataMark };
}

/** What a reader must know before the answer: not approved, withdrawn, deprecated, a draft, replaced. */
export function noticeElement(site: Site, { kind, title, text, replacement }: Notice): Element {
  const replaced = sayHast(site, replacement);
  switch (kind) {
    case 'unapproved':
    case 'draft':
      return h('p.notice.draft', [h('strong', title), replaced.length > 0 ? [' ', ...replaced] : undefined]);
    case 'replaced':
      return h('p.notice', replaced);
    case 'deprecated':
    case 'withdrawn':
      return h('div', { className: ['notice', kind], role: 'note' }, [
        h('p', [h('strong', title), ' ', text]),
        replaced.length > 0 ? h('p', replaced) : undefined,
      ]);
  }
}
