import { type ChapterPart, cacheKey, digest, previewMark } from '@octavo/core';
import { printable } from '@octavo/core/hast';
import { h } from 'hastscript';
import { chapterFile } from '../book/addresses.ts';
import type { BookDocument, PagePoint } from '../book/book-document.ts';
import { type Context, finishSetting } from '../context.ts';
import { pagePointsIn } from '../nav/page-list.ts';
import { finishTree } from '../xhtml/finish-tree.ts';
import { toXhtml } from '../xhtml/to-xhtml.ts';

/** A printed document, with what the package document has to know about it. */
export interface PrintedDocument {
  readonly file: string;
  readonly title: string;
  /** What the chapter template is given. */
  readonly data: object;
  readonly pages: readonly PagePoint[];
  /** Manifest properties that its content asks for. */
  readonly properties: string;
}

/** Prints the tree of a document. */
function printDocument(context: Context, document: BookDocument): PrintedDocument {
  const { file, division, kind } = document;
  const title = printable(document.title);
  const mark = previewMark(context.handbook);
  const banner = mark === undefined ? [] : [h('p.preview', { role: 'note' }, mark)];
  const nodes = finishTree([...banner, ...document.content()], finishSetting(context));
  const xhtml = toXhtml(nodes);
  const { language, direction } = context.handbook;
  return {
    file,
    title,
    data: { title, language, direction, division, kind, xhtml },
    pages: pagePointsIn(file, nodes),
    properties: xhtml.includes('<math ') ? 'mathml' : '',
  };
}

/** Prints documents one after another; chapters in the cache are taken from it. */
export async function printDocuments(
  context: Context,
  documents: readonly BookDocument[],
): Promise<readonly PrintedDocument[]> {
  const { cache } = context.options;
  const keyOf = cache && chapterKeys(context);
  const printed: PrintedDocument[] = [];
  for (const document of documents) {
    const key = document.part && keyOf?.(document.part);
    const kept = key === undefined ? undefined : await cache?.get(key);
    const made = kept
      ? (JSON.parse(new TextDecoder().decode(kept)) as PrintedDocument)
      : printDocument(context, document);
    if (key !== undefined && !kept) await cache?.put(key, new TextEncoder().encode(JSON.stringify(made)));
    printed.push(made);
  }
  return printed;
}

/**
 * The key of a printed chapter document: everything that it is made from. The document must be made from
 * nothing else: a test edits books at random and compares the results with builds from nothing.
 */
function chapterKeys(context: Context): (part: ChapterPart) => string {
  const { handbook, index, pages, images } = context;
  const { chapters, front: _front, back: _back, glossary: _glossary, ...rest } = handbook;
  const book = digest([
    rest,
    chapters.map(({ entries, intro: _intro, ...chapter }) => [chapter, entries.map(({ number }) => number)]),
    [...context.addresses.parts.values()].flat().map((part) => [chapterFile(part), part.entries.length]),
    images.resources.map(({ path, mediaType }) => [path, mediaType]),
    handbook.images.map(({ path }) => images.image(path)),
  ]);
  const card = (number: string) => {
    const entry = index.entry.get(number);
    return entry && [entry.number, entry.question, entry.status];
  };
  const breaks = (kind: 'entry' | 'chapter', id: string) => pages.within(kind, id);
  return (part) =>
    cacheKey(
      'chapter',
      book,
      [chapterFile(part), part.index, part.count, part.chapter.id, part.chapter.intro],
      breaks('chapter', part.chapter.id),
      part.entries.map((entry) => [
        digest(entry),
        [...entry.related, ...(entry.replacedBy === undefined ? [] : [entry.replacedBy])].map(card),
        breaks('entry', entry.number),
      ]),
    );
}
