import { type Format, fillLabel, type Handbook, numberKey } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import { editionFacts } from '../expected/edition-facts.ts';
import { type ExpectedBook, introTwin, numbered, redirectsOf } from '../expected/expected-book.ts';
import { allElements, rawText } from '../markup/element.ts';
import { parseXml } from '../markup/parse-xml.ts';
import type { PdfPages } from '../read-format.ts';
import { flat, unescaped } from './document-text.ts';
import type { TreeFiles } from './tree-files.ts';

/** What documents are held to. */
export interface DocumentFacts {
  readonly findings: Findings;
  readonly files: TreeFiles;
  readonly book: ExpectedBook;
  readonly formats: readonly Format[];
  readonly paths: ReadonlySet<string>;
  readonly pages: PdfPages | undefined;
  /** The addresses of the site's pages that may be found, from its root. */
  readonly open: readonly string[];
  /** Files that are alike in every folder, by path. */
  readonly shipped: ReadonlyMap<string, Uint8Array> | undefined;
}

/** A document that is no answer: what it must say, line by line, and how its lines are read. */
export interface DocumentRule {
  readonly path: string;
  /** The format it comes with; `tree` for the folder's own. */
  readonly of: Format | 'tree';
  /** Whether a finished folder may lack it. */
  readonly optional?: true;
  readonly said: (text: string, facts: DocumentFacts) => readonly string[];
  readonly wanted: (facts: DocumentFacts) => readonly string[];
}

const json = (text: string): unknown => JSON.parse(text);
/** The texts of elements of an XML document, by a selector. */
const named = (text: string, selector: string): readonly string[] =>
  allElements(parseXml(text), selector).map((one) => `${one.name}: ${MARKUP.text(rawText(one))}`);
/** An attribute of elements of an XML document, by a selector. */
const attributes = (text: string, selector: string, name: string): readonly string[] =>
  allElements(parseXml(text), selector).map((one) => one.attributes[name] ?? '');
const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();

/** The title with the mark of what is not released. */
const titled = ({ title, stage, labels }: Handbook): string =>
  stage === 'preview' ? `${title} (${labels.preview})` : title;
const instant = (date: string): string => (date.includes('T') ? date : `${date}T00:00:00Z`);

/** Pairs of an old name and a number in the rules of a web server. */
const pairs = (text: string, { book }: DocumentFacts): readonly string[] => {
  const names = new Set(redirectsOf(book).map(({ from }) => from));
  const maps = text.match(/^[ \t]*map [^\n]*\{\n[^}]*\}/gm) ?? [];
  return sorted(
    [...maps.join('\n').matchAll(/^[ \t]+(\S+)\s+(\S+?);?[ \t]*$/gm)].flatMap(([, from = '', to = '']) =>
      names.has(from) || book.byKey.has(to) ? [`${from} → ${to}`] : [],
    ),
  );
};
const wantedPairs = ({ book }: DocumentFacts): readonly string[] =>
  sorted(redirectsOf(book).map(({ from, to }) => `${from} → ${numberKey(to)}`));

/** What stands on which page. */
const PAGES: DocumentRule = {
  path: 'pages.json',
  of: 'pdf',
  said: (text) =>
    (json(text) as { pages: { label: string; entries: string[] }[] }).pages.map(
      ({ label, entries }) => `${label}: ${entries.join(', ')}`,
    ),
  wanted: ({ pages }) =>
    pages?.labels.map((label, at) => `${label}: ${pages.entriesOn[at]?.join(', ') ?? ''}`) ?? [],
};

