import { type PdfDocument, pdfString } from './pdf-document.ts';
import { type Metadata, PRODUCER, xmp } from './xmp.ts';

/** The document information dictionary, the same facts as the XMP. */
export function information(metadata: Metadata): Record<string, string | Date> {
  return {
    Title: metadata.title,
    ...(metadata.authors.length > 0 ? { Author: metadata.authors.join(', ') } : {}),
    ...(metadata.subject ? { Subject: metadata.subject } : {}),
    ...(metadata.keywords.length > 0 ? { Keywords: metadata.keywords.join(', ') } : {}),
    Creator: PRODUCER,
    Producer: PRODUCER,
    CreationDate: metadata.date,
    ModDate: metadata.date,
  };
}

/** Writes our XMP in the place of pdfkit's, which does not escape a title and knows one standard at a time. */
export function writeMetadata(document: PdfDocument, metadata: Metadata): void {
  const stream = document.ref({ Type: 'Metadata', Subtype: 'XML' });
  stream.compress = false;
  stream.end(new TextEncoder().encode(xmp(metadata)));
  document._root.data.Metadata = stream;
  document._root.data.Lang = pdfString(metadata.language);
  document.endMetadata = () => {};
}
