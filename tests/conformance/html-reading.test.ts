import type { Server } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, browser, builtSite, pagesOf, serve } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;
let server: Server;
let address: string;
let context: BrowserContext | undefined;
let complaints: string[];

/** A fresh page that notes everything the console has to say. */
async function fresh(options: BrowserContextOptions = {}): Promise<Page> {
  context = await open?.newContext(options);
  if (!context) throw new Error('no browser');
  complaints = [];
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
  return page;
}

const firstHit = '.hits li:first-child a';

describe.skipIf(!open)('reading the FAQ in a browser', () => {
  beforeAll(async () => {
    site = await builtSite('content/coremodels-faq');
    ({ address, server } = await serve(site.folder, '/some/sub/path/'));
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

  it('has a quiet console on every page under file://', async () => {
    const page = await fresh();
    for (const path of pagesOf(site.folder))
      if (path !== '404.html') await page.goto(`file://${site.folder}/${path}`);
    expect(complaints).toEqual([]);
  });

  it.each(['file', 'http'])('finds by word, by typo and by number, over %s', async (scheme) => {
    const page = await fresh();
    await page.goto(scheme === 'file' ? site.file('entry/601/index.html') : `${address}entry/601/index.html`);
    const input = page.locator('#_search');
    for (const [query, number] of [
      ['idempotency pipeline design', '618'],
      ['idempotancy pipline', '618'],
      ['618', '618'],
      ['#640', '640'],
      ['lakehous', '614'],
    ] as const) {
      await input.fill(query);
      await page.locator(`.hits a[href$="entry/${number}/index.html"]`).waitFor();
      expect(await page.locator(`${firstHit} .number`).textContent(), query).toBe(number);
      expect(await page.locator('#_search-status').textContent()).toMatch(/\d/);
    }
    await input.fill('zzzzqqqq');
    await page.locator('.hits .none').waitFor();
    expect(complaints).toEqual([]);
  });

  it('searches by keyboard alone', async () => {
    const page = await fresh();
    await page.goto(site.file('index.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('618');
    await page.locator(firstHit).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.querySelector(".number").textContent')).toBe('618');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.id')).toBe('_search');
    await page.keyboard.press('Escape');
    expect(await page.locator('.hits').isHidden()).toBe(true);
    await page.keyboard.type(' ');
    await page.locator(firstHit).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/entry\/618\/index\.html$/);
    expect(complaints).toEqual([]);
  });

  it('answers a query in the address, as browsers and a form without keyboard help send it', async () => {
    const page = await fresh();
    await page.goto(`${site.file('search/index.html')}?q=idempotency`);
    await page.locator(firstHit).waitFor();
    expect(await page.locator('.hits li').count()).toBeGreaterThan(3);
  });

  it('lands on an entry by number and by id', async () => {
    const page = await fresh({ viewport: { width: 1000, height: 700 } });
    for (const anchor of ['q618', 'idempotency']) {
      await page.goto(site.file(`data-engineering/index.html#${anchor}`));
      await expect
        .poll(() => page.locator('#q618').evaluate((it) => Math.abs(it.getBoundingClientRect().top)))
        .toBeLessThan(120);
      await page.goto('about:blank');
    }
  });

  it('marks the number that an address leads to by its own width, below what stays at the top', async () => {
    const page = await fresh({ viewport: { width: 390, height: 844 } });
    await page.goto(site.file('data-engineering/index.html#q618'));
    const boxes = (): Promise<number[]> =>
      page.evaluate(`(() => {
        const number = document.querySelector('#q618 .number');
        const [own, bar] = [number.getBoundingClientRect(), document.querySelector('.masthead').getBoundingClientRect()];
        return [own.width, own.top - bar.bottom, getComputedStyle(number).boxShadow === 'none' ? 0 : 1];
      })()`) as Promise<number[]>;
    await expect.poll(async () => Math.abs((await boxes())[1] ?? 9999)).toBeLessThan(120);
    const [width = 0, below = 0, shown] = await boxes();
    expect(width).toBeLessThan(120);
    expect(below).toBeGreaterThanOrEqual(0);
    expect(shown).toBe(1);
  });

  it('keeps search and contents in reach on a telephone, wherever one reads', async () => {
    const page = await fresh({ viewport: { width: 390, height: 844 } });
    await page.goto(site.file('data-engineering/index.html'));
    await page.evaluate('scrollTo(0, 5000)');
    const bar = await page.locator('.masthead').boundingBox();
    expect(bar?.y).toBe(0);
    expect(bar?.height).toBeLessThan(110);
    await page.locator('#_search').fill('idempotency');
    await page.locator(firstHit).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  it('shows a picture on white ground in the dark, with a title or without', async () => {
    const page = await fresh({ colorScheme: 'dark' });
    await page.goto(`${address}entry/618/index.html`);
    const grounds = await page.evaluate(`[...document.querySelectorAll('.answer')].flatMap((answer) => {
      answer.insertAdjacentHTML('beforeend', '<p>Press <img alt="plus" src="x.svg">.</p><figure><img alt="x" src="x.svg"></figure>');
      return [...answer.querySelectorAll('img')].map((img) => getComputedStyle(img).backgroundColor);
    })`);
    expect(new Set(grounds as string[])).toEqual(new Set(['rgb(255, 255, 255)']));
  });

  it('remembers the theme from page to page', async () => {
    const page = await fresh({ colorScheme: 'light' });
    await page.goto(address + site.at('index.html'));
    const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.selectOption('#_theme', 'dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(`${address}entry/618/index.html`);
    expect(await ground()).toBe(dark);
    expect(await page.locator('#_theme').inputValue()).toBe('dark');
    await page.selectOption('#_theme', 'system');
    expect(await ground()).toBe(light);
  });

  it('copies the permanent link', async () => {
    const page = await fresh({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(address + site.at('data-engineering/index.html'));
    await page.locator('#q618 button[data-copy]').click();
    await page.getByText(site.handbook.labels.copied).first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${site.handbook.iri}entry/618`);
  });

  it('reads without scripts: every entry is there and nothing that needs a script shows', async () => {
    const page = await fresh({ javaScriptEnabled: false });
    await page.goto(site.file('data-engineering/index.html'));
    expect(await page.locator('article.entry').count()).toBe(25);
    expect(await page.locator('.needs-script:visible').count()).toBe(0);
    await page.locator('#q618 .cross-reference').first().click();
    await page.waitForURL(/q637$|entry\/637\/index\.html$/);
  });

  it('redirects an old id to the entry', async () => {
    const page = await fresh();
    await page.goto(site.file('entry/idempotency/index.html'));
    await page.waitForURL(/entry\/618\/index\.html$/);
  });

  it('does not shift while it loads', async () => {
    const page = await fresh({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(
      'window.shift = 0; new PerformanceObserver((list) => { for (const it of list.getEntries()) window.shift += it.value }).observe({ type: "layout-shift", buffered: true })',
    );
    await page.goto(address + site.at('data-engineering/index.html'), { waitUntil: 'networkidle' });
    expect(Number(await page.evaluate('window.shift'))).toBeLessThan(0.01);
  });
});
