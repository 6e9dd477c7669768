import { type Labels, previewMark } from '@octavo/core';
import { printable } from '@octavo/core/hast';
import type { ElementContent } from 'hast';
import { FILES, listFile } from '../book/addresses.ts';
import type { BookDocument, Landmark, Resource, TocPoint } from '../book/book-document.ts';
import { type Context, finishSetting } from '../context.ts';
import type { CoverImage } from '../cover/cover.ts';
import { LIST_TYPES } from '../matter/book-list.ts';
import { pagePointsIn } from '../nav/page-list.ts';
import { tocOf } from '../nav/toc.ts';
import { contentsBreaks as breaksInContents, withBreaks } from '../pages/contents-breaks.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import type { BookDocuments } from '../plan/documents.ts';
import type { PrintedDocument } from '../plan/print-document.ts';
import { finishTree } from '../xhtml/finish-tree.ts';
import { toXhtml } from '../xhtml/to-xhtml.ts';
import type { BookFacts } from './book-facts.ts';
import { uniqueIdentifier } from './identifier.ts';
import { packageMetadata } from './metadata.ts';

/** The parts of a finished book that its package document and navigation tell of. */
export interface FinishedBook {
  readonly context: Context;
  readonly documents: BookDocuments;
  readonly printed: readonly PrintedDocument[];
  readonly facts: BookFacts;
  readonly cover: CoverImage;
  readonly resources: readonly Resource[];
}

/** What the templates of the package document, the navigation document and the ncx are given. */
export function packageData(book: FinishedBook): object {
  const { context, documents, printed, facts, resources } = book;
  const { handbook } = context;
  const { head, front, body, back } = documents;
  const contentsBreaks = finishTree([...matterBreaks(context, 'contents')], finishSetting(context));
  const toc = withBreaks(tocOf(context, front, back), breaksInContents(context));
  const contentsPages = pagePointsIn(FILES.contents, [...contentsBreaks, ...richTitles(toc)]);
  const pagesOf = (some: readonly BookDocument[]) =>
    printed
      .filter((item) => some.some((document) => document.file === item.file))
      .flatMap((item) => item.pages);
  const pages = [...pagesOf(head), ...contentsPages, ...pagesOf([...front, ...body, ...back])];
  const finished = {
    facts,
    hasIndex: back.some((document) => document.file === FILES.index),
    hasPages: pages.length > 0,
    hasAnimation: resources.some((resource) => resource.mediaType === 'image/gif'),
  };
  return printableData({
    language: handbook.language,
    direction: handbook.direction,
    title: handbook.title,
    identifier: uniqueIdentifier(handbook),
    labels: { contents: handbook.labels.contents, page: handbook.labels.page },
    metadata: packageMetadata(handbook, finished),
    manifest: manifest(book),
    spine: [
      ...head.map(({ file }) => idOf(file)),
      'toc',
      ...[...front, ...body, ...back].map(({ file }) => idOf(file)),
    ],
    toc: toc.map((point) => printedPoint(point, context)),
    depth: depthOf(toc),
    landmarks: landmarksOf(handbook.labels, [...head, ...front, ...body, ...back]),
    pages,
    maxPage: pages.reduce(
      (most, { label }) => (/^\d+$/.test(label) ? Math.max(most, Number(label)) : most),
      0,
    ),
    contentsBreaks: toXhtml(contentsBreaks),
    mark: previewMark(handbook),
  });
}

function manifest({ printed, cover, resources }: FinishedBook): readonly object[] {
  return [
    { id: 'toc', href: FILES.contents, mediaType: 'application/xhtml+xml', properties: 'nav' },
    { id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml' },
    { id: 'css', href: 'style.css', mediaType: 'text/css' },
    {
      id: 'cover-image',
      href: `cover.${cover.extension}`,
      mediaType: cover.mediaType,
      properties: 'cover-image',
    },
    ...printed.map(({ file, properties }) => ({
      id: idOf(file),
      href: file,
      mediaType: 'application/xhtml+xml',
      properties,
    })),
    ...resources.map(({ id, path, mediaType }) => ({ id, href: path, mediaType })),
  ];
}

/** The manifest id of a document: its file name, which no other kind of id begins like. */
function idOf(file: string): string {
  return `doc-${file.replace(/\.xhtml$/, '')}`;
}

function printedPoint(point: TocPoint, context: Context): object {
  return {
    title: point.title,
    href: point.href,
    ...(point.rich ? { xhtml: toXhtml(finishTree([...point.rich], finishSetting(context))) } : {}),
    children: point.children.map((child) => printedPoint(child, context)),
  };
}

function richTitles(points: readonly TocPoint[]): readonly ElementContent[] {
  return points.flatMap((point) => [...(point.rich ?? []), ...richTitles(point.children)]);
}

function depthOf(points: readonly TocPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map((point) => depthOf(point.children)));
}

/** The same data without what XML cannot carry, at any depth. */
function printableData<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  ) as Data;
}

/** The places that reading systems offer by kind: cover, title page, contents, lists, text, glossary, colophon. */
function landmarksOf(labels: Labels, documents: readonly BookDocument[]): readonly Landmark[] {
  const text = documents.find((document) => document.division === 'bodymatter');
  const known: readonly (Landmark & { readonly always?: true })[] = [
    { type: 'cover', title: labels.cover, href: FILES.cover },
    { type: 'titlepage', title: labels.titlePage, href: FILES.title },
    { type: 'toc', title: labels.contents, href: FILES.contents, always: true },
    { type: LIST_TYPES.figures, title: labels.figures, href: listFile('figures') },
    { type: LIST_TYPES.tables, title: labels.tables, href: listFile('tables') },
    ...(text ? [{ type: 'bodymatter', title: text.title, href: text.file }] : []),
    { type: 'glossary', title: labels.glossary, href: FILES.glossary },
    { type: 'colophon', title: labels.colophon, href: FILES.colophon },
  ];
  const files = new Set(documents.map((document) => document.file));
  return known
    .filter((landmark) => landmark.always || files.has(landmark.href))
    .map(({ type, title, href }) => ({ type, title, href }));
}
