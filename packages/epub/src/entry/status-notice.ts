import type { Notice } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Context } from '../context.ts';
import { sayHast } from '../say.ts';

/** What a reader must know before the answer: it is not approved, a draft, deprecated or withdrawn, and what replaces it. */
export function noticeElement(context: Context, { kind, title, text, replacement }: Notice): Element {
  const replaced = sayHast(context, replacement);
  switch (kind) {
    case 'unapproved':
    case 'draft':
      return h('p.stamp', [title, replaced.length > 0 ? [' ', ...replaced] : undefined]);
    case 'replaced':
      return h('p.notice', replaced);
    case 'deprecated':
    case 'withdrawn':
      return h('div.notice', { role: 'note' }, [
        h('p', [h('strong', title), ' ', text]),
        replaced.length > 0 ? h('p', replaced) : undefined,
      ]);
  }
}
