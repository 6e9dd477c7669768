import type { Element } from 'hast';
import { h } from 'hastscript';
import { levelOf } from '../level.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** The bar on top of every page: back to the contents, the other ways in, and search. */
export function masthead(site: Site, page: PageContent): Element {
  const { handbook, paths } = site;
  const { labels, volume } = handbook;
  const { title } = levelOf(site, page);
  const { work } = paths;
  const home = rooted(page.ofWork && work ? work : paths.matter.contents);
  const links: readonly (readonly [string, string] | undefined)[] = [
    [labels.contents, paths.matter.contents],
    site.hasTopics ? [labels.topics, paths.matter.topics] : undefined,
    handbook.glossary.length > 0 ? [labels.glossary, paths.matter.glossary] : undefined,
    site.hasTerms ? [labels.index, paths.matter.terms] : undefined,
    page.isAside ? [labels.search, paths.matter.search] : undefined,
  ];
  return h('header.masthead', [
    work && volume?.work && volume.work !== title
      ? h('a.work', { href: rooted(work) }, volume.work)
      : undefined,
    h('a.book', { href: home }, title),
    page.ofWork
      ? undefined
      : menu(
          links.flatMap((link) => (link ? [link] : [])),
          title,
          page.path,
        ),
    page.kind === 'search' || page.isAside ? undefined : searchForm(site),
  ]);
}

function menu(links: readonly (readonly [string, string])[], ariaLabel: string, current: string): Element {
  return h('nav', { ariaLabel }, [
    h(
      'ul',
      links.map(([label, path]) => h('li', [menuLink(label, path, current)])),
    ),
  ]);
}

function menuLink(label: string, path: string, current: string): Element {
  return h('a', { href: rooted(path), ...(path === current ? { ariaCurrent: 'page' } : {}) }, label);
}

/**
 * Words that may precede a number in a citation: the names of the book, and its language's word for an entry.
 */
function citedBy({ handbook }: Site): string {
  const { title, id, labels, publisher, volume } = handbook;
  const names = [title, id, volume?.work, publisher?.name, labels.question, labels.questions, labels.answer];
  return [...new Set(names), 'FAQ', 'number', 'entry', 'article', 'nr', 'no', 'q'].filter(Boolean).join(' ');
}

/** The search box, with what narrows the search. It needs a script, so it only shows when scripts run. */
export function searchForm(site: Site, filters: readonly Element[] = []): Element {
  const { labels } = site.handbook;
  return h(
    'form.search.needs-script',
    {
      role: 'search',
      action: rooted(site.paths.matter.search),
      // All volumes of a work are searched together.
      ...(site.paths.work ? { dataWork: rooted('search-parts.js') } : {}),
      dataNone: labels.searchNone,
      dataCount: labels.searchResults,
      dataOne: labels.searchResult,
      dataCited: citedBy(site),
    },
    [
      h('label', { htmlFor: '_search', className: ['unseen'] }, labels.search),
      h('input', {
        id: '_search',
        type: 'search',
        name: 'q',
        placeholder: labels.searchPlaceholder,
        autoComplete: 'off',
        spellCheck: 'false',
        enterKeyHint: 'search',
        ariaKeyShortcuts: '/',
      }),
      h('kbd', { ariaHidden: 'true' }, '/'),
      ...filters,
      h('p.unseen', { role: 'status', id: '_search-status' }),
      h('ol.hits', { id: '_search-hits', hidden: true }),
    ],
  );
}
