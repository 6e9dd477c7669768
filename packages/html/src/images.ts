import {
  type CompileOptions,
  entryNodes,
  type Handbook,
  imagesIn,
  type OutputFile,
  prosePages,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { message } from './message.ts';

/** Where an image of the handbook lies in the site: in one folder, its own path kept below it. */
export function imagePath(path: string): string {
  return `images/${path}`;
}

/** The images, copied as they are. */
export function imageFiles(handbook: Handbook, options: CompileOptions): OutputFile[] {
  return handbook.images.flatMap((image) => {
    const content = options.assets?.get(image.path);
    return content ? [{ path: imagePath(image.path), mediaType: image.mediaType, content }] : [];
  });
}

/** An error for every place that shows an image whose bytes were not handed over. */
export function imageProblems(handbook: Handbook, options: CompileOptions): VFileMessage[] {
  const found: VFileMessage[] = [];
  const look = (nodes: Parameters<typeof imagesIn>[0], path: string): void => {
    for (const image of imagesIn(nodes)) {
      if (options.assets?.has(image.url)) continue;
      const reason = `The image ${image.url} is not among the files of the handbook`;
      found.push(message('image-available', { reason, at: { path }, place: image.position }));
    }
  };
  for (const page of prosePages(handbook)) look([...page.body, ...page.footnotes], page.source.path);
  for (const chapter of handbook.chapters) {
    for (const entry of chapter.entries) {
      look([...entry.question, ...entryNodes(entry)], entry.source.path);
    }
  }
  return found;
}
