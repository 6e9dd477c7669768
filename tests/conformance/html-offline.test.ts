import { readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, browser, builtSite, serve } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;
let server: Server;
let address: string;
let context: BrowserContext | undefined;

/** A page of a reader who has been at the site once, when its worker is there. */
async function visited(path: string): Promise<Page> {
  context = await (open as Browser).newContext();
  const page = await context.newPage();
  await page.goto(address + path);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await expect
    .poll(() => page.evaluate('Boolean(navigator.serviceWorker.controller)'), { timeout: 30_000 })
    .toBe(true);
  return page;
}

describe.skipIf(!open)('a visited site without a network', () => {
  beforeAll(async () => {
    site = await builtSite('content/coremodels-faq');
    ({ address, server } = await serve(site.folder, '/faq/'));
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  afterAll(async () => {
    server?.close();
    site?.remove();
    await open?.close();
  });

  it('has every page, with its style and search, and follows the links of one', async () => {
    const page = await visited('entry/618/index.html');
    await context?.setOffline(true);
    await page.goto(`${address}entry/640/index.html`);
    expect(await page.locator('h1').textContent()).toContain('slowly changing dimensions');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".masthead")).display')).toBe('flex');
    await page.goto(`${address}entry/618/`);
    await page.locator('.cross-reference').first().click();
    await page.waitForURL(/entry\/637\/index\.html$/);
    await page.goto(address + site.at('data-engineering/index.html'));
    expect(await page.locator('article.entry').count()).toBe(25);
    await page.goto(`${address + site.at('search/index.html')}?q=618`);
    await page.locator('.hits li:first-child .number').waitFor();
    expect(await page.locator('.hits li:first-child .number').textContent()).toBe('618');
  });

  it('shows a new release at once where there is a network, and that release without one', async () => {
    const page = await visited('entry/618/index.html');
    const worker = join(site.folder, 'offline.js');
    const entry = join(site.folder, 'entry/618/index.html');
    const before = [readFileSync(worker, 'utf8'), readFileSync(entry, 'utf8')] as const;
    try {
      writeFileSync(
        entry,
        before[1].replaceAll('Idempotency means', 'In the next edition, idempotency means'),
      );
      writeFileSync(worker, before[0].replace(/"version":"\w+"/, '"version":"next"'));
      await page.reload();
      expect(await page.locator('.answer').textContent()).toContain('In the next edition');
      await page.evaluate('navigator.serviceWorker.getRegistration().then((it) => it.update())');
      const old = 'caches.keys().then((keys) => keys.filter((key) => !key.endsWith(" next")))';
      await expect.poll(() => page.evaluate(old), { timeout: 30_000 }).toEqual([]);
      await context?.setOffline(true);
      await page.goto(`${address}entry/617/index.html`);
      await page.goto(`${address}entry/618/index.html`);
      expect(await page.locator('.answer').textContent()).toContain('In the next edition');
    } finally {
      writeFileSync(worker, before[0]);
      writeFileSync(entry, before[1]);
    }
  });

  it('is gone with all that was kept once the publisher wants none', async () => {
    const page = await visited('entry/618/index.html');
    const worker = join(site.folder, 'offline.js');
    const before = readFileSync(worker, 'utf8');
    try {
      writeFileSync(worker, before.replace(/\}\)\(\[[\s\S]*\]\);/, '})([]);'));
      await page.evaluate('navigator.serviceWorker.getRegistration().then((it) => it.update())');
      const left =
        'Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then((it) => it.flat().length)';
      await expect.poll(() => page.evaluate(left), { timeout: 30_000 }).toBe(0);
    } finally {
      writeFileSync(worker, before);
    }
  });

  it('does nothing under file://', async () => {
    context = await (open as Browser).newContext();
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(site.file('entry/618/index.html'));
    expect(await page.evaluate('navigator.serviceWorker?.controller ?? null')).toBe(null);
    expect(said).toEqual([]);
  });
});
