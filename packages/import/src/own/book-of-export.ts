import { declaredNumbers, type NumberSystem, numberAtStart } from '@octavo/core';
import type { FootnoteDefinition, Link, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import type { BookPage } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import { parseMarkdown, parseWritten } from '../markdown/parse.ts';
import { lineOf } from '../model/place.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { inlineWritten, keepProse } from './keep-prose.ts';
import {
  type OwnDocument,
  type OwnEntry,
  type OwnMatter,
  ownBook,
  ownDocument,
  withFactsOf,
} from './own-book.ts';

type Matter = OwnMatter & { readonly digests?: Readonly<Record<string, string>> };

/**
 * The book that a document of `octavo export` was written from: the front matter of the document names the
 * handbook, headings hold numbers and ids, and a comment below each question holds the rest of its front matter.
 * Undefined for any other document.
 */
export function bookOfExport(path: string, text: string, find: FindAsset): OwnDocument | undefined {
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
  if (matter === undefined || !/^iri: /m.test(matter) || !/^### .* \{#[a-z0-9-]+\}$/m.test(text))
    return undefined;
  const tree = parseWritten(text);
  if (!tree) return undefined;
  keepProse(tree, text);
  const about = parse(matter) as Matter;
  const { numbers: system } = declaredNumbers(about.numbers ? { numbers: about.numbers } : {});
  const assets = new Map<string, Uint8Array>();
  const sections = sectionsOf(tree, text.split('\n'));
  const chapters: { id: string; title: string; summary?: string }[] = [];
  const entries: OwnEntry[] = [];
  const pages: Record<'front' | 'back', BookPage[]> = { front: [], back: [] };
  const intros: BookPage[] = [];
  const numbersOf = new Map(
    sections.flatMap((section) => {
      const asked = askedIn(section, system);
      return asked ? [[section, asked] as const] : [];
    }),
  );
  const named = new Map(
    [...numbersOf].map(([{ id, said }, { number, question }]) => [
      `#${id}`,
      [`${number}. ${textOf(question)}`, said],
    ]),
  );
  const isNamed: IsNamed = (link) => {
    const [name, written] = named.get(link.url) ?? [];
    const { start, end } = link.position ?? {};
    return textOf(link) === name || text.slice(start?.offset, end?.offset) === `[${written}](${link.url})`;
  };
  for (const section of sections) {
    const { id, said, blocks } = section;
    const place = { path, line: section.line };
    const asked = numbersOf.get(section);
    const folder = (['front', 'back'] as const).find((one) => about[one]?.includes(id));
    if (asked) {
      const { facts, ...body } = asWritten(blocks, asked.number, isNamed, path, assets, find);
      entries.push(withFactsOf({ ...asked, ...body, id, chapter: chapters.at(-1)?.id ?? '', place }, facts));
    } else if (folder) {
      const { answer, footnotes, facts: matter } = asWritten(blocks, id, isNamed, path, assets, find);
      pages[folder].push({ id, title: textOf(inlineOf(said)), body: answer, footnotes, place, matter });
    } else {
      const { introduction, summary } = about.chapters?.find((chapter) => chapter.id === id) ?? {};
      const title = textOf(inlineOf(said));
      const at = introduction ? -1 : blocks.findIndex(({ type }) => type === 'paragraph');
      const first = blocks[at];
      const words = first ? oneLine(textOf(first)) : summary;
      chapters.push({ id, title, ...(words === undefined ? {} : { summary: words }) });
      const own = blocks.slice(at + 1);
      const { answer, footnotes } = asWritten(own, id, isNamed, path, assets, find);
      if (own.length > 0) intros.push({ id, title, body: answer, footnotes, place });
    }
  }
  for (const [, image = ''] of Object.values(about.snippets ?? {})
    .join('\n')
    .matchAll(SNIPPET_IMAGE))
    imageOf(image, path, assets, find);
  const { digests = {}, ...rest } = about;
  const book = ownBook(rest, { chapters, intros, assets, ...pages }, entries);
  return ownDocument(book, entries, new Map(Object.entries(digests)));
}

/** A picture that the text of a snippet names from its own folder. */
const SNIPPET_IMAGE = /\]\(\.\.\/(assets\/[^\s)]+)/g;

/** What stands below a heading of the second or third level. */
interface Section {
  readonly depth: number;
  readonly said: string;
  /** Empty where the heading has none. */
  readonly id: string;
  readonly line: number;
  readonly blocks: RootContent[];
}

function sectionsOf(tree: Root, lines: readonly string[]): readonly Section[] {
  const sections: Section[] = [];
  for (const block of tree.children) {
    const line = lineOf(block);
    const [, marks = '', said = '', id = ''] =
      (block.type === 'heading' && /^(#{2,3}) (.*?)(?: \{#([a-z0-9-]+)\})?$/.exec(lines[line - 1] ?? '')) ||
      [];
    if (marks === '') sections.at(-1)?.blocks.push(block);
    else sections.push({ depth: marks.length, said, id, line, blocks: [] });
  }
  return sections;
}

/** The number and the question of a heading of the third level; one without an id is of an entry that an editor has added. */
function askedIn(
  { depth, id, said }: Section,
  system: NumberSystem | undefined,
): Pick<OwnEntry, 'number' | 'question'> | undefined {
  if (depth === 2) return undefined;
  const read = id === '' && !/^\S+\.\s/.test(said) ? undefined : numberAtStart(said, system);
  const question = inlineWritten((read?.rest ?? said).replace(/^\.?\s+/, ''));
  return { number: read?.number ?? '', question };
}

/** Reads a line of Markdown as inline content. */
function inlineOf(line: string): PhrasingContent[] {
  const [first] = parseMarkdown(line).children;
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: line }];
}

/** Whether a link has the words that it is printed with, those of the entry's heading. */
type IsNamed = (link: Link) => boolean;

/** What a file says that stands below a heading of the document: what the comment at its head says, and the text. */
function asWritten(
  [first, ...rest]: readonly RootContent[],
  number: string,
  isNamed: IsNamed,
  path: string,
  assets: Map<string, Uint8Array>,
  find: FindAsset,
): Pick<OwnEntry, 'answer' | 'footnotes'> & { readonly facts: Readonly<Record<string, unknown>> } {
  const written = first?.type === 'html' ? /^<!--\n([\s\S]*)\n-->$/.exec(first.value)?.[1] : undefined;
  const facts = written === undefined ? {} : parse(written.replaceAll('-\\-', '--'));
  const body: Root = { type: 'root', children: first && written === undefined ? [first, ...rest] : rest };
  const name = (node: { identifier: string; label?: string | null | undefined }) => {
    node.label = (node.label ?? node.identifier).replace(`${number}-`, '');
    node.identifier = node.label.toLowerCase();
  };
  visit(body, (node: Nodes) => {
    if (node.type === 'heading') node.depth = Math.max(2, node.depth - 2) as 2;
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') name(node);
    // A link without words of its own was written with those that it is printed with.
    if (node.type === 'link' && isNamed(node)) node.children = [];
    if (node.type === 'image') node.url = imageOf(node.url, path, assets, find);
  });
  const notes = body.children.filter((node) => node.type === 'footnoteDefinition');
  return {
    facts,
    answer: body.children.filter((node) => node.type !== 'footnoteDefinition'),
    footnotes: new Map(notes.map((note: FootnoteDefinition) => [note.identifier, note])),
  };
}

/** An image that the document names from its own place, as a file of the book; as it was named when it is not there. */
function imageOf(url: string, from: string, assets: Map<string, Uint8Array>, find: FindAsset): string {
  const path = from.slice(0, from.lastIndexOf('/') + 1) + url;
  const bytes = /^[a-z][a-z0-9+.-]*:/i.test(url) ? undefined : find(path);
  const at = url.lastIndexOf('assets/');
  const own = at < 0 ? `assets/${url.split('/').at(-1)}` : url.slice(at);
  if (!bytes) return at < 0 ? url : `../${own}`;
  assets.set(own, bytes);
  return `../${own}`;
}
