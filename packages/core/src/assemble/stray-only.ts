import type { PlaceLike } from '../message/make-message.ts';
import type { InlineContext } from './body-context.ts';

/** A condition that is spelled so that it is only text in Markdown: `::: only {…}`, `::only`, `: only [x] {a=b}`. */
export const STRAY_ONLY: RegExp =
  /:{2,}[ \t]*\{?[ \t]*\.?only\b|:[ \t]*only[ \t]*\[[^\]\n]*\][ \t]*\{[^{}\n]*=/gi;

const IN_PLAIN_TEXT = /(?<!\\):only[[{]/i;

/** Reports a condition that stays as text, so that every edition would show what it is about (`condition-known`). */
export function tellStrayOnly(
  written: string,
  place: PlaceLike | undefined,
  { report }: Pick<InlineContext, 'report'>,
): void {
  report('condition-known', {
    reason: `"${written}" is no condition here, and every edition would show what it is to leave out`,
    place,
    expected: ':::only{audience=internal}, or :only[…]{audience=internal} in text',
    note: 'Escape the colon as "\\:" if text is what you mean.',
  });
}

/**
 * Reports a condition in a text of which no part can be left out: a title, a name, the description of a picture, the
 * text of an HTML element (`condition-known`). In the Markdown that it was read from, if any, a `\` makes it text.
 */
export function refuseOnly(
  text: string,
  place: PlaceLike | undefined,
  { report }: Pick<InlineContext, 'report'>,
  source: string = text,
): void {
  if (!IN_PLAIN_TEXT.test(text) || !IN_PLAIN_TEXT.test(source)) return;
  report('condition-known', {
    reason: '":only" stands in a text of which nothing can be left out, and every edition would show it',
    place,
    note: 'Say there what every edition may show, or put what has this text under a condition as a whole.',
  });
}
