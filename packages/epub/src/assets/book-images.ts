import type { Handbook, ImageFile } from '@octavo/core';
import { svgFaults } from '@octavo/core/svg';
import type { VFileMessage } from 'vfile-message';
import type { Resource } from '../book/book-document.ts';
import { message } from '../message.ts';
import { mediaTypeOf } from './media-type.ts';

/** The pictures of the book and what `toHast` asks of them. */
export interface BookImages {
  readonly resources: readonly Resource[];
  readonly image: (path: string) => { src: string; width?: number; height?: number };
  readonly messages: readonly VFileMessage[];
  /** The handbook's path of each, by its path in the container. */
  readonly paths: ReadonlyMap<string, string>;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/**
 * Takes the images of the handbook into the container under plain names (`images/image-1.png`), whatever
 * their paths are. Reports what cannot be included: missing bytes, files that are not images, active SVG.
 */
export function bookImages(
  handbook: Handbook,
  used: ReadonlySet<string>,
  assets: ReadonlyMap<string, Uint8Array>,
): BookImages {
  const resources: Resource[] = [];
  const messages: VFileMessage[] = [];
  const paths = new Map<string, string>();
  const sources = new Map<string, { src: string; width?: number; height?: number }>();
  for (const file of handbook.images.filter((item) => used.has(item.path))) {
    const bytes = assets.get(file.path);
    const mediaType = bytes && mediaTypeOf(bytes);
    if (!bytes || !mediaType?.startsWith('image/')) {
      messages.push(missing(file, bytes));
      continue;
    }
    if (mediaType === 'image/svg+xml') messages.push(...refused(file, bytes));
    const id = `image-${resources.length + 1}`;
    const path = `images/${id}.${EXTENSIONS[mediaType]}`;
    resources.push({ id, path, mediaType, bytes });
    paths.set(path, file.path);
    sources.set(file.path, { src: path, width: file.width, height: file.height });
  }
  return {
    resources,
    messages,
    paths,
    image: (path) => sources.get(path) ?? { src: 'about:blank' },
  };
}

function missing(file: ImageFile, bytes: Uint8Array | undefined): VFileMessage {
  const found = bytes === undefined ? 'was not given' : bytes.length === 0 ? 'is empty' : 'is not an image';
  const reason = `\`${file.path}\` ${found}; expected a PNG, JPEG, GIF, WebP or SVG file`;
  return message('image-is-image', { reason, at: { path: file.path, line: 1, column: 1 } });
}

function refused(file: ImageFile, bytes: Uint8Array): readonly VFileMessage[] {
  return svgFaults(new TextDecoder().decode(bytes)).map(({ reason, note, place }) =>
    message('image-is-inert', {
      reason: `\`${file.path}\`: ${reason}. ${note}`,
      at: { path: file.path, ...place },
    }),
  );
}
