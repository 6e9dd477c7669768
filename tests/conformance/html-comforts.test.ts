import type { Server } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, browser, builtSite, serve } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;
let sink: BuiltSite;
let server: Server;
let address: string;
let context: BrowserContext | undefined;

async function fresh(options: BrowserContextOptions = {}): Promise<Page> {
  context = await (open as Browser).newContext(options);
  return context.newPage();
}

describe.skipIf(!open)('what a page does for its reader', () => {
  beforeAll(async () => {
    site = await builtSite('content/coremodels-faq');
    sink = await builtSite('tests/fixtures/kitchen-sink');
    ({ address, server } = await serve(site.folder, '/faq/'));
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  afterAll(async () => {
    server?.close();
    site?.remove();
    sink?.remove();
    await open?.close();
  });

  const tip = '[role=tooltip]';
  const question = /^637 How do you recover/;

  it('shows a linked question on hovering, as long as the pointer is on it, until Escape', async () => {
    const page = await fresh();
    await page.goto(site.file('entry/618/index.html'));
    const link = page.locator('a.cross-reference').first();
    expect(await link.getAttribute('title')).toMatch(/^How do you recover/);
    await link.hover();
    await page.locator(tip).waitFor();
    expect(await page.locator(tip).textContent()).toMatch(question);
    expect(await link.getAttribute('aria-describedby')).toBe(await page.locator(tip).getAttribute('id'));
    await page.locator(tip).hover();
    await page.waitForTimeout(600);
    expect(await page.locator(tip).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator(tip).count()).toBe(0);
    expect(await link.getAttribute('aria-describedby')).toBe(null);
  });

  it('shows it on focus, and goes on with the next tab stop', async () => {
    const page = await fresh();
    await page.goto(site.file('entry/618/index.html'));
    await page.locator('.question .number').focus();
    await page.keyboard.press('Tab');
    expect(await page.locator(tip).textContent()).toMatch(question);
    await page.keyboard.press('Tab');
    expect(await page.locator(tip).textContent()).toMatch(/^639/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/entry\/639\/index\.html$/);
  });

  it('shows a definition on the first tap and leads to the glossary on the second', async () => {
    const page = await fresh({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.goto(site.file('entry/601/index.html'));
    const term = page.locator('a.term').first();
    const definition = await term.getAttribute('title');
    await term.tap();
    expect(await page.locator(tip).textContent()).toBe(definition);
    const box = await page.locator(tip).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await term.tap();
    await page.waitForURL(/glossary\/index\.html#/);
  });

  it('shows the sign of a paragraph on hovering and on focus; its address is the entry’s own', async () => {
    const page = await fresh({ viewport: { width: 1200, height: 800 } });
    await page.goto(site.file('data-engineering/index.html'));
    const sign = page.locator('#q618 p > .to-here');
    const shown = (): Promise<string> => sign.evaluate((it) => getComputedStyle(it).opacity);
    expect(await shown()).toBe('0');
    await page.locator('#q618 .answer p').hover();
    expect(await shown()).toBe('1');
    await page.mouse.move(0, 0);
    await sign.focus();
    expect(await shown()).toBe('1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/entry\/618\/index\.html#q618_\w{5}$/);
    expect(await page.locator('p:target').textContent()).toMatch(/^Idempotency means/);
  });

  it('leads from a paragraph that is no more to its entry', async () => {
    const page = await fresh({ viewport: { width: 1200, height: 700 } });
    await page.goto(site.file('data-engineering/index.html#q618_zzzzz'));
    await expect
      .poll(() => page.locator('#q618').evaluate((it) => Math.abs(it.getBoundingClientRect().top)))
      .toBeLessThan(120);
  });

  it('leads from the cover back to what was read last', async () => {
    const page = await fresh({ viewport: { width: 1200, height: 700 } });
    await page.goto(address + site.at('index.html'));
    expect(await page.locator('.resume').count()).toBe(0);
    await page.goto(`${address + site.at('data-engineering/index.html')}#q618`);
    await page.goto(address + site.at('index.html'));
    expect(await page.locator('.resume').textContent()).toMatch(/^Continue reading: 618 /);
    await page.locator('.resume a').click();
    await page.waitForURL(/data-engineering\/index\.html#q618$/);
  });

  it('reads as before where storage is closed', async () => {
    const page = await fresh();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(
      'Object.defineProperty(window, "localStorage", { get() { throw new Error("closed") } })',
    );
    await page.goto(address + site.at('index.html'));
    await page.goto(`${address}entry/618/index.html`);
    await page.goto(address + site.at('index.html'));
    expect(errors).toEqual([]);
    expect(await page.locator('.resume').count()).toBe(0);
  });

  it('gives a wide table the margin that is free, and never widens the page', async () => {
    for (const [width, wider] of [
      [1400, true],
      [800, false],
      [390, false],
    ] as const) {
      const page = await fresh({ viewport: { width, height: 900 } });
      await page.goto(sink.file('entry/14/index.html'));
      const found = await page.evaluate(() => ({
        table: document.querySelector('.scroller')?.getBoundingClientRect().width ?? 0,
        text: document.querySelector('.answer > p')?.getBoundingClientRect().width ?? 0,
        page: document.documentElement.scrollWidth,
      }));
      expect(found.table > found.text, `${width}`).toBe(wider);
      expect(found.page).toBe(width);
      await context?.close();
    }
  });

  it('prints a wide table whole', async () => {
    const page = await fresh({ viewport: { width: 680, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(sink.file('entry/14/index.html'));
    for (const columns of [4, 10]) {
      const cut = await page.evaluate((count) => {
        const table = document.querySelector('.scroller > table') as HTMLTableElement;
        for (const row of table.rows)
          while (row.cells.length < count) row.insertCell().textContent = 'incomprehensibilities';
        const right = document.querySelector('main')?.getBoundingClientRect().right ?? 0;
        return [...table.querySelectorAll('td, th')].filter(
          (cell) => cell.getBoundingClientRect().right > right + 1,
        ).length;
      }, columns);
      expect(cut, `${columns} columns`).toBe(0);
      expect(
        await page
          .locator('.scroller')
          .first()
          .evaluate((it) => getComputedStyle(it).overflowX),
      ).toBe('visible');
    }
  });

  it('has a placeholder that fits on a telephone', async () => {
    const page = await fresh({ viewport: { width: 390, height: 844 } });
    await page.goto(site.file('entry/618/index.html'));
    const fits = await page.locator('#_search').evaluate((field) => {
      const input = field as HTMLInputElement;
      const style = getComputedStyle(input);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return false;
      pen.font = style.font;
      const room =
        input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return pen.measureText(input.placeholder).width <= room;
    });
    expect(fits).toBe(true);
  });

  it('says what this edition changed in an entry, folded', async () => {
    const page = await fresh();
    await page.goto(site.file('entry/601/index.html'));
    const notice = page.locator('details.changed-in');
    expect(await notice.locator('summary').textContent()).toBe('Changed in 2026.1');
    expect(await notice.locator('del').isVisible()).toBe(false);
    await notice.locator('summary').click();
    expect(await notice.locator('del').textContent()).toContain('old');
    expect(await notice.locator('ins').textContent()).toContain('new');
    await page.goto(site.file('entry/602/index.html'));
    expect(await page.locator('.changed-in').count()).toBe(0);
  });
});
