import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { PageBreakPlace, PageMap } from '@octavo/core';
import { expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { bookFaults } from './book-faults.ts';
import { CACHE, numbersOf } from './handbooks.ts';
import { all, type OpenBook, openCompiled } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

const place = (
  kind: PageBreakPlace['kind'],
  id: string,
  path: number[] = [],
  offset = 0,
): PageBreakPlace => ({
  kind,
  id,
  path,
  offset,
});

const MAP: PageMap = [
  { label: 'i', at: place('matter', 'cover') },
  { label: 'ii', at: place('matter', 'title-page') },
  { label: 'iii', at: place('matter', 'contents') },
  { label: 'iii-a', at: place('matter', 'contents', [2]) },
  { label: 'iii-b', at: place('matter', 'contents', [8]) },
  { label: 'iv', at: place('page', 'preface') },
  { label: '1', at: place('chapter', 'first') },
  { label: '2', at: place('entry', '1', [0], 12) },
  { label: '3', at: place('entry', '1', [1, 0], 22) },
  { label: '4', at: place('entry', '1', [2], 17) },
  { label: '5', at: place('entry', '2') },
  { label: '6', at: place('entry', '2', [0, 2]) },
  { label: '7', at: place('entry', '2', [2]) },
  { label: '8', at: place('entry', '2', [3, 1]) },
  { label: '9', at: place('entry', '2', [4], 5) },
  { label: '10', at: place('entry', '2', [99]) },
  { label: '11', at: place('matter', 'glossary') },
  { label: '12', at: place('matter', 'glossary', [0]) },
  { label: '13', at: place('matter', 'index') },
  { label: '14', at: place('matter', 'index', [0, 0]) },
];

/** The text of a document with `[label]` where pages begin. */
function marked(book: OpenBook, file: string): string {
  const document = book.xml(file);
  for (const element of all(document, '*')) {
    if (element.getAttribute('role') === 'doc-pagebreak')
      element.textContent = `[${element.getAttribute('title')}]`;
  }
  return (document.documentElement?.textContent ?? '').replace(/\s+/g, ' ');
}

it('puts page breaks where the PDF begins its pages, in the middle of an answer too', async () => {
  const handbook = sampleHandbook();
  const compiled = await compile(handbook, { pageMap: MAP, cache: CACHE });
  const book = openCompiled(compiled);
  const text = marked(book, 'chapter-first.xhtml');
  expect(text).toContain('[1]The first chapter');
  expect(text).toContain('A paragraph [2]with a note.');
  // Offset 22 is the second half of 𝒜: the page begins with the whole letter.
  expect(text).toContain('The second paragraph [3]𝒜 has');
  expect(text).toContain('const first = 1; [4]const second');
  expect(text).toMatch(/\[5\] ?2 What is/);
  expect(text).toMatch(/one1 ?\[6\]two2/);
  expect(text).toMatch(/and\s?\[7\]∑/);
  expect(text).toMatch(/one ?\[8\]two/);
  expect(text).toContain('Take [9]care');
  expect(text).toMatch(/日本語\. ?\[10\]/);
  // The contents as printed: preface, first chapter, entry 1, …
  expect(marked(book, 'toc.xhtml')).toContain('[iii-a]1 What comes first?');
  expect(marked(book, 'toc.xhtml')).toContain('[iii-b]Glossary');
  expect(marked(book, 'glossary.xhtml')).toContain('[11]Glossary[12]salt');
  expect(marked(book, 'index.xhtml')).toContain('[14]sea');
  const pages = all(book.xml('toc.xhtml'), 'nav').find(
    (nav) => nav.getAttribute('epub:type') === 'page-list',
  );
  expect(pages && all(pages, 'a').map((link) => link.textContent)).toEqual(MAP.map(({ label }) => label));
  expect(bookFaults(book, numbersOf(handbook))).toEqual([]);
  expect(compiled.messages).toEqual([]);
  const report = await EpubCheck.validate(compiled.files[0]?.content as Uint8Array, {});
  expect(report.messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
});

it('says in its metadata whose pages they are', async () => {
  const opf = openCompiled(await compile(sampleHandbook(), { pageMap: MAP, cache: CACHE })).text(
    'content.opf',
  );
  expect(opf).toContain(
    '<meta property="pageBreakSource">https://example.org/sample/volume/sample/sample.pdf</meta>',
  );
  expect(opf).toContain('<meta property="schema:accessibilityFeature">pageNavigation</meta>');
});

it('says that there is no page list when it is built alone, and names pages it has no place for', async () => {
  const alone = await compile(sampleHandbook(), { cache: CACHE });
  expect(alone.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['page-list', undefined]]);
  expect(openCompiled(alone).text('toc.xhtml')).not.toContain('page-list');
  const lost = await compile(sampleHandbook(), {
    pageMap: [...MAP, { label: '15', at: place('entry', '77') }],
  });
  expect(lost.messages.map(({ reason }) => reason).join()).toContain('1 of 21 pages');
});
