import { type ChangeList, escapeMarkup, type Handbook, type Labels, type Segment } from '@octavo/core';
import { type SaidChange, sayChanges, sayText } from '@octavo/core/say';

const STYLE =
  ':root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.55 Georgia,serif}li{margin-block:1rem}ins{text-decoration:underline .12em}del{text-decoration:line-through}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}';

/** Renders a list of changes as a self-contained HTML document. */
export function changeHtml({ edition, since, changes }: ChangeList, book: Handbook): string {
  const { labels, title, language, direction } = book;
  const said = sayChanges(changes, { ...book, edition }, since);
  const { marked, telling, corrections } = said;
  const [version = '', ...earlier] = said.opening.map(sayText);
  const items = (some: readonly SaidChange[]) =>
    some.length === 0 ? '' : `<ul>\n${some.map((change) => item(change, labels)).join('\n')}\n</ul>`;
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}">`,
    `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">`,
    `<title>${escapeMarkup(`${labels.changes}: ${title}, ${version}`)}</title>\n<style>${STYLE}</style>`,
    `<h1>${escapeMarkup(labels.changes)}</h1>\n<p><cite>${escapeMarkup(title)}</cite>, ${escapeMarkup(version)}</p>`,
    ...earlier.map((line) => `<p>${escapeMarkup(line)}</p>`),
    marked
      ? `<p><ins>${escapeMarkup(labels.inserted)}</ins> <del>${escapeMarkup(labels.deleted)}</del></p>`
      : '',
    items(telling),
    corrections.length > 0
      ? `<details>\n<summary>${escapeMarkup(labels.corrections)} (${corrections.length})</summary>\n${items(corrections)}\n</details>`
      : '',
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n');
}

function item({ label, words, word, sentences, passages }: SaidChange, labels: Labels): string {
  const facts = [
    `<em>${escapeMarkup(word)}.</em>`,
    ...sentences.map(({ say }) => escapeMarkup(sayText(say))),
  ];
  const shown = passages.map(
    ({ segments }) => `\n<p>${segments.map((segment) => marks(segment, labels)).join('')}</p>`,
  );
  return `<li><strong>${escapeMarkup(label)}</strong> ${escapeMarkup(words)} ${facts.join(' ')}${shown.join('')}</li>`;
}

function marks({ kind, text }: Segment, labels: Labels): string {
  const words = (name: string) =>
    `<span class="unseen">[${escapeMarkup(name)}: </span>${escapeMarkup(text)}<span class="unseen">]</span>`;
  switch (kind) {
    case 'same':
      return escapeMarkup(text);
    case 'inserted':
      return `<ins>${words(labels.inserted)}</ins>`;
    case 'deleted':
      return `<del>${words(labels.deleted)}</del>`;
  }
}
