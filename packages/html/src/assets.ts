import type { OutputFile } from '@octavo/core';
import { staticFile } from './static-file.ts';

const FILES: readonly (readonly [name: string, mediaType: string])[] = [
  ['octavo.css', 'text/css'],
  ['early.js', 'text/javascript'],
  ['page.js', 'text/javascript'],
  ['search.js', 'text/javascript'],
  ['icon.svg', 'image/svg+xml'],
];

/** The style sheet, the scripts and the icon that every page uses. */
export function assetFiles(): OutputFile[] {
  return FILES.map(([name, mediaType]) => ({ path: `static/${name}`, mediaType, content: staticFile(name) }));
}
