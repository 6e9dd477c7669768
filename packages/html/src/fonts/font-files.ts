import type { CompileOptions, Handbook, OutputFile } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import { bookFaces, type WebFace } from './book-faces.ts';

/** Where the sheet lies that declares the faces of the book. */
export const FONTS_PATH = 'static/fonts.css';

type Fonts = Pick<CompileOptions, 'fonts'>;

/** The faces of the book and the sheet that declares them, where `html.fonts` is `book`. */
export function fontFiles(handbook: Handbook, { fonts = [] }: Fonts): OutputFile[] {
  const faces = bookFaces(handbook);
  if (faces.length === 0) return [];
  const declared = faces.map(
    ({ family, style, weight, file, range }) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url(${nameOf(file)}) format("woff2");unicode-range:${range}}\n`,
  );
  const sheet =
    '/* Source Serif, Source Sans and Source Code Pro: Adobe, SIL Open Font License 1.1 (https://openfontlicense.org) */\n' +
    `${declared.join('')}:root{--serif:"Source Serif 4",Georgia,serif;--sans:"Source Sans 3",system-ui,sans-serif;--mono:"Source Code Pro",ui-monospace,monospace}\n`;
  return [
    { path: FONTS_PATH, mediaType: 'text/css', content: new TextEncoder().encode(sheet) },
    ...faces.flatMap((face) => {
      const content = fonts.find((font) => isFace(font, face))?.bytes;
      return content ? [{ path: `static/${nameOf(face.file)}`, mediaType: 'font/woff2', content }] : [];
    }),
  ];
}

/** An error when the handbook asks for the faces of the book and their packages are not installed. */
export function fontProblems(handbook: Handbook, { fonts = [] }: Fonts): VFileMessage[] {
  const missing = bookFaces(handbook).filter((face) => !fonts.some((font) => isFace(font, face)));
  if (missing.length === 0) return [];
  const packages = [...new Set(missing.map((face) => face.package))].join(' ');
  const reason = `html.fonts is \`book\`, and its faces are not installed; install them beside the handbook (npm install ${packages})`;
  return [message('font-available', { reason })];
}

function isFace(font: Pick<WebFace, 'package' | 'file'>, face: WebFace): boolean {
  return font.package === face.package && font.file === face.file;
}

function nameOf(file: string): string {
  return `fonts/${file.replace(/^.*\//, '')}`;
}
