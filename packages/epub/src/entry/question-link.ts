import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Context } from '../context.ts';
import { questionContent } from './question-content.ts';

/** A link to an entry by its number and question; by its number alone when the book has no such entry. */
export function questionLink(context: Context, number: string): Element {
  const entry = context.index.entry.get(number);
  return h('a.cross-reference', { href: context.addresses.entry(number) }, [
    h('span.number', number),
    entry ? [' ', ...questionContent(context, entry)] : undefined,
  ]);
}
