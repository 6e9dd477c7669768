import PDFDocument from 'pdfkit';

/** The parts of pdfkit 0.20.1 that are used and its types leave out. */
export interface PdfDocument {
  readonly _root: PdfReference & { data: Record<string, unknown> };
  readonly info: Record<string, unknown>;
  readonly ref: (data?: unknown) => PdfReference;
  endMetadata: () => void;
  push: (chunk: Uint8Array | null) => boolean;
  readonly end: () => void;
}
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  compress: boolean;
  readonly write: (chunk: string | Uint8Array) => void;
  readonly end: (chunk?: string | Uint8Array) => void;
}
export interface DocumentSettings {
  readonly language: string;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly standard: 'PDF/UA-1' | 'PDF/A-2a' | 'PDF/A-3a';
  readonly rightToLeft: boolean;
}

/** Opens an empty document: PDF 1.7, no font of pdfkit's own, no wall clock. */
export function openDocument(settings: DocumentSettings, sink: (chunk: Uint8Array) => void): PdfDocument {
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
  const document = new PDFDocument(
    options as unknown as PDFKit.PDFDocumentOptions,
  ) as unknown as PdfDocument & {
    read: () => Uint8Array | null;
  };
  // The bytes go straight to whoever writes the file, never through a stream's queue.
  for (let chunk = document.read(); chunk; chunk = document.read()) sink(chunk);
  document.push = (chunk) => {
    if (chunk) sink(chunk);
    return true;
  };
  if (settings.rightToLeft) (document._root.data.ViewerPreferences as PdfReference).data.Direction = 'R2L';
  return document;
}

/** A finished object. */
export function ended(document: PdfDocument, data: unknown): PdfReference {
  const ref = document.ref(data);
  ref.end();
  return ref;
}

/** A text string of pdfkit's dictionaries: plain strings are names to it. */
export function pdfString(text: string): object {
  return new String(text);
}

/** A number as PDF wants it: no exponent, three decimals. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** A number with six decimals, for matrices and what they are laid on. */
export function precise(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}
