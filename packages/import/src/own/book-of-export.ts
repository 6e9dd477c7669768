import { declaredNumbers, numberAtStart } from '@octavo/core';
import type { FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parse } from 'yaml';
import type { FindAsset } from '../assign/images.ts';
import { parseMarkdown, parseWritten } from '../markdown/parse.ts';
import { lineOf } from '../model/place.ts';
import { oneLine, textOf } from '../model/text-of.ts';
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
  const lines = text.split('\n');
  const assets = new Map<string, Uint8Array>();
  const chapters: { id: string; title: string; summary?: string }[] = [];
  const entries: OwnEntry[] = [];
  let open: RootContent[] = [];
  for (const block of tree.children) {
    const head = /^(#{2,3}) (.*?)(?: \{#([a-z0-9-]+)\})?$/.exec(lines[lineOf(block) - 1] ?? '');
    const [, marks, said = '', id = ''] = block.type === 'heading' ? (head ?? []) : [];
    if (marks === undefined) {
      const chapter = chapters.at(-1);
      if (entries.at(-1)?.chapter === chapter?.id) open.push(block);
      else if (chapter && block.type === 'paragraph') chapter.summary = oneLine(textOf(block));
    } else if (marks === '##') chapters.push({ id, title: textOf(inlineOf(said)) });
    else {
      const read = id === '' && !/^\S+\.\s/.test(said) ? undefined : numberAtStart(said, system);
      open = [];
      entries.push({
        number: read?.number ?? '',
        id,
        question: inlineOf((read?.rest ?? said).replace(/^\.?\s+/, '')),
        answer: open,
        footnotes: new Map(),
        chapter: chapters.at(-1)?.id ?? '',
        place: { path, line: lineOf(block) },
      });
    }
  }
  const named = new Map(
    entries.map(({ id, number, question }) => [`#${id}`, `${number}. ${textOf(question)}`]),
  );
  const { digests = {}, ...rest } = about;
  const written = entries.map((entry) => withFacts(entry, named, assets, find));
  const book = ownBook(rest, { chapters, assets }, written);
  return ownDocument(book, written, new Map(Object.entries(digests)));
}

/** Directives that a handbook has; any other is prose, such as `10:30`, and stays letter for letter. */
const DIRECTIVES = /^(?:note|tip|warning|span)$/;

function keepProse(tree: Root, text: string): void {
  visit(tree, (node, index, parent) => {
    if (!node.type.endsWith('Directive') || !parent || index === undefined) return undefined;
    if ('name' in node && DIRECTIVES.test(String(node.name))) return undefined;
    const value = text.slice(node.position?.start.offset, node.position?.end.offset);
    parent.children[index] = { type: 'html', value };
    return SKIP;
  });
}

/** Reads a line of Markdown as inline content. */
function inlineOf(line: string): PhrasingContent[] {
  const [first] = parseMarkdown(line).children;
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: line }];
}

/** An entry with what the comment below its heading says, and an answer as it stands in a file of its own. */
function withFacts(
  entry: OwnEntry,
  named: ReadonlyMap<string, string>,
  assets: Map<string, Uint8Array>,
  find: FindAsset,
): OwnEntry {
  const [first, ...rest] = entry.answer;
  const written = first?.type === 'html' ? /^<!--\n([\s\S]*)\n-->$/.exec(first.value)?.[1] : undefined;
  const facts =
    written === undefined
      ? {}
      : (parse(written.replaceAll('-\\-', '--')) as Readonly<Record<string, unknown>>);
  const body: Root = { type: 'root', children: [...(written === undefined ? entry.answer : rest)] };
  const name = (node: { identifier: string; label?: string | null | undefined }) => {
    node.label = (node.label ?? node.identifier).replace(`${entry.number}-`, '');
    node.identifier = node.label.toLowerCase();
  };
  visit(body, (node: Nodes) => {
    if (node.type === 'heading') node.depth = Math.max(2, node.depth - 2) as 2;
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') name(node);
    // A link without words of its own was written with those that it is printed with.
    if (node.type === 'link' && named.get(node.url) === textOf(node)) node.children = [];
    if (node.type === 'image') node.url = imageOf(node.url, entry.place.path, assets, find);
  });
  const notes = body.children.filter((node) => node.type === 'footnoteDefinition');
  const read = {
    ...entry,
    answer: body.children.filter((node) => node.type !== 'footnoteDefinition'),
    footnotes: new Map(notes.map((note: FootnoteDefinition) => [note.identifier, note])),
  };
  return withFactsOf(read, facts);
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
