import { previewMark } from '@octavo/core';
import { printable } from '@octavo/core/hast';
import { h } from 'hastscript';
import type { BookDocument, PagePoint } from '../book/book-document.ts';
import { type Context, finishSetting } from '../context.ts';
import { pagePointsIn } from '../nav/page-list.ts';
import { finishTree } from '../xhtml/finish-tree.ts';
import { toXhtml } from '../xhtml/to-xhtml.ts';
import { chapterKeys } from './chapter-key.ts';

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
  const banner = mark === undefined ? [] : [h('p', { className: ['preview'], role: 'note' }, mark)];
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
