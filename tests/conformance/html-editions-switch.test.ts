import { withHistory } from '@octavo/press/history';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LARDER, larderHistory } from '../contract/larder-history.ts';
import { type BuiltSite, browser, builtSite } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;
let context: BrowserContext | undefined;
const errors: string[] = [];

async function at(hash: string, javaScriptEnabled = true): Promise<Page> {
  context = await (open as Browser).newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => /Content Security Policy/.test(line.text()) && errors.push(line.text()));
  await page.goto(site.file('entry/634/history/index.html') + hash);
  return page;
}

const visible = (page: Page): Promise<string[]> => page.locator('.told p:visible').allTextContents();

describe.skipIf(!open)('the switch between two editions of an entry', () => {
  beforeAll(async () => {
    const history = await larderHistory();
    site = await builtSite(LARDER, (handbook) => withHistory(handbook, history));
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    site?.remove();
    await open?.close();
  });

  const MARKED = [
    'Does rice [Inserted: ever ]go off?',
    'White rice does not go off as long as it stays dry[Inserted:  and dark]. [Inserted: Brown rice does, within a year. ]See [Deleted: flour [633][Inserted: stale bread [640]] for what [Deleted: does][Inserted: to do about it].',
  ];

  it('marks the words of any two, and says to a screen reader what it did', async () => {
    const page = await at('');
    expect((await visible(page)).length).toBe(6);
    const status = page.locator('main [role=status]');
    expect(await status.textContent()).toBe('');
    await page.getByLabel('To edition').selectOption('2026.10');
    await page.getByRole('button', { name: 'Compare editions' }).click();
    expect(await visible(page)).toEqual(MARKED);
    expect(await status.textContent()).toMatch(/^2026\.1 → 2026\.10\. Inserted: \d+, Deleted: \d+$/);
    expect(page.url()).toMatch(/#2026\.1\.\.2026\.10$/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  it('is at an address of its own, forwards and backwards in time', async () => {
    const page = await at('#2026.1..2026.10');
    expect(await visible(page)).toEqual(MARKED);
    expect(await page.getByLabel('To edition').inputValue()).toBe('2026.10');
    await page.getByLabel('From edition').selectOption('2026.10');
    await page.getByLabel('To edition').selectOption('2026.1');
    await expect.poll(() => visible(page)).toContain('Does rice [Deleted: ever ]go off?');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => visible(page)).toEqual(MARKED);
  });

  it('is worked with the keyboard, and leads back to all editions', async () => {
    const page = await at('');
    await page.getByLabel('From edition').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/#2026\.10\.\.2027\.2$/);
    await page.locator('.compared').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await visible(page)).length).toBe(6);
    expect(await page.locator('ins, del').count()).toBe(0);
  });

  it('says that the words of one edition are unchanged', async () => {
    const page = await at('#2026.1..2026.1');
    expect(await page.locator('main [role=status]').textContent()).toBe(
      '2026.1 → 2026.1. The words are unchanged.',
    );
    expect((await visible(page))[0]).toBe('Does rice go off?');
  });

  it('leaves each edition with its words, and a link to what changed since, where there is no script', async () => {
    const page = await at('#2026.1..2026.10', false);
    expect((await visible(page)).length).toBe(6);
    expect(await page.locator('main select').count()).toBe(0);
    await page.locator('.told a', { hasText: 'Later changes' }).first().click();
    await page.waitForURL(/since\/2026\.1\/index\.html$/);
  });
});
