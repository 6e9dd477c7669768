import type { Fact } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Context } from '../context.ts';
import { sayHast } from '../say.ts';

/** Facts about the book as a description list. */
export function detailsList(context: Context, facts: readonly Fact[]): Element {
  return h(
    'dl.facts',
    facts.flatMap(({ label, values }) => [
      h('dt', label),
      ...values.map((value) => h('dd', sayHast(context, value))),
    ]),
  );
}
