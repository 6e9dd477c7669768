import { pagePointsIn } from '../nav/page-list.ts';
import { finishTree } from '../xhtml/finish-tree.ts';
import { printable } from '../xhtml/printable.ts';
import { toXhtml } from '../xhtml/to-xhtml.ts';
import type { BookDocument, PagePoint } from './book-document.ts';
import { type Context, finishSetting } from './context.ts';

/** A document printed, with what the package document has to know of it. */
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
export function printDocument(context: Context, document: BookDocument): PrintedDocument {
  const { file, division, kind } = document;
  const title = printable(document.title);
  const nodes = finishTree(document.content(), finishSetting(context));
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
