import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, epubsToTry, lacks, type MadeEpub, serve, unpacked } from './epub-workbench.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(lacks(CHROMIUM, 'Chromium'))('axe-core', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  let books: readonly MadeEpub[];
  beforeAll(async () => {
    books = await epubsToTry();
    const files = new Map(books.map(({ name, epub }) => [name, unpacked(epub)]));
    ({ url, server } = await serve((path) => {
      const [, name = '', ...rest] = path.split('/');
      return files.get(name)?.get(rest.join('/'));
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

  it.each(['light', 'dark'] as const)(
    'finds no violation and no sideways scroll in %s',
    async (colorScheme) => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 740 } });
      const found: string[] = [];
      for (const { name, epub } of books) {
        for (const file of [...unpacked(epub).keys()].filter((path) => path.endsWith('.xhtml'))) {
          await page.goto(`${url}/${name}/${file}`);
          await page.evaluate(AXE);
          const violations: readonly string[] = await page.evaluate(`
          axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
            // A document of a book is a part of a page that the reading system makes.
            rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false },
              'landmark-one-main': { enabled: false }, bypass: { enabled: false } } })
            .then((result) => result.violations.map((v) => v.id + ' ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | ')))`);
          found.push(...violations.map((violation) => `${name}/${file}: ${violation}`));
          const overflow: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          if (overflow > 0) found.push(`${name}/${file}: ${overflow} pixels too wide`);
        }
      }
      await page.close();
      expect(found).toEqual([]);
    },
  );
});
