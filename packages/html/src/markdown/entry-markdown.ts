import { type Entry, previewMark } from '@octavo/core';
import { entryIri, noticesOf, type Say } from '@octavo/core/say';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { questionText } from '../entry/entry-text.ts';
import { relatedEntries } from '../entry/related.ts';
import { imagePath } from '../images.ts';
import type { Site } from '../site.ts';
import { encodePath } from '../tree/relative-address.ts';
import { markdown } from './markdown.ts';
import { toMdast } from './to-mdast.ts';

/** An entry's Markdown twin, `entry/<number>.md`: number and question, notices, answer, related, source. */
export function entryMarkdown(site: Site, entry: Entry): Uint8Array {
  const { labels } = site.handbook;
  const options = {
    href: (number: string) => `${number}.md`,
    image: (path: string) => `../${encodePath(site.paths.own(imagePath(path)))}`,
    headingLevel: 2,
  };
  const related = relatedEntries(site, entry);
  const children = [
    {
      type: 'heading',
      depth: 1,
      children: [{ type: 'text', value: `${entry.number} ` }, ...toMdast(entry.question, options)],
    },
    ...notices(site, entry),
    ...toMdast(entry.answer, options),
    ...(related.length > 0
      ? [
          { type: 'heading', depth: 2, children: [{ type: 'text', value: labels.related }] },
          {
            type: 'list',
            spread: false,
            children: related.map((other) => ({
              type: 'listItem',
              spread: false,
              children: [paragraph([link(other)])],
            })),
          },
        ]
      : []),
    { type: 'thematicBreak' },
    paragraph([
      { type: 'text', value: `${site.handbook.title}, ${labels.edition} ${site.handbook.edition.version}. ` },
      address(entryIri(site.handbook, entry.number)),
    ]),
    ...toMdast(entry.footnotes, options),
  ] as RootContent[];
  return markdown({ type: 'root', children });
}

function notices(site: Site, entry: Entry): Paragraph[] {
  const mark = previewMark(site.handbook);
  const banner =
    mark === undefined ? [] : [paragraph([{ type: 'strong', children: [{ type: 'text', value: mark }] }])];
  return [
    ...banner,
    ...noticesOf(entry, site.handbook.labels).flatMap(({ title, text, replacement }) => [
      ...(title === undefined
        ? []
        : [
            paragraph([
              {
                type: 'strong',
                children: [{ type: 'text', value: [title, text].filter(Boolean).join('. ') }],
              },
            ]),
          ]),
      ...(replacement.length > 0 ? [paragraph(replacement.map((piece) => said(site, piece)))] : []),
    ]),
  ];
}

function said(site: Site, piece: Say): PhrasingContent {
  switch (piece.kind) {
    case 'words':
      return { type: 'text', value: piece.text };
    case 'address':
      return { type: 'link', url: piece.url, children: [{ type: 'text', value: piece.text }] };
    case 'entry':
    case 'number': {
      const entry = site.index.entry.get(piece.number);
      return entry ? link(entry) : { type: 'text', value: piece.number };
    }
  }
}

function link(entry: Entry): PhrasingContent {
  return {
    type: 'link',
    url: `${entry.number}.md`,
    children: [{ type: 'text', value: `${entry.number} ${questionText(entry)}` }],
  };
}

function address(url: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
