import { toText } from '../model/to-text.ts';
import type { Rule } from './rule.ts';

const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'here',
  'click here',
  'this',
  'this link',
  'link',
  'more',
  'read more',
  'see here',
  'hier',
  'mehr',
  'ici',
  'aquí',
  'qui',
]);

/** The text of a link says where it leads, also when it is read alone (WCAG 2.2, 2.4.4). */
export const linkTextSaysSomething: Rule = {
  id: 'link-text-says-something',
  check({ bodies, report }) {
    for (const { path, all, keys } of bodies) {
      for (const node of all) {
        if (node.type !== 'link' && node.type !== 'crossReference') continue;
        const text = toText(node.children).trim().toLowerCase();
        if (text !== '' && !EMPTY_WORDS.has(text)) continue;
        report({
          path,
          position: node.position,
          ...(keys ? { keys } : {}),
          reason: `the link text "${text}" does not say where it leads`,
          note: 'Put the link on the words that name the thing.',
        });
      }
    }
  },
};
