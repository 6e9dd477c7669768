import type { OutputFile } from '@octavo/core';
import { codeSheet } from '@octavo/core/highlight';
import { bundledScript, mathSheet, staticFile } from './static-file.ts';

const FILES: readonly (readonly [name: string, mediaType: string])[] = [
  ['octavo.css', 'text/css'],
  ['early.js', 'text/javascript'],
  ['page.js', 'text/javascript'],
  ['search.js', 'text/javascript'],
  ['editions.js', 'text/javascript'],
  ['icon.svg', 'image/svg+xml'],
];

/** The style sheet as it is shipped. */
export function styleSheet(): string {
  return squeeze(`${decoder.decode(staticFile('octavo.css'))}${mathSheet()}${codeSheet(true)}`);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The style sheet, the scripts and the icon that every page uses. */
export function assetFiles(): OutputFile[] {
  return FILES.map(([name, mediaType]) => {
    const content = mediaType === 'text/css' ? encoder.encode(styleSheet()) : staticFile(name);
    return { path: `static/${name}`, mediaType, content };
  }).concat({
    path: 'static/history.js',
    mediaType: 'text/javascript',
    content: bundledScript('history.js'),
  });
}

/**
 * Returns our own style sheet without comments and without white space that only its authors need. It is no
 * general minifier: it relies on the sheet having no `/*`, `: `, `; `, `, ` or braces within a string.
 */
function squeeze(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/ ([>~]) /g, '$1')
    .replace(/(?<![\w.])0\./g, '.')
    .replace(/;}/g, '}');
}
