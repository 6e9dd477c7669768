import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, epubsToTry, lacks, type MadeEpub, serve } from './epub-workbench.ts';

const { resolve } = createRequire(import.meta.url);
const FOLIATE = dirname(resolve('foliate-js/view.js'));
const EPUB_TS = dirname(dirname(resolve('@likecoin/epub-ts')));
const JSZIP = createRequire(resolve('@likecoin/epub-ts')).resolve('jszip/dist/jszip.min.js');

const PAGES: Readonly<Record<string, string>> = {
  '/foliate.html': `<!doctype html><meta charset="utf-8"><style>html,body,foliate-view{height:100%;margin:0;display:block}</style>
<script type="module">import '/foliate/view.js'; window.ready = true</script>`,
  '/epub-ts.html': `<!doctype html><meta charset="utf-8"><div id="view" style="width:400px;height:700px"></div>
<script src="/jszip.min.js"></script><script src="/epub-ts/dist/epub.umd.js"></script>`,
};

describe.skipIf(lacks(CHROMIUM, 'Chromium'))('reading systems', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  let books: readonly MadeEpub[];
  let faq: MadeEpub;
  beforeAll(async () => {
    books = await epubsToTry();
    faq = books.find(({ name }) => name === 'coremodels-faq') as MadeEpub;
    ({ url, server } = await serve((path) => {
      if (PAGES[path]) return PAGES[path];
      if (path === '/jszip.min.js') return readFileSync(JSZIP);
      if (path.startsWith('/foliate/')) return readFileSync(join(FOLIATE, path.slice('/foliate/'.length)));
      if (path.startsWith('/epub-ts/')) return readFileSync(join(EPUB_TS, path.slice('/epub-ts/'.length)));
      return books.find(({ name }) => path === `/${name}.epub`)?.epub;
    }));
    browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 420, height: 760 } });
    await page.goto(url + path);
    return page;
  };

  it('opens in foliate-js with its contents, its pages and a link from one chapter to another', async () => {
    const page = await open('/foliate.html');
    await page.waitForFunction('window.ready');
    const book = (await page.evaluate(`(async () => {
      const file = new File([await (await fetch('/coremodels-faq.epub')).arrayBuffer()], 'book.epub');
      window.view = document.createElement('foliate-view');
      document.body.append(view);
      await view.open(file);
      const flat = (items) => items.flatMap((item) => [item.label, ...flat(item.subitems ?? [])]);
      return { title: view.book.metadata.title, toc: flat(view.book.toc), pages: view.book.pageList.map((p) => p.label) };
    })()`)) as { title: string; toc: string[]; pages: string[] };
    const numbers = faq.handbook.chapters.flatMap(({ entries }) => entries.map(({ number }) => number));
    expect(book.toc.flatMap((label) => /^\d+/.exec(label)?.[0] ?? [])).toEqual(numbers);
    expect(book.pages).toEqual(numbers.map((_, index) => String(index + 1)));
    const link = (await page.evaluate(`(async () => {
      const shown = () => view.renderer.getContents().find(({ doc }) => doc.querySelector('section.entry'));
      await view.goTo(view.book.toc.find((item) => item.subitems?.length).href);
      const from = shown();
      const start = from.doc.title;
      const away = [...from.doc.querySelectorAll('a.cross-reference')].find((a) => !a.getAttribute('href').startsWith(
        view.book.sections[from.index].id.replace(/^.*\\//, '')));
      const anchor = away.getAttribute('href').split('#')[1];
      away.click();
      for (let i = 0; i < 100 && !shown()?.doc.getElementById(anchor); i++) await new Promise((r) => setTimeout(r, 50));
      return { start, end: shown()?.doc.title, found: Boolean(shown()?.doc.getElementById(anchor)) };
    })()`)) as { start: string; end: string; found: boolean };
    expect(link.found).toBe(true);
    expect(link.end).not.toBe(link.start);
    await page.close();
  });

  it('opens in epub-ts with its contents, its pages and a chapter on the page', async () => {
    const page = await open('/epub-ts.html');
    const book = (await page.evaluate(`(async () => {
      const book = ePub(await (await fetch('/coremodels-faq.epub')).arrayBuffer());
      await book.ready;
      await book.loaded.pageList;
      const rendition = book.renderTo('view', { width: 400, height: 700 });
      await rendition.display('chapter-orchestration.xhtml#q660');
      const flat = (items) => items.flatMap((item) => [item.label.trim(), ...flat(item.subitems ?? [])]);
      const text = rendition.getContents()[0].document.getElementById('q660').textContent;
      return { toc: flat(book.navigation.toc), pages: book.pageList.pages.length, text };
    })()`)) as { toc: string[]; pages: number; text: string };
    expect(book.toc.filter((label) => /^6\d\d |^700 /.test(label))).toHaveLength(100);
    expect(book.pages).toBe(100);
    expect(book.text).toMatch(/^660/);
    await page.close();
  });
});
