import { bookAddress, foldChanges } from '@octavo/core';
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
    const entry = index.entry.get(number);
    const url = entryIri(handbook, number);
    const html = passages.length > 0 ? changeHtml(site, change) : undefined;
    return {
      id: `${url}#${version}`,
      url,
      title: `${number}. ${change.question} (${changeWord(site, change)})`,
      text: note ?? (entry ? excerpt(entry, 400) : change.question),
      ...(html === undefined ? {} : { html }),
    };
  });
}
