import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { Compiled } from '@octavo/core';
import { bookPath } from '@octavo/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { bookFaults } from './book-faults.ts';
import { HANDBOOKS, type LoadedHandbook, numbersOf } from './handbooks.ts';
import { all, type OpenBook, openCompiled } from './open-book.ts';

describe.each(Object.keys(HANDBOOKS))('the book of %s', (name) => {
  let loaded: LoadedHandbook;
  let compiled: Compiled;
  let book: OpenBook;
  beforeAll(async () => {
    loaded = (HANDBOOKS[name] as () => LoadedHandbook)();
    compiled = await compile(loaded.handbook, loaded.options);
    book = openCompiled(compiled);
  });

  it('is one EPUB file named after the handbook', () => {
    expect(compiled.files.map(({ path, mediaType }) => [path, mediaType])).toEqual([
      [bookPath(loaded.handbook, `${loaded.handbook.id}.epub`), 'application/epub+zip'],
    ]);
  });

  it('has no error and no warning in epubcheck-ts', async () => {
    const report = await EpubCheck.validate(compiled.files[0]?.content as Uint8Array, {});
    expect(report.messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
    expect([report.errorCount, report.warningCount, report.fatalCount]).toEqual([0, 0, 0]);
  });

  it('has none of the faults that validators overlook', () => {
    expect(bookFaults(book, numbersOf(loaded.handbook))).toEqual([]);
  });

  it('gives every entry its anchor, its number as written and its other names', () => {
    const found = new Map(
      book.spine.flatMap((file) =>
        all(book.xml(file), '*').map((element) => [element.getAttribute('id') ?? '', element] as const),
      ),
    );
    for (const chapter of loaded.handbook.chapters) {
      for (const entry of chapter.entries) {
        const section = found.get(`q${entry.number}`);
        const number =
          section && all(section, 'span').find((span) => span.getAttribute('class') === 'number');
        expect(number?.textContent).toBe(entry.number);
        if (/^[a-z]/.test(entry.id)) expect(found.has(entry.id), entry.id).toBe(true);
      }
    }
  });

  it('reports nothing but what a preview has to say', () => {
    expect(
      compiled.messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== 'anchor-is-xml-name'),
    ).toEqual(['page-list']);
  });
});
