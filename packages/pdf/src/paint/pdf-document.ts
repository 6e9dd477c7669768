import PDFDocument from 'pdfkit';
import type { OpenedFont } from '../fonts/face.ts';

/** The parts of pdfkit 0.20.1 that are used and its types leave out. */
export interface PdfDocument {
  readonly _root: PdfReference & { data: Record<string, unknown> };
  _font: PdfFont;
  readonly page: PdfPage;
  readonly outline: PdfOutline;
  readonly info: Record<string, unknown>;
  readonly ref: (data?: unknown) => PdfReference;
  readonly addPage: (options: { size: [number, number]; margin: number }) => void;
  readonly addContent: (content: string) => void;
  readonly font: (font: OpenedFont, key: string) => void;
  readonly openImage: (bytes: Uint8Array) => PdfImage;
  endMetadata: () => void;
  readonly on: (event: 'data' | 'end' | 'error', listener: (value: Uint8Array) => void) => void;
  readonly end: () => void;
}
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  compress: boolean;
  readonly write: (chunk: string | Uint8Array) => void;
  readonly end: (chunk?: string | Uint8Array) => void;
}
export interface PdfPage {
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  readonly ext_gstates: Record<string, PdfReference>;
}
export interface PdfFont {
  readonly id: string;
  readonly subset: { readonly includeGlyph: (glyph: number) => number };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly scale: number;
  readonly ref: () => PdfReference;
}
export interface PdfImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  obj: PdfReference | null;
  readonly embed: (document: PdfDocument) => void;
}
export interface PdfOutline {
  readonly addItem: (
    title: string,
    options: { pageNumber: number; top: number; left: number; expanded?: boolean },
  ) => PdfOutline;
}

export interface DocumentSettings {
  readonly language: string;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly standard: 'PDF/UA-1' | 'PDF/A-2a' | 'PDF/A-3a';
  readonly rightToLeft: boolean;
}

/** Opens an empty document: PDF 1.7, no font of pdfkit's own, no wall clock. */
export function openDocument(settings: DocumentSettings): PdfDocument {
  const options = {
    pdfVersion: '1.7',
    autoFirstPage: false,
    // Undefined would mean Helvetica.
    font: null,
    lang: settings.language,
    displayTitle: true,
    info: settings.info,
    // Brings the sRGB output intent; its metadata are replaced by ours.
    ...(settings.standard === 'PDF/UA-1' ? {} : { subset: settings.standard }),
  };
  const document = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfDocument;
  if (settings.rightToLeft) (document._root.data.ViewerPreferences as PdfReference).data.Direction = 'R2L';
  return document;
}

/** A text string of the document: pdfkit writes plain strings as names. */
export function pdfString(text: string): object {
  return new String(text);
}

/** A number as PDF wants it: no exponent, three decimals. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}
