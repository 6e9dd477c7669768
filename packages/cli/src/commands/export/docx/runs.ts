import type { Phrasing } from '@octavo/core';
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { WordBook, WordPicture } from './word-book.ts';

/** What the runs of an entry refer to. */
export interface RunContext {
  readonly book: WordBook;
  /** Makes the footnote that an identifier of the entry stands for; a note cited twice is two in Word. */
  readonly cite: (identifier: string) => number | undefined;
}

type Look = Pick<
  IRunOptions,
  'bold' | 'italics' | 'strike' | 'subScript' | 'superScript' | 'style' | 'language' | 'rightToLeft'
>;

/** Returns running text as runs of a Word document. */
export function runsOf(nodes: readonly Phrasing[], context: RunContext, look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node) => runOf(node, context, look));
}

function runOf(node: Phrasing, context: RunContext, look: Look): ParagraphChild[] {
  const inside = (more: Look) =>
    'children' in node ? runsOf(node.children, context, { ...look, ...more }) : [];
  switch (node.type) {
    case 'text':
      return [textRun(node.value, look)];
    case 'emphasis':
      return inside({ italics: true });
    case 'strong':
      return inside({ bold: true });
    case 'delete':
      return inside({ strike: true });
    case 'inlineCode':
      return [textRun(node.value, { ...look, style: 'OctavoCodeText' })];
    case 'inlineMath':
      return [textRun(node.value, { ...look, style: 'OctavoFormulaText' })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'link':
      return [
        new ExternalHyperlink({ link: node.url, children: inside({ style: 'Hyperlink' }) as TextRun[] }),
      ];
    case 'crossReference': {
      const anchor = context.book.bookmarks.get(node.number);
      const children = inside({ style: 'Hyperlink' });
      // The library gives a picture in such a link the id of a relation that it does not write.
      return anchor === undefined || node.children.some(({ type }) => type === 'image')
        ? children
        : [new InternalHyperlink({ anchor, children: children as TextRun[] })];
    }
    case 'image':
      return [pictureOf(context.book.pictures.get(node.url), node.alt)];
    case 'footnoteReference': {
      const note = context.cite(node.identifier);
      return note === undefined ? [] : [new FootnoteReferenceRun(note)];
    }
    case 'span':
      return inside({
        ...(node.lang ? { language: { value: node.lang } } : {}),
        ...(node.dir ? { rightToLeft: node.dir === 'rtl' } : {}),
      });
    case 'subscript':
      return inside({ subScript: true });
    case 'superscript':
      return inside({ superScript: true });
    case 'keyboard':
      return inside({ style: 'OctavoKey' });
    case 'abbreviation':
    case 'editText':
      return inside({});
  }
}

/** Tabs and line ends of code are kept: Word has elements for them. */
export function textRun(value: string, look: Look): TextRun {
  return new TextRun({ ...look, text: value });
}

/** Runs behind a bookmark, by which links find the place, and the next import the entry. */
export function marked(id: string | undefined, children: ParagraphChild[]): ParagraphChild[] {
  return id === undefined ? children : [new Bookmark({ id, children })];
}

/** Word shows no picture wider than the page: 450 points. */
const WIDEST = 600;

export function pictureOf(picture: WordPicture | undefined, alt: string): ParagraphChild {
  if (!picture) return textRun(alt, {});
  const { bytes, kind, width, height } = picture;
  const scale = Math.min(1, WIDEST / width);
  return new ImageRun({
    type: kind,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) },
    altText: { name: alt, description: alt, title: '' },
  });
}