/** The documents that are compared line by line. */
export const DOCUMENTS: readonly DocumentRule[] = [
  {
    path: 'inventory.json',
    of: 'tree',
    said: (text) => sorted(flat(json(text))),
    wanted: ({ book: { handbook, entries } }) =>
      sorted(
        flat({
          schemaVersion: 1,
          id: handbook.id,
          iri: handbook.iri,
          title: handbook.title,
          language: handbook.language,
          ...(handbook.volume === undefined ? {} : { volume: handbook.volume }),
          edition: { version: handbook.edition.version, date: handbook.edition.date },
          entries: entries
            .filter(({ entry: { status } }) => status !== 'draft')
            .map(({ number, question, entry: { id, aliases, status } }) => ({
              number,
              ...(handbook.numbers ? { key: numberKey(number) } : {}),
              id,
              ...(aliases.length > 0 ? { aliases } : {}),
              question,
              iri: `${handbook.iri}entry/${numberKey(number)}`,
              ...(status === 'active' ? {} : { status }),
            })),
        }),
      ),
  },
  PAGES,
  {
    path: 'llms.txt',
    of: 'html',
    said: (text) =>
      [...text.matchAll(/^(?:#+ (.*)|- \[(.*)\]\((.*)\)|([^\n#>-].*), \S+ <(.*)>)$/gm)].map(
        ([, head, line, to, edition, iri]) =>
          unescaped(head ?? (edition ? `${edition} ${iri}` : `${line} → ${to}`)),
      ),
    wanted: ({ book: { handbook, byNumber } }) => [
      handbook.title,
      ...(editionFacts(handbook.edition).version === undefined
        ? []
        : [
            `${fillLabel(handbook.labels.editionNumber, { version: handbook.edition.version })} ${handbook.iri}`,
          ]),
      ...handbook.chapters.flatMap(({ title, intro, entries }) => [
        title,
        ...(intro ? [`${title} → ${introTwin(handbook, intro.id)}`] : []),
        ...entries.map(
          ({ number }) =>
            `${numbered({ number, question: byNumber.get(number)?.question ?? '' })} → entry/${numberKey(number)}.md`,
        ),
      ]),
    ],
  },
  {
    path: 'sitemap.xml',
    of: 'html',
    said: (text) =>
      sorted(
        allElements(parseXml(text), 'url').map((one) => {
          const of = (name: string): string => allElements(one, name).map(rawText).join(' ').trim();
          return `${of('loc')} of ${of('lastmod').slice(0, 10)}`;
        }),
      ),
    wanted: ({ open, book: { handbook, byKey } }) =>
      sorted(
        open.map((address) => {
          const prefix = `${handbook.iri}entry/`;
          const key = address.startsWith(prefix) ? address.slice(prefix.length) : '';
          const day = byKey.get(key)?.entry.revised ?? editionFacts(handbook.edition).date ?? '';
          return `${address} of ${day.slice(0, 10)}`;
        }),
      ),
  },
  {
    path: 'robots.txt',
    of: 'html',
    said: (text) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')),
    wanted: ({ book: { handbook } }) => [
      'User-agent: *',
      ...(handbook.stage === 'preview'
        ? ['Disallow: /']
        : ['Allow: /', `Sitemap: ${handbook.iri}sitemap.xml`]),
    ],
  },
  {
    path: 'feed.json',
    of: 'html',
    said: (text) => {
      const feed = json(text) as Record<string, unknown> & {
        items: { id: string; url: string; date_published: string }[];
      };
      const [first] = feed.items;
      return [
        feed.title,
        feed.home_page_url,
        feed.feed_url,
        feed.language,
        // A change of an item names it behind the edition.
        first?.id.slice(first.id.lastIndexOf('#')).split('/')[0],
        first?.date_published,
      ].map(String);
    },
    wanted: ({ book: { handbook } }) => {
      const { date } = editionFacts(handbook.edition);
      return [
        titled(handbook),
        handbook.iri,
        `${handbook.iri}feed.json`,
        handbook.language,
        `#${handbook.edition.version}`,
        String(date && instant(date)),
      ];
    },
  },
  {
    path: 'feed.xml',
    of: 'html',
    said: (text) => [
      ...named(text, 'title').slice(0, 1),
      ...named(text, 'updated').slice(0, 2),
      ...named(text, 'id').slice(0, 1),
      ...attributes(text, 'link', 'href').slice(0, 2),
    ],
    wanted: ({ book: { handbook } }) => [
      `title: ${titled(handbook)}`,
      `updated: ${instant(handbook.edition.date)}`,
      `updated: ${instant(handbook.edition.date)}`,
      `id: ${handbook.iri}`,
      `${handbook.iri}feed.xml`,
      handbook.iri,
    ],
  },
  {
    path: 'opensearch.xml',
    of: 'html',
    said: (text) => [
      ...named(text, 'Description, Language').map((line) => line.slice(0, 'Description: '.length + 80)),
      ...attributes(text, 'Url', 'template'),
    ],
    wanted: ({ book: { handbook } }) => [
      `Description: ${MARKUP.text(handbook.description ?? handbook.title).slice(0, 80)}`,
      `Language: ${handbook.language}`,
      `${handbook.iri}search/index.html?q={searchTerms}`,
    ],
  },
  {
    path: '_redirects',
    of: 'html',
    said: (text) =>
      sorted([...new Set(text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')))]),
    wanted: ({ book }) => {
      const base = new URL(book.handbook.iri).pathname;
      return sorted(
        redirectsOf(book).flatMap(({ from, to }) =>
          ['', '/'].map((end) => `${base}entry/${from}${end} ${base}entry/${numberKey(to)}/ 301`),
        ),
      );
    },
  },
  { path: 'hosting/nginx-maps.conf', of: 'html', optional: true, said: pairs, wanted: wantedPairs },
  { path: 'hosting/Caddyfile', of: 'html', optional: true, said: pairs, wanted: wantedPairs },
];
