import { type OutputFile, previewMark } from '@octavo/core';
import type { ListItem, Nodes, RootContent } from 'mdast';
import { questionText } from '../entry/entry-text.ts';
import { markdown } from '../markdown/markdown.ts';
import type { Site } from '../site.ts';

/** The book for language models (llmstxt.org): what it is, and every entry's Markdown by chapter. */
export function llms(site: Site): OutputFile {
  const { handbook, paths } = site;
  const about = [previewMark(handbook), handbook.subtitle, handbook.description]
    .filter((text) => text !== undefined)
    .join('. ');
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: handbook.title }] },
    ...(about ? [{ type: 'blockquote' as const, children: [paragraph(about)] }] : []),
    {
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: `${handbook.labels.edition} ${handbook.edition.version}, ${handbook.edition.date}. `,
        },
        { type: 'link', url: handbook.iri, children: [{ type: 'text', value: handbook.iri }] },
      ],
    },
    ...handbook.chapters.flatMap((chapter): RootContent[] => [
      { type: 'heading', depth: 2, children: [{ type: 'text', value: chapter.title }] },
      {
        type: 'list',
        spread: false,
        children: chapter.entries.map((entry) =>
          item(`${entry.number}. ${questionText(entry)}`, paths.markdown(entry.number)),
        ),
      },
    ]),
  ];
  return { path: 'llms.txt', mediaType: 'text/plain', content: markdown({ type: 'root', children }) };
}

function paragraph(value: string): Extract<Nodes, { type: 'paragraph' }> {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function item(value: string, url: string): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value }] }] }],
  };
}
