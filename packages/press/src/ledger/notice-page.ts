import { escapeMarkup, type Handbook } from '@octavo/core';

const STYLE =
  ':root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.55 Georgia,serif}code{overflow-wrap:anywhere}';

/**
 * A page that stands in the place of a release, whole in itself.
 *
 * @param heading and `title` are plain text
 * @param paragraphs HTML
 */
export function noticePage(
  { language, direction }: Pick<Handbook, 'language' | 'direction'>,
  heading: string,
  title: string,
  paragraphs: readonly string[],
): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeMarkup(language)}" dir="${direction}">`,
    '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<meta name="robots" content="noindex">',
    `<title>${escapeMarkup(title)}</title>\n<style>${STYLE}</style>`,
    `<h1>${escapeMarkup(heading)}</h1>`,
    ...paragraphs.map((html) => `<p>${html}</p>`),
    '',
  ].join('\n');
}
