import type { PdfDocument, PdfImage } from './pdf-document.ts';

/** The objects of the book's PNG and JPEG images, embedded once each, by their paths. */
export type Pictures = ReadonlyMap<string, number>;

/** Opens and embeds images; `onDamaged` hears of those that cannot be read. */
export async function openPictures(
  document: PdfDocument,
  bytes: ReadonlyMap<string, Uint8Array>,
  sources: ReadonlySet<string>,
  onDamaged: (source: string, reason: string) => void,
): Promise<Pictures> {
  const opened = new Map<string, number>();
  for (const source of [...sources].sort()) {
    const data = bytes.get(source);
    if (!data) continue;
    try {
      const image: PdfImage = document.openImage(data);
      await embedded(document, image);
      if (image.obj) opened.set(source, image.obj.id);
    } catch (error) {
      onDamaged(source, error instanceof Error ? error.message : String(error));
    }
  }
  return opened;
}

/** Embeds an image; a PNG's pixels are taken apart in turns of the event loop. */
async function embedded(document: PdfDocument, image: PdfImage): Promise<void> {
  const { finalize } = image;
  if (!finalize) return image.embed(document);
  await new Promise<void>((done) => {
    image.finalize = () => {
      finalize.call(image);
      done();
    };
    image.embed(document);
  });
}
