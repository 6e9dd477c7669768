import type { CompileOptions, Handbook } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { mediaTypeOf } from '../assets/media-type.ts';
import { message } from '../message.ts';
import { drawCover } from './draw-cover.ts';

/** The cover picture: a raster image that every shop accepts. */
export interface CoverImage {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'jpeg';
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly alternative: string;
}

/** The publisher's cover when it is a PNG or JPEG, else one drawn from the edition's data. */
export async function coverImage(
  handbook: Handbook,
  options: CompileOptions,
): Promise<{ readonly cover: CoverImage; readonly messages: readonly VFileMessage[] }> {
  const { cover } = handbook;
  if (cover) {
    const bytes = options.assets?.get(cover.image);
    const mediaType = bytes && mediaTypeOf(bytes);
    const alternative = cover.alternative;
    if (bytes && mediaType === 'image/png') {
      return { cover: { bytes, mediaType, extension: 'png', alternative }, messages: [] };
    }
    if (bytes && mediaType === 'image/jpeg') {
      return { cover: { bytes, mediaType, extension: 'jpeg', alternative }, messages: [] };
    }
  }
  const drawn = await drawCover(handbook, options);
  const alternative = [handbook.title, handbook.subtitle].filter(Boolean).join('. ');
  return {
    cover: { bytes: drawn.png, mediaType: 'image/png', extension: 'png', alternative },
    messages: drawn.messages,
  };
}

/** What is wrong with the publisher's own cover. */
export function coverProblems(
  { cover }: Handbook,
  assets: NonNullable<CompileOptions['assets']>,
): readonly VFileMessage[] {
  if (!cover) return [];
  const bytes = assets.get(cover.image);
  const mediaType = bytes && mediaTypeOf(bytes);
  const isTaken = mediaType === 'image/png' || mediaType === 'image/jpeg';
  return isTaken ? [] : [unusable(cover.image, bytes, mediaType)];
}

/** With an image of another kind, the book gets a drawn cover; a file that is no image is an error. */
function unusable(path: string, bytes: Uint8Array | undefined, mediaType: string | undefined): VFileMessage {
  if (mediaType?.startsWith('image/')) {
    const reason = `The cover \`${path}\` is ${mediaType}, which shops refuse; expected PNG or JPEG. A cover was drawn instead`;
    return message('cover-is-raster', { reason, severity: 'warning' });
  }
  const found = bytes === undefined ? 'was not given' : bytes.length === 0 ? 'is empty' : 'is not an image';
  return message('cover-is-raster', {
    reason: `The cover \`${path}\` ${found}; expected a PNG or JPEG file`,
  });
}
