import { crossReferences, type Format, indexHandbook } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { compileBook } from './compile-book.ts';
import { epubFindings } from './find-in-epub.ts';
import { htmlFindings } from './find-in-html.ts';
import { jsonldFindings } from './find-in-jsonld.ts';
import { pdfFindings } from './find-in-pdf.ts';
import type { Finder, Findings } from './findings.ts';
import { type Book, loadBook } from './load-book.ts';

const FINDERS: Readonly<Record<Format, Finder>> = {
  html: htmlFindings,
  pdf: pdfFindings,
  epub: epubFindings,
  jsonld: jsonldFindings,
};

/** What every format must hold: the numbers in order, and for each number the numbers its answer links to. */
function expected({ handbook }: Book, format: Format): Findings {
  const entries = indexHandbook(handbook).entries.filter(
    (entry) => format !== 'jsonld' || entry.status !== 'withdrawn',
  );
  const links = entries.map((entry) => {
    const numbers = crossReferences([...entry.answer, ...entry.footnotes]).map((node) => node.number);
    return [entry.number, new Set(numbers)] as const;
  });
  return { numbers: entries.map((entry) => entry.number), links: new Map(links) };
}

describe.each(['content/coremodels-faq', 'tests/fixtures/kitchen-sink'])('%s', (folder) => {
  test.each(Object.keys(FINDERS) as Format[])(
    '%s holds every number in order, and every cross-link lands on its entry',
    async (format) => {
      const book = await loadBook(folder);
      const { files } = await compileBook(format, book);
      const found = await FINDERS[format](files, book.handbook);
      const wanted = expected(book, format);
      expect(found.numbers).toEqual(wanted.numbers);
      for (const [number, targets] of wanted.links) {
        expect(
          [...targets].filter((target) => !found.links.get(number)?.has(target)),
          `links of ${number}`,
        ).toEqual([]);
      }
    },
  );
});
