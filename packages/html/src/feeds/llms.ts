import { bookAddress, type Chapter, type Handbook, type OutputFile, previewMark } from '@octavo/core';
import { editionWords, isStandIn, numbered } from '@octavo/core/say';
import type { ListItem, Nodes, RootContent } from 'mdast';
import { questionText } from '../entry/entry-text.ts';
import { decodeContent } from '../keys/remembered.ts';
import type { Level } from '../level.ts';
import { markdown } from '../markdown/markdown.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { relativeAddress } from '../tree/relative-address.ts';

/** The book for language models (llmstxt.org): what it is, and the Markdown of each chapter's introduction and entries. */
export function llms(site: Site, level: Level): OutputFile {
  const path = level.path('llms.txt');
  const [open, close] = level.marks('volumes', '\n');
  // A volume is described as a part of its work.
  const frame = open
    ? `${decoder.decode(markdown({ type: 'root', children: [heading(1, level.title)] }))}\n`
    : '';
  const book = decoder.decode(markdown({ type: 'root', children: outline(site, path, open ? 2 : 1) }));
  return { path, mediaType: 'text/plain', content: new TextEncoder().encode(frame + open + book + close) };
}

/** The same with every introduction and entry in full, one after the other: their Markdown twins. */
export function llmsFull(site: Site, twins: readonly OutputFile[]): OutputFile {
  const texts = twins.map(decodeContent);
  const head = decoder.decode(markdown({ type: 'root', children: about(site.handbook, 1) }));
  const content = new TextEncoder().encode([head, ...texts].join('\n---\n\n'));
  return { path: site.paths.own('llms-full.txt'), mediaType: 'text/plain', content };
}

const decoder = new TextDecoder();

function outline({ handbook, paths }: Site, path: string, depth: 1 | 2): RootContent[] {
  const introItem = (chapter: Chapter): ListItem[] => {
    const twin = paths.introMarkdown(chapter);
    return twin === undefined ? [] : [item(chapter.title, relativeAddress(path, rooted(twin)))];
  };
  return [
    ...about(handbook, depth),
    ...handbook.chapters.flatMap((chapter): RootContent[] => [
      heading(depth === 1 ? 2 : 3, chapter.title),
      {
        type: 'list',
        spread: false,
        children: [
          ...introItem(chapter),
          ...chapter.entries.map((entry) =>
            item(
              numbered(entry.number, questionText(entry)),
              relativeAddress(path, rooted(paths.markdown(entry.number))),
            ),
          ),
        ],
      },
    ]),
  ];
}

/** Title, description, edition and address of the book. */
function about(handbook: Handbook, depth: 1 | 2): RootContent[] {
  const words = [previewMark(handbook), handbook.subtitle, handbook.description]
    .filter((text) => text !== undefined)
    .join('. ');
  const home = bookAddress(handbook);
  return [
    heading(depth, handbook.title),
    ...(words ? [{ type: 'blockquote' as const, children: [paragraph(words)] }] : []),
    {
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: editionLine(handbook),
        },
        { type: 'link', url: home, children: [{ type: 'text', value: home }] },
      ],
    },
  ];
}

/** "Edition 2026.1, 2026-11-22. "; an edition's placeholders are left out. */
function editionLine(handbook: Handbook): string {
  const { edition } = handbook;
  const date = isStandIn('date', edition) ? '' : edition.date;
  const said = [editionWords(handbook), date].filter(Boolean).join(', ');
  return said && `${said}. `;
}

function heading(depth: 1 | 2 | 3, value: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
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
