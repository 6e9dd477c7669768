import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codeSheet } from '@octavo/core/highlight';

const require = createRequire(import.meta.url);

/** The text of a file of this package's `static/` folder. */
function staticFile(name: string): string {
  return readFileSync(new URL(`../static/${name}`, import.meta.url), 'utf8');
}

/** Core's style sheet of formulas: what MathML Core has no attribute for. */
function mathSheet(): string {
  return readFileSync(require.resolve('@octavo/core/math.css'), 'utf8');
}

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
