import { toText } from '@octavo/core';
import { phrasingToHast, sayToHast } from '@octavo/core/hast';
import type { Say } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Context } from './context.ts';
import { optionsFor } from './entry/hast-options.ts';
import { questionLink } from './entry/question-link.ts';

/**
 * Converts what the book says about itself to hast. A number also says its question to readers who do not see
 * it.
 */
export function sayHast(context: Context, sentence: readonly Say[]): ElementContent[] {
  return sayToHast(sentence, context.handbook, {
    entry: (number) => questionLink(context, number),
    prose: (nodes) => phrasingToHast(nodes, optionsFor(context, '', 3)),
    number(number) {
      const entry = context.index.entry.get(number);
      const title = entry ? { title: toText(entry.question) } : {};
      return h('a.number', { href: context.addresses.entry(number), ...title }, number);
    },
  });
}
