import { hash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { RuleId } from '../message/catalogue.ts';
import type { Finding } from '../message/make-message.ts';
import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { ImageFile } from '../model/documents.generated.ts';
import type { HandbookSource } from '../model/source.generated.ts';
import type { Sources } from '../read/read.ts';
import type { YamlSource } from '../read/read-yaml.ts';
import { svgFaults } from '../svg/svg-faults.ts';
import { exifOrientation, orientationOf } from './image-orientation.ts';
import { joinPath } from './references.ts';

const MEDIA_TYPES: Readonly<Record<string, ImageFile['mediaType']>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Looks images up among the handbook's files and remembers the ones in use. */
export interface ImageShelf {
  /** The path of an image named in a file, from the handbook's folder. Reports one that is not there. */
  readonly use: (
    url: string,
    from: string,
    tell: (ruleId: RuleId, finding: Finding) => void,
    place?: Position | { line: number; column: number },
  ) => string;
  /** The images used so far, by path. */
  readonly used: () => readonly ImageFile[];
}

export function imageShelf({ others, unread }: Pick<Sources, 'others' | 'unread'>): ImageShelf {
  const used = new Map<string, ImageFile | undefined>();
  return {
    used: () =>
      [...used.values()].filter((image) => image !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1)),
    use(url, from, tell, place) {
      const decoded = joinPath(from, url);
      // A name may hold what looks like an escape: `a%23.png`.
      const literal = joinPath(from, url.replaceAll('%', '%25'));
      const path = others.has(decoded) || !others.has(literal) ? decoded : literal;
      const outside = outsideReason(url, path);
      if (outside) {
        tell('image-inside-handbook', {
          reason: outside,
          place,
          actual: url,
          expected: 'a path to a file in the handbook, such as ../assets/diagram.png',
        });
        return path;
      }
      const file = others.get(path);
      // A file that could not be read has its message.
      if (!file && unread.includes(path)) return path;
      if (!file) {
        tell('image-inside-handbook', {
          reason: `there is no image "${path}"${didYouMean(path, others.keys(), (found) => `"${found}"`)}`,
          place,
          actual: url,
          expected: 'a path to a file in the handbook, relative to this one',
          ...(url.includes('\\') ? { note: 'Write forward slashes.' } : {}),
        });
      } else if (!used.has(path)) {
        used.set(path, inspect(file, path, from));
      }
      return path;
    },
  };
}

function outsideReason(url: string, path: string): string | undefined {
  if (url.trim() === '') return 'the image names no file';
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url))
    return `"${url.slice(0, 80)}" is not in the handbook: images are never fetched`;
  if (url.startsWith('/')) return `"${url}" is an absolute path`;
  if (path.split('/')[0] === '..') return `"${url}" leads out of the handbook`;
  return undefined;
}

/** Larger than browsers and readers' devices open. */
const MOST_PIXELS = 40_000_000;
/** What a JPEG can have; no program makes longer images of other kinds. */
const LONGEST_SIDE = 65_535;
const EXTENSIONS: Readonly<Record<ImageFile['mediaType'], RegExp>> = {
  'image/png': /\.png$/i,
  'image/jpeg': /\.(?:jpe?g|jpe|jfif)$/i,
  'image/svg+xml': /\.svg$/i,
  'image/gif': /\.gif$/i,
  'image/webp': /\.webp$/i,
};
const SAVE_AGAIN = 'Save it again from the program that made it.';

/**
 * Reads the kind and size of an image from its bytes, as it is seen: turned as its Exif data say. Reports what
 * is no image, could run, or is other than its name says or larger than devices open.
 */
