import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import type { Matter } from '../site-paths.ts';

/** A page that the site adds itself: a title and its content. */
export function matterPage(
  site: Site,
  matter: Matter,
  title: string,
  body: readonly ElementContent[],
): PageContent {
  return titledPage(site, { kind: matter, path: site.paths.matter[matter] }, title, body);
}

/** Such a page of any kind, at a path. */
export function titledPage(
  site: Site,
  { kind, path }: Pick<PageContent, 'kind' | 'path'>,
  title: string,
  body: readonly ElementContent[],
): PageContent {
  return {
    path,
    kind,
    title,
    canonical: site.handbook.iri + path.replace(/index\.html$/, ''),
    modified: site.date,
    main: [h('header.opener', [h('h1', title)]), ...body],
  };
}
