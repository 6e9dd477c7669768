import { bookAddress, changeHead, foldChanges, type ItemChange } from '@octavo/core';
import { entryIri } from '@octavo/core/say';
import { excerpt } from '../entry/entry-text.ts';
import { changeHtml, changeWord } from '../pages/changes.ts';
import type { Site } from '../site.ts';

/** One item of the feeds. */
export interface News {
  /** Permanent and different for every edition that changes the entry. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** The words that changed, as an HTML fragment with `ins` and `del`. */
  readonly html?: string;
}

/** What the feeds tell: each change since the last release, or the edition itself when none is known. */
export function news(site: Site): News[] {
  const { handbook, index } = site;
  const { version } = handbook.edition;
  const home = bookAddress(handbook);
  if (site.changes.length === 0) {
    const title = `${handbook.title}, ${handbook.labels.edition} ${version}`;
    return [{ id: `${home}#${version}`, url: home, title, text: handbook.description ?? title }];
  }
  const { telling, corrections } = foldChanges(site.changes);
  return [...telling, ...corrections].map((change) => {
    const { number, passages, note } = change;
    const entry = number === undefined ? undefined : index.entry.get(number);
    const url = change.subject === 'entry' ? entryIri(handbook, change.number) : itemIri(site, change);
    const { label, words } = changeHead(change, handbook.labels);
    const html = passages.length > 0 ? changeHtml(site, change) : undefined;
    return {
      id:
        change.subject !== 'entry'
          ? `${handbook.iri}#${version}/${change.subject}/${change.id}/${change.kind}`
          : `${url}#${version}`,
      url,
      title: `${label}. ${words} (${changeWord(site, change)})`,
      text: note ?? (entry ? excerpt(entry, 400) : words),
      ...(html === undefined ? {} : { html }),
    };
  });
}

/** Where a reader finds what is no entry; what is gone is found by the edition. */
function itemIri({ handbook: { iri } }: Site, { subject, id, kind }: ItemChange): string {
  if (kind === 'deleted') return iri;
  switch (subject) {
    case 'book':
    case 'part':
      return iri;
    case 'chapter':
      return `${iri}chapter/${id}`;
    case 'page':
      return `${iri}page/${id.replace(/^.*\//, '')}`;
    case 'term':
      return `${iri}glossary#${id}`;
    case 'topic':
      return `${iri}topic/${id}`;
  }
}
