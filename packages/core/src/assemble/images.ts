import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { ImageFile } from '../model/handbook.ts';
import { didYouMean } from '../nearest.ts';
import type { Sources } from '../read/read.ts';
import type { YamlSource } from '../read/read-yaml.ts';
import type { HandbookSource } from '../read/source.generated.ts';
import { type Finding, report } from '../report.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { isActiveSvg, isWhole } from './image-faults.ts';
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
      const path = joinPath(from, url);
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

/** Reads the kind and size of an image from its bytes; reports what is no image or could run. */
function inspect(file: VFile, path: string, from: string): ImageFile | undefined {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const fault = (reason: string, note: string) => {
    report(file, 'image-readable', {
      reason,
      note: `${note} It is used in ${from}.`,
      expected: 'a PNG, JPEG, SVG, GIF or WebP image',
    });
    return undefined;
  };
  try {
    const { type = '', width, height } = imageSize(bytes);
    const mediaType = MEDIA_TYPES[type];
    if (!mediaType) return fault(`images of kind "${type}" are not supported`, 'Convert it to PNG or SVG.');
    if (mediaType === 'image/svg+xml' && isActiveSvg(new TextDecoder().decode(bytes))) {
      return fault('the SVG holds a script or loads something from elsewhere', 'Export it as a plain SVG.');
    }
    if (!isWhole(bytes, mediaType))
      return fault('the image breaks off before its end', 'Save it again from the program that made it.');
    if (!(width > 0 && height > 0))
      return fault('the image has no size', 'Give an SVG a viewBox, or width and height.');
    return { path, mediaType, width, height, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    if (bytes.length === 0) return fault('the file is empty', 'Save it again from the program that made it.');
    if (/<svg\b/.test(new TextDecoder().decode(bytes.subarray(0, 4096))))
      return fault('the SVG has no size', 'Give it a viewBox, or width and height.');
    return fault('this is not an image that can be read', 'Save it again from the program that made it.');
  }
}

/** Looks up the cover that handbook.yaml names. */
export function useCover(book: YamlSource<HandbookSource>, shelf: ImageShelf): void {
  if (!book.data.cover) return;
  const tell = (ruleId: RuleId, finding: Finding) => void report(book.file, ruleId, finding);
  shelf.use(book.data.cover.image, book.file.path, tell, book.yaml.locate(['cover', 'image']));
}