function inspect(file: VFile, path: string, from: string): ImageFile | undefined {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const tell = (ruleId: RuleId, finding: Finding): undefined => {
    report(file, ruleId, { ...finding, note: `${finding.note} It is used in ${from}.` });
    return undefined;
  };
  const fault = (reason: string, note: string, place?: Finding['place']) =>
    tell('image-readable', { reason, note, place, expected: 'a PNG, JPEG, SVG, GIF or WebP image' });
  if (bytes.length === 0) return fault('the file is empty', SAVE_AGAIN);
  const found = sizeOf(bytes);
  const isSvg = found ? found.type === 'svg' : /<(?:[\w-]+:)?svg\b/.test(decodeUtf8(bytes.subarray(0, 4096)));
  if (isSvg) {
    const faults = svgFaults(decodeUtf8(bytes));
    for (const { reason, note, place } of faults) fault(reason, note, place);
    if (faults.length > 0) return undefined;
    if (!found) return fault('the SVG has no size', 'Give it a viewBox, or width and height.');
  }
  if (!found) return fault('this is not an image that can be read', SAVE_AGAIN);
  const mediaType = MEDIA_TYPES[found.type];
  if (!mediaType)
    return fault(`images of kind "${found.type}" are not supported`, 'Convert it to PNG or SVG.');
  if (!isWhole(bytes, mediaType)) return fault('the image breaks off before its end', SAVE_AGAIN);
  if (!(found.width > 0 && found.height > 0))
    return fault('the image has no size', 'Give an SVG a viewBox, or width and height.');
  if (!isSvg && Math.max(found.width, found.height) > LONGEST_SIDE)
    return fault(`the image says that it has ${found.width} × ${found.height} pixels`, SAVE_AGAIN);
  if (!EXTENSIONS[mediaType].test(path))
    tell('image-sound', {
      reason: `the image is ${mediaType}, and its name says otherwise`,
      expected: `a name that ends in .${found.type}`,
      note: 'Rename it: a web server goes by the name.',
    });
  if (mediaType === 'image/webp' && exifOrientation(bytes) !== 1)
    tell('image-sound', {
      reason: 'the image is to be turned by its Exif data, which browsers do not do with WebP',
      expected: 'an image that is upright as it is stored',
      note: 'Save it upright; it is shown as it is stored.',
    });
  const pixels = found.width * found.height;
  if (!isSvg && pixels > MOST_PIXELS)
    tell('image-sound', {
      reason: `the image has ${found.width} × ${found.height} pixels, ${Math.round(pixels / 1e6)} megapixels`,
      expected: `at most ${MOST_PIXELS / 1e6} megapixels`,
      note: 'Scale it down: browsers and reading devices may not open it.',
    });
  const upright = isSvg || orientationOf(bytes) < 5;
  const [width, height] = upright ? [found.width, found.height] : [found.height, found.width];
  return { path, mediaType, width, height, sha256: hash('sha256', bytes) };
}

/** Kind and size as an image's head gives them; undefined when it is none. */
function sizeOf(bytes: Uint8Array): { type: string; width: number; height: number } | undefined {
  try {
    const { type = '', width, height } = imageSize(bytes);
    return { type, width, height };
  } catch {
    return undefined;
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Looks up the cover that handbook.yaml names. */
export function useCover(book: YamlSource<HandbookSource>, shelf: ImageShelf): void {
  if (!book.data.cover) return;
  const tell = (ruleId: RuleId, finding: Finding) => void report(book.file, ruleId, finding);
  shelf.use(book.data.cover.image, book.file.path, tell, book.yaml.locate(['cover', 'image']));
}

/** Whether the bytes of an image go on to its end: a download that broke off has a size, and no picture. */
export function isWhole(bytes: Uint8Array, mediaType: ImageFile['mediaType']): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/png':
      return all.lastIndexOf('IEND') > 0;
    case 'image/jpeg':
      return all.lastIndexOf(Uint8Array.of(0xff, 0xd9)) > 0;
    case 'image/gif':
      return bytes.at(-1) === 0x3b;
    case 'image/webp':
      return bytes.length >= 8 + all.readUInt32LE(4);
    case 'image/svg+xml':
      // A parser says it better: see `svgFaults`.
      return true;
  }
}
