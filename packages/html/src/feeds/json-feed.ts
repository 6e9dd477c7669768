import { type OutputFile, previewMark } from '@octavo/core';
import type { Site } from '../site.ts';
import { news } from './news.ts';
import { instant } from './xml.ts';

/** The changes as a JSON Feed (version 1.1). */
export function jsonFeed(site: Site): OutputFile {
  const { handbook } = site;
  const mark = previewMark(handbook);
  const author = handbook.publisher?.name ?? handbook.contributors[0]?.name;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: mark === undefined ? handbook.title : `${handbook.title} (${mark})`,
    home_page_url: handbook.iri,
    feed_url: `${handbook.iri}feed.json`,
    description: handbook.description,
    language: handbook.language,
    authors: author === undefined ? undefined : [{ name: author, url: handbook.publisher?.url }],
    items: news(site).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.text,
      content_html: item.html,
      date_published: instant(handbook.edition.date),
    })),
  };
  const content = new TextEncoder().encode(`${JSON.stringify(feed, null, 2)}\n`);
  return { path: 'feed.json', mediaType: 'application/feed+json', content };
}
