import { type Change, changeHead, fillLabel, foldChanges, type Labels, type Segment } from '@octavo/core';
import type { ChangeList } from './change-list.ts';

/** Of the book the list is about. */
export interface ListedBook {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly labels: Labels;
}

const STYLE =
  ':root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.55 Georgia,serif}li{margin-block:1rem}ins{text-decoration:underline .12em}del{text-decoration:line-through}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}';

/** A list of changes as one HTML document that stands alone. */
export function changeHtml({ edition, since, changes }: ChangeList, book: ListedBook): string {
  const { labels, title, language, direction } = book;
  const { telling, corrections } = foldChanges(changes);
  const version = `${labels.edition} ${edition.version}, ${edition.date.slice(0, 10)}`;
  const items = (some: readonly Change[]) =>
    some.length === 0 ? '' : `<ul>\n${some.map((change) => item(change, labels)).join('\n')}\n</ul>`;
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}">`,
    `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">`,
    `<title>${escaped(`${labels.changes}: ${title}, ${version}`)}</title>\n<style>${STYLE}</style>`,
    `<h1>${escaped(labels.changes)}</h1>\n<p><cite>${escaped(title)}</cite>, ${escaped(version)}</p>`,
    since
      ? `<p>${escaped(fillLabel(labels.changesSince, { version: since.version, date: since.date.slice(0, 10) }))}</p>`
      : '',
    changes.some(({ passages }) => passages.length > 0)
      ? `<p><ins>${escaped(labels.inserted)}</ins> <del>${escaped(labels.deleted)}</del></p>`
      : '',
    items(telling),
    corrections.length > 0
      ? `<details>\n<summary>${escaped(labels.corrections)} (${corrections.length})</summary>\n${items(corrections)}\n</details>`
      : '',
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n');
}

function item(change: Change, labels: Labels): string {
  const { kind, movedFrom, replacedBy, note, passages } = change;
  const head = changeHead(change, labels);
  const facts = [
    `<em>${escaped(labels[kind])}.</em>`,
    ...(movedFrom === undefined ? [] : [`${escaped(fillLabel(labels.movedFrom, { chapter: movedFrom }))}.`]),
    ...(replacedBy === undefined ? [] : [`${escaped(fillLabel(labels.replacedBy, { entry: replacedBy }))}.`]),
    ...(note === undefined ? [] : [escaped(note)]),
    ...(kind === 'changed' && passages.length === 0 ? [escaped(labels.wordsUnchangedNotice)] : []),
  ];
  const words = passages.map(
    ({ segments }) => `\n<p>${segments.map((segment) => marked(segment, labels)).join('')}</p>`,
  );
  return `<li><strong>${escaped(head.label)}</strong> ${escaped(head.words)} ${facts.join(' ')}${words.join('')}</li>`;
}

function marked({ kind, text }: Segment, labels: Labels): string {
  const words = (name: string) =>
    `<span class="unseen">[${escaped(name)}: </span>${escaped(text)}<span class="unseen">]</span>`;
  switch (kind) {
    case 'same':
      return escaped(text);
    case 'inserted':
      return `<ins>${words(labels.inserted)}</ins>`;
    case 'deleted':
      return `<del>${words(labels.deleted)}</del>`;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
