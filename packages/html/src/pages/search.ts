import { h } from 'hastscript';
import { searchForm } from '../frame/masthead.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** A page for searching alone, which OpenSearch and the search box lead to. */
export function searchPage(site: Site): PageContent {
  const { labels } = site.handbook;
  const { matter } = site.paths;
  const other = site.hasTerms
    ? ([labels.index, matter.terms] as const)
    : ([labels.contents, matter.contents] as const);
  return {
    path: matter.search,
    kind: 'search',
    title: labels.search,
    main: [
      h('header.opener', [h('h1', labels.search)]),
      searchForm(site),
      h('noscript', [h('p', [h('a', { href: rooted(other[1]) }, other[0])])]),
    ],
  };
}
