import { codeSheet } from '@octavo/core/highlight';
import { mathSheet, staticFile } from '../static-file.ts';

const read = (file: string): string => staticFile(`templates/${file}`);

/** The EJS templates of the package document, the navigation and the content documents. */
export const TEMPLATES: {
  readonly chapterXHTML: string;
  readonly contentOPF: string;
  readonly tocXHTML: string;
  readonly tocNCX: string;
} = {
  chapterXHTML: read('chapter.xhtml.ejs'),
  contentOPF: read('content.opf.ejs'),
  tocXHTML: read('toc.xhtml.ejs'),
  tocNCX: read('toc.ncx.ejs'),
};

/** The style sheet of every book. */
export const STYLE_SHEET: string = `${staticFile('style.css')}${mathSheet()}${codeSheet(false)}`;
