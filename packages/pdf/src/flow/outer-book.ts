import { type Link, toText } from '@octavo/core';
import type { TextStyle } from '../text/text-run.ts';
import { type InlineContext, type InlineSet, placeMarks, push } from './inline-set.ts';

/** The style of what says where a link leads: a number and a page, or a number and a book. */
export function placeStyle(style: TextStyle): TextStyle {
  return {
    ...style,
    role: 'sans',
    weight: 400,
    italic: false,
    strike: false,
    size: style.size * 0.86,
    features: ['lnum', 'tnum'],
  };
}

/**
 * Adds " (540, vol. 501-600)" behind an entry's first link to an entry of another book, since paper has no
 * other way to tell.
 */
export function sayBook(link: Link, context: InlineContext, set: InlineSet): void {
  const { mentioned } = context;
  if (!link.entry || !mentioned || mentioned.has(link.url)) return;
  mentioned.add(link.url);
  const { number, where } = link.entry;
  const told =
    link.automatic ||
    toText(link.children)
      .split(/[^\dA-Z.]+/)
      .includes(number);
  const { before, behind } = placeMarks(set);
  const words = told ? where : `${number}, ${where}`;
  push(
    set,
    { ...context, style: placeStyle(context.style) },
    { text: `${before}${words.replaceAll(' ', '\u00a0')}${behind}` },
  );
}
