import { type OutputFile, previewMark } from '@octavo/core';
import type { Level } from '../level.ts';
import type { Site } from '../site.ts';
import { news } from './news.ts';
import { instant } from './xml.ts';

/** The changes as a JSON Feed (version 1.1). */
export function jsonFeed(site: Site, level: Level): OutputFile {
  const { handbook } = site;
  const mark = previewMark(handbook);
  const author = handbook.publisher?.name ?? handbook.contributors[0]?.name;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: mark === undefined ? level.title : `${level.title} (${mark})`,
    home_page_url: level.home,
    feed_url: `${level.home}feed.json`,
    description: handbook.description,
    language: handbook.language,
    authors: author === undefined ? undefined : [{ name: author, url: handbook.publisher?.url }],
    items: news(site).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.text,
      content_html: item.html,
      date_published: site.date && instant(site.date),
    })),
  };
  const [open, close] = level.marks('news', ',\n');
  // Line feeds in texts are escaped, so these two places can only be the list's own.
  const text = `${JSON.stringify(feed, null, 2)}\n`
    .replace('\n  "items": [\n', (start) => start + open)
    .replace(/\n {2}\]\n\}\n$/, (end) => close + end);
  const content = new TextEncoder().encode(text);
  return { path: level.path('feed.json'), mediaType: 'application/feed+json', content };
}
