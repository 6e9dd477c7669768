import { readFileSync } from 'node:fs';

const read = (file: string): string =>
  readFileSync(new URL(`../../static/templates/${file}`, import.meta.url), 'utf8');

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
export const STYLE_SHEET: string = readFileSync(new URL('../../static/style.css', import.meta.url), 'utf8');
