import type { PlaceLike } from '../message/make-message.ts';
import type { InlineContext } from './body-context.ts';

/** A condition, snippet or quotation that is spelled so that it is only text in Markdown: `::: only {…}`, `::only`, `: only [x] {a=b}`. */
export const STRAY: RegExp =
  /(?<!:):{2,}[ \t]*(?:\{[ \t]*)?\.?(?:(?:only|snippet)\b|entry[ \t]*\{)|:[ \t]*only[ \t]*\[[^\]\n]*\][ \t]*\{[^{}\n]*=/gi;

/** What a text that holds such a thing also holds. */
export const MAY_BE_STRAY: RegExp = /:[ \t]*(?:\{[ \t]*)?\.?(?:only|snippet|entry)/i;

const IN_PLAIN_TEXT = /(?<!\\):(only|snippet)[[{]/i;

const ESCAPE = 'Escape the colon as "\\:" if text is what you mean.';

/** Reports a condition that stays as text, so that every edition would show what it is about (`condition-known`), and what stays as text instead of being put in (`snippet-fits`). */
export function tellStray(
  written: string,
  place: PlaceLike | undefined,
  { report }: Pick<InlineContext, 'report'>,
): void {
  if (/only/i.test(written))
    report('condition-known', {
      reason: `"${written}" is no condition here, and every edition would show what it is to leave out`,
      place,
      expected: ':::only{audience=internal}, or :only[…]{audience=internal} in text',
      note: ESCAPE,
    });
  else
    report('snippet-fits', {
      reason: `"${written}" puts nothing in here and stays as text`,
      place,
      expected: /entry/i.test(written)
        ? '::entry{number=618} on a line of its own, with an empty line before it'
        : '::snippet{id=…} on a line of its own, with an empty line before it, or :snippet[]{id=…} in text',
      note: ESCAPE,
    });
}

/**
 * Reports a condition or a snippet in a text that can have none: a title, a name, the description of a picture, the
 * text of an HTML element (`condition-known`, `snippet-fits`). In the Markdown that it was read from, if any, a `\` makes it text.
 *
 * @param placeOf is asked only for what is reported: to find a place in YAML, all of the YAML is parsed
 */
export function refuseDirectives(
  text: string,
  placeOf: () => PlaceLike | undefined,
  { report }: Pick<InlineContext, 'report'>,
  source: string = text,
): void {
  const found = IN_PLAIN_TEXT.exec(text);
  if (!found || !IN_PLAIN_TEXT.test(source)) return;
  const place = placeOf();
  if (found[1]?.toLowerCase() === 'snippet') {
    report('snippet-fits', {
      reason: '":snippet" stands in a text that is no Markdown, and would be printed',
      place,
      note: 'Write the words there, or use a variable.',
    });
    return;
  }
  report('condition-known', {
    reason: '":only" stands in a text of which nothing can be left out, and every edition would show it',
    place,
    note: 'Say there what every edition may show, or put what has this text under a condition as a whole.',
  });
}
