import { entryIri } from '../entry/actions.ts';
import { excerpt, questionText } from '../entry/entry-text.ts';
import { changeWord } from '../pages/changes.ts';
import type { Site } from '../site.ts';

/** One item of the feeds. */
export interface News {
  /** Permanent and different for every edition that changes the entry. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

/** What the feeds tell: each change since the last release, or the edition itself when none is known. */
export function news(site: Site): News[] {
  const { handbook, index } = site;
  const { version } = handbook.edition;
  if (site.changes.length === 0) {
    const title = `${handbook.title}, ${handbook.labels.edition} ${version}`;
    return [
      { id: `${handbook.iri}#${version}`, url: handbook.iri, title, text: handbook.description ?? title },
    ];
  }
  return site.changes.flatMap((change) => {
    const entry = index.entry.get(change.number);
    if (!entry) return [];
    const url = entryIri(site, entry.number);
    return [
      {
        id: `${url}#${version}`,
        url,
        title: `${entry.number}. ${questionText(entry)} (${changeWord(site, change)})`,
        text: change.note ?? excerpt(entry, 400),
      },
    ];
  });
}
