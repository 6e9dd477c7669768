import {
  type Change,
  changeHead,
  type Entry,
  fillLabel,
  foldChanges,
  marksLegend,
  passagesToHast,
} from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryLink } from '../entry/entry-link.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { serialise } from '../tree/serialise.ts';
import { matterPage } from './matter-page.ts';

/** What changed since the last release: entry by entry, word by word; mere corrections folded. */
export function changesPage(site: Site): PageContent {
  const { labels, edition } = site.handbook;
  const { telling, corrections } = foldChanges(site.changes);
  const since = site.options.changesSince;
  return matterPage(site, 'changes', labels.changes, [
    h('p', { className: ['lede'] }, `${labels.edition} ${edition.version}, ${edition.date.slice(0, 10)}`),
    ...(since
      ? [h('p', fillLabel(labels.changesSince, { version: since.version, date: since.date.slice(0, 10) }))]
      : []),
    ...(site.changes.some(({ passages }) => passages.length > 0) ? [marksLegend(labels)] : []),
    ...(telling.length > 0 ? [list(site, telling)] : []),
    ...(corrections.length > 0
      ? [
          h('details', { className: ['corrections'] }, [
            h('summary', `${labels.corrections} (${corrections.length})`),
            list(site, corrections),
          ]),
        ]
      : []),
  ]);
}

/** The kind of a change in the book's language. */
export function changeWord(site: Site, change: Change): string {
  return site.handbook.labels[change.kind];
}

/** The changed words as an HTML fragment, for the feeds. */
export function changeHtml(site: Site, { note, passages }: Change): string {
  const words = passagesToHast(passages, site.handbook.labels);
  const fragment = [...(note === undefined ? [] : [h('p', note)]), ...words];
  return new TextDecoder().decode(serialise({ type: 'root', children: fragment })).trimEnd();
}

function list(site: Site, changes: readonly Change[]): Element {
  return h(
    'ol',
    { className: ['entries', 'changes'], role: 'list' },
    changes.map((change) => h('li', [heading(site, change), ...details(site, change)])),
  );
}

function heading(site: Site, change: Change): Element {
  const entry = entryOf(site, change);
  if (entry) return entryLink(site, entry);
  const { label, words } = changeHead(change, site.handbook.labels);
  return h('p', { className: ['entry-link'] }, [h('span', { className: ['number'] }, label), ' ', words]);
}

function entryOf(site: Site, { number }: Change): Entry | undefined {
  return number === undefined ? undefined : site.index.entry.get(number);
}

function details(site: Site, change: Change): ElementContent[] {
  const { labels } = site.handbook;
  const { kind, movedFrom, note, passages } = change;
  const facts: ElementContent[] = [];
  // The link marks an entry that is withdrawn or deprecated already.
  if (entryOf(site, change)?.status !== kind)
    facts.push(h('span', { className: ['mark'] }, changeWord(site, change)));
  if (movedFrom !== undefined) facts.push(said(` ${fillLabel(labels.movedFrom, { chapter: movedFrom })}.`));
  if (note !== undefined) facts.push(said(` ${note}`));
  if (kind === 'changed' && passages.length === 0) facts.push(said(` ${labels.wordsUnchangedNotice}`));
  return [
    ...(facts.length > 0 ? [h('p', { className: ['change'] }, facts)] : []),
    ...replacement(site, change),
    ...(passages.length > 0
      ? [h('div', { className: ['passages'] }, [...passagesToHast(passages, labels)])]
      : []),
  ];
}

function replacement(site: Site, { replacedBy }: Change): Element[] {
  const entry = replacedBy === undefined ? undefined : site.index.entry.get(replacedBy);
  if (!entry) return [];
  const [before = '', after = ''] = site.handbook.labels.replacedBy.split('{entry}');
  return [h('p', { className: ['change'] }, [before, entryLink(site, entry), after])];
}

function said(value: string): ElementContent {
  return { type: 'text', value };
}
