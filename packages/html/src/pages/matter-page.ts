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
  const path = site.paths.matter[matter];
  return {
    path,
    kind: matter,
    title,
    canonical: site.handbook.iri + path.replace(/index\.html$/, ''),
    modified: site.date,
    main: [h('header.opener', [h('h1', title)]), ...body],
  };
}
