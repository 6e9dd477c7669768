import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import type { Matter } from '../site-paths.ts';

/** The kinds of pages whose addresses `paths.list` says. */
type ListPage = 'figures' | 'tables' | 'list';

/** A page that the site adds itself: a title and its content. A list is given its `path`. */
export function matterPage(
  site: Site,
  matter: Matter | ListPage,
  title: string,
  body: readonly ElementContent[],
  path: string = isList(matter) ? '' : site.paths.matter[matter],
): PageContent {
  return {
    path,
    kind: matter,
    title,
    canonical: site.handbook.iri + path.replace(/index\.html$/, ''),
    modified: site.date,
    main: [h('header.opener', [h('h1', title)]), ...body],
  };
}

function isList(matter: Matter | ListPage): matter is ListPage {
  return matter === 'figures' || matter === 'tables' || matter === 'list';
}
