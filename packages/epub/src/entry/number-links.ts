import { toText } from '@octavo/core';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Context } from '../plan/context.ts';

/** Links to entries by their numbers, with commas between; each says its question to those who do not see it. */
export function numberLinks(context: Context, numbers: readonly string[]): readonly ElementContent[] {
  return numbers.flatMap((number, position): ElementContent[] => {
    const entry = context.index.entry.get(number);
    const link = h(
      'a',
      {
        className: ['number'],
        href: context.addresses.entry(number),
        ...(entry ? { title: toText(entry.question) } : {}),
      },
      number,
    );
    return position === 0 ? [link] : [{ type: 'text', value: ', ' }, link];
  });
}
