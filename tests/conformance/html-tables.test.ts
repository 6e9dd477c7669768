import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, browser, builtSite } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;

describe.skipIf(!open)('code in the cells of a table', () => {
  beforeAll(async () => {
    site = await builtSite('tests/fixtures/wild');
  });
  afterAll(async () => {
    site?.remove();
    await open?.close();
  });

  it.each([1200, 390])('is never broken, and never widens the page, %i pixels wide', async (width) => {
    const page = await (open as Browser).newPage({ viewport: { width, height: 900 } });
    await page.goto(site.file('entry/6/index.html'));
    const found = await page.evaluate(() => ({
      cells: document.querySelectorAll(':is(td, th) code').length,
      broken: [...document.querySelectorAll(':is(td, th) code')].filter(
        (code) => code.getClientRects().length > 1,
      ).length,
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(found).toEqual({ cells: 14, broken: 0, wider: 0 });
  });
});
