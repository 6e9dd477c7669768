import { type OutputFile, previewMark } from '@octavo/core';
import { x } from 'xastscript';
import type { Level } from '../level.ts';
import type { Site } from '../site.ts';
import { news } from './news.ts';
import { instant, xml } from './xml.ts';

/** The changes as an Atom feed (RFC 4287). */
export function atom(site: Site, level: Level): OutputFile {
  const { handbook } = site;
  const mark = previewMark(handbook);
  const updated = instant(handbook.edition.date);
  const [open, close] = level.marks('news');
  const author = handbook.publisher?.name ?? handbook.contributors[0]?.name ?? handbook.title;
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': handbook.language }, [
    x('id', level.home),
    x('title', mark === undefined ? level.title : `${level.title} (${mark})`),
    ...(handbook.subtitle && level.title === handbook.title ? [x('subtitle', handbook.subtitle)] : []),
    x('updated', updated),
    x('author', [x('name', author)]),
    x('link', { rel: 'self', type: 'application/atom+xml', href: `${level.home}feed.xml` }),
    x('link', { rel: 'alternate', type: 'text/html', href: level.home }),
    ...(handbook.copyright ? [x('rights', handbook.copyright)] : []),
    { type: 'text', value: open },
    ...news(site).map((item) =>
      x('entry', [
        x('id', item.id),
        x('title', item.title),
        x('updated', updated),
        x('link', { rel: 'alternate', type: 'text/html', href: item.url }),
        x('summary', item.text),
        ...(item.html === undefined ? [] : [x('content', { type: 'html' }, item.html)]),
      ]),
    ),
    { type: 'text', value: close },
  ]);
  return { path: level.path('feed.xml'), mediaType: 'application/atom+xml', content: xml(feed) };
}
