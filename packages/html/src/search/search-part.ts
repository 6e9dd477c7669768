import { type ChapterPart, toText } from '@octavo/core';
import MiniSearch from 'minisearch';
import { excerpt, questionText } from '../entry/entry-text.ts';
import type { Site } from '../site.ts';
import { words } from './words.ts';

/** What the search knows of an entry. */
interface SearchRecord {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly terms: string;
  /** The beginning of the answer, shown below the question. */
  readonly brief: string;
  /** A word on an entry that is not active. */
  readonly mark: string;
  /** Withdrawn: it is shown last. */
  readonly gone?: true;
}

/** Where the index of a chapter part lies. */
export function searchPartPath(site: Site, part: ChapterPart): string {
  const { own } = site.paths;
  const name = site.paths
    .part(part)
    .slice(own('').length)
    .replace(/\/index\.html$/, '');
  return own(`static/search/${name}.js`);
}

/**
 * The search index of one chapter part, as a script: under file:// nothing else can be loaded. The
 * browser merges the parts into one index, so that an edit changes one file only.
 */
export function searchPart(site: Site, part: ChapterPart): Uint8Array {
  const index = new MiniSearch<SearchRecord>({
    fields: ['question', 'answer', 'terms'],
    storeFields: ['question', 'brief', 'mark', 'gone'],
    tokenize: words,
    processTerm: (term) => term,
  });
  index.addAll(
    part.entries.map((entry) => ({
      id: entry.number,
      question: questionText(entry),
      answer: toText([...entry.answer, ...entry.footnotes]),
      terms: [
        ...entry.index.flat(),
        ...entry.topics.map((id) => site.index.topic.get(id)?.title ?? ''),
        entry.id,
      ].join(' '),
      brief: excerpt(entry, 140),
      mark: entry.status === 'active' ? '' : site.handbook.labels[entry.status],
      ...(entry.status === 'withdrawn' ? { gone: true as const } : {}),
    })),
  );
  const json = JSON.stringify(index).replace(
    /[\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
  const title = JSON.stringify(part.chapter.title);
  return new TextEncoder().encode(`octavoSearchPart(${title}, ${json});\n`);
}
