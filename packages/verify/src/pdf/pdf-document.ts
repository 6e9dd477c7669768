import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_PIXELS } from '../pictures/decode.ts';
import { actualTexts } from './actual-texts.ts';
import type { Box } from './geometry.ts';
import { openObjects, type PdfObjects } from './pdf-objects.ts';
import { readStructure, type StructElement } from './pdf-structure.ts';
import { nameOf, type PdfDictionary, type PdfValue, textOf } from './pdf-syntax.ts';
import { type PageText, pageText } from './pdf-text.ts';

/** A place on a page. Pages count from 0; `top` is in points from the page's bottom. */
export interface PdfPlace {
  readonly page: number;
  readonly top: number;
}
export interface OutlineLine {
  readonly title: string;
  readonly place: PdfPlace | undefined;
}

/** A page: what it shows, what it paints. */
export interface PdfPage extends PageText {
  readonly facts: PdfDictionary;
  /** The area that is shown. */
  readonly view: Box;
  /** How it is turned, in degrees. */
  readonly turned: number;
}

/** A PDF as it was read: text, labels, outline and destinations by pdf.js, the structure as one tree. */
export interface PdfDocument {
  readonly structure: StructElement;
  readonly labels: readonly string[];
  readonly destinations: ReadonlyMap<string, PdfPlace>;
  /** In order, nested lines behind the one they are under. */
  readonly outline: readonly OutlineLine[];
  readonly pages: readonly PdfPage[];
  readonly objects: PdfObjects;
  readonly title: string;
  readonly language: string;
}

/** Opens and reads a PDF. Throws when it is none, or is not tagged. */
export async function readDocument(bytes: Uint8Array): Promise<PdfDocument> {
  const objects = openObjects(bytes);
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: MOST_PIXELS,
  });
  const pdf = await task.promise;
  try {
    const pageList = pagesOf(objects, objects.root.get('Pages'));
    const read: PdfPage[] = [];
    for (const [index, { facts, resources }] of pageList.entries()) {
      const page = await pdf.getPage(index + 1);
      const contents = facts.get('Contents');
      const streams = objects.list(contents);
      // A blank page has no content; a page may have it in pieces.
      const parts = contents === undefined || streams.length > 1 ? streams : [contents];
      const content = parts.map((one) => objects.stream(one)).join('\n');
      const text = await pageText(page, actualTexts(objects, content, resources));
      read.push({ ...text, facts, view: page.view as unknown as Box, turned: page.rotate });
      page.cleanup();
    }
    const pages = new Map(pageList.map(({ ref }, index) => [ref, index]));
    const destinations = placesIn((await pdf.getDestinations()) as Readonly<Record<string, unknown>>, pages);
    const { info, metadata } = await pdf.getMetadata();
    return {
      structure: readStructure({ objects, pages, read }),
      labels: (await pdf.getPageLabels()) ?? pageList.map((_, index) => `${index + 1}`),
      destinations,
      outline: await outlineOf(pdf, pages, destinations),
      pages: read,
      objects,
      // An archive's file of PDF 2.0 says it in XMP only.
      title: String((info as { Title?: string }).Title ?? metadata?.get('dc:title') ?? ''),
      language: textOf(objects.root.get('Lang')) ?? '',
    };
  } finally {
    await task.destroy();
  }
}

interface FoundPage {
  readonly ref: number;
  readonly facts: PdfDictionary;
  /** Its own, or those of the node above it (ISO 32000-1, 7.7.3.4). */
  readonly resources: PdfDictionary | undefined;
}

function pagesOf(
  objects: PdfObjects,
  value: PdfValue | undefined,
  above?: PdfDictionary,
): readonly FoundPage[] {
  const facts = objects.dictionary(value);
  if (!facts) return [];
  const resources = objects.dictionary(facts.get('Resources')) ?? above;
  if (nameOf(facts.get('Type')) === 'Page')
    return [{ ref: (value as { ref: number }).ref, facts, resources }];
  return objects.list(facts.get('Kids')).flatMap((kid) => pagesOf(objects, kid, resources));
}

function placesIn(
  found: Readonly<Record<string, unknown>>,
  pages: ReadonlyMap<number, number>,
): Map<string, PdfPlace> {
  return new Map(
    Object.entries(found).flatMap(([name, dest]) => {
      const place = placeOf(dest, pages);
      return place ? [[name, place] as const] : [];
    }),
  );
}

/** An explicit destination (ISO 32000-1, 12.3.2.2). */
function placeOf(dest: unknown, pages: ReadonlyMap<number, number>): PdfPlace | undefined {
  if (!Array.isArray(dest)) return undefined;
  const [reference, , , top] = dest as [{ num?: number } | undefined, unknown, unknown, unknown];
  const page = pages.get(reference?.num ?? -1);
  return page === undefined ? undefined : { page, top: Number(top) };
}

interface OutlineNode {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly OutlineNode[];
}

async function outlineOf(
  pdf: PDFDocumentProxy,
  pages: ReadonlyMap<number, number>,
  destinations: ReadonlyMap<string, PdfPlace>,
): Promise<readonly OutlineLine[]> {
  const lines = (nodes: readonly OutlineNode[]): OutlineLine[] =>
    nodes.flatMap(({ title, dest, items }) => [
      { title, place: typeof dest === 'string' ? destinations.get(dest) : placeOf(dest, pages) },
      ...lines(items),
    ]);
  return lines(((await pdf.getOutline()) ?? []) as readonly OutlineNode[]);
}
