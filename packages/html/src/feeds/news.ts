import { bookAddress, type Change } from '@octavo/core';
import { passagesToHast } from '@octavo/core/hast';
import { editionWords, entryIri, type SaidChange, sayChanges, sayText } from '@octavo/core/say';
import { h } from 'hastscript';
import { excerpt } from '../entry/entry-text.ts';
import type { Site } from '../site.ts';
import { serialise } from '../tree/serialise.ts';

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

/**
 * What the feeds report: each change since the last release, or the edition itself when no earlier one is
 * known.
 */
export function news(site: Site): News[] {
  const { handbook, index } = site;
  const { version } = handbook.edition;
  const home = bookAddress(handbook);
  if (site.changes.length === 0) {
    const title = [handbook.title, editionWords(handbook)].filter(Boolean).join(', ');
    return [{ id: `${home}#${version}`, url: home, title, text: handbook.description ?? title }];
  }
  const { telling, corrections } = sayChanges(site.changes, handbook, undefined);
  return [...telling, ...corrections].map(({ label, words, word, sentences, passages, about }) => {
    const entry = about.subject === 'entry' ? index.entry.get(about.number) : undefined;
    const url = about.subject === 'entry' ? entryIri(handbook, about.number) : itemIri(site, about);
    const text = sentences.map(({ say }) => sayText(say)).join(' ');
    return {
      id:
        about.subject === 'entry'
          ? `${url}#${version}`
          : `${home}#${version}/${about.subject}/${about.id}/${about.kind}`,
      url,
      title: `${label}. ${words} (${word})`,
      text: text || (entry ? excerpt(entry, 400) : words),
      ...(passages.length > 0 ? { html: changeHtml(site, text, passages) } : {}),
    };
  });
}

/** What became of it and the changed words, as an HTML fragment. */
function changeHtml(site: Site, text: string, passages: SaidChange['passages']): string {
  const words = passagesToHast(passages, site.handbook);
  const fragment = [...(text === '' ? [] : [h('p', text)]), ...words];
  return new TextDecoder().decode(serialise({ type: 'root', children: fragment })).trimEnd();
}

/**
 * The address of an item that is not an entry; an item that no longer exists is found through the edition.
 */
function itemIri({ handbook }: Site, { subject, id, kind }: Exclude<Change, { subject: 'entry' }>): string {
  const iri = bookAddress(handbook);
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
