import { inflateSync } from 'node:zlib';
import type { Compiled } from '@octavo/core';
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The one file of a result. */
export async function bytesOf(compiled: Compiled): Promise<Uint8Array> {
  const content = compiled.files[0]?.content;
  if (content === undefined)
    throw new Error(compiled.messages.map((message) => message.reason).join('\n') || 'no file');
  if (content instanceof Uint8Array) return content;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Opens a result with pdf.js, which is strict about nothing but what it needs. */
export async function openPdf(compiled: Compiled): Promise<PDFDocumentProxy> {
  return getDocument({
    data: await bytesOf(compiled),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
}

/** What pdf.js reads on each page. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<Word[][]> {
  const pages: Word[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
          : [],
      ),
    );
  }
  return pages;
}

/** All the words, hyphens at line ends undone. */
export async function allText(pdf: PDFDocumentProxy): Promise<string> {
  const pages = await pageTexts(pdf);
  return pages
    .flatMap((page) => page.map((word) => word.text))
    .join(' ')
    .replace(/\u00ad\s*/g, '')
    .replace(/\s+/g, ' ');
}

/** The outlines that pdf.js draws for the letters of the fonts whose name holds `font`, rounded. */
export async function drawnGlyphs(pdf: PDFDocumentProxy, font: string): Promise<Map<string, string>> {
  const drawn = new Map<string, string>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    let used = '';
    for (const [at, operator] of fnArray.entries()) {
      if (operator === OPS.setFont) used = argsArray[at][0];
      if (operator !== OPS.showText || !page.commonObjs.get(used).name.includes(font)) continue;
      for (const glyph of argsArray[at][0]) {
        if (typeof glyph === 'number') continue;
        const { path } = page.commonObjs.get(`${used}_path_${glyph.fontChar}`);
        drawn.set(glyph.unicode, [...path].map((value: number) => value.toFixed(2)).join(' '));
      }
    }
  }
  return drawn;
}

/** The objects of a file that are no streams, as their source. */
export function objectsOf(bytes: Uint8Array): string {
  const source = Buffer.from(bytes);
  const text = source.toString('latin1');
  const streams = [...text.matchAll(/\/Type \/ObjStm [^>]*\/Length (\d+) >>\nstream\n/g)];
  return streams
    .map((match) => {
      const start = match.index + match[0].length;
      return inflateSync(source.subarray(start, start + Number(match[1]))).toString('latin1');
    })
    .join('\n');
}
