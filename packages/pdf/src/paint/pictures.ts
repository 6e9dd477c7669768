import type { PdfDocument, PdfImage } from './pdf-document.ts';

/** The book's PNG and JPEG images, embedded once each. */
export type Pictures = ReadonlyMap<string, PdfImage>;

/** Opens images; `onDamaged` hears of those that cannot be read. */
export function openPictures(
  document: PdfDocument,
  bytes: ReadonlyMap<string, Uint8Array>,
  sources: ReadonlySet<string>,
  onDamaged: (source: string, reason: string) => void,
): Pictures {
  const opened = new Map<string, PdfImage>();
  for (const source of [...sources].sort()) {
    const data = bytes.get(source);
    if (!data) continue;
    try {
      const image = document.openImage(data);
      image.embed(document);
      opened.set(source, image);
    } catch (error) {
      onDamaged(source, error instanceof Error ? error.message : String(error));
    }
  }
  return opened;
}

/** Puts an image among the page's resources and returns its name there. */
export function placePicture(document: PdfDocument, pictures: Pictures, source: string): string {
  const image = pictures.get(source);
  if (!image?.obj) throw new Error(`the image ${source} was not opened`);
  document.page.xobjects[image.label] ??= image.obj;
  return image.label;
}
