import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { type BuiltSite, browser, builtSite } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;

/** The numbers of the entries that the page of the search lists. */
async function listed(page: Page): Promise<readonly string[]> {
  return page.locator('.hits .number').allTextContents();
}

describe.skipIf(!open)('the search narrowed by fields', () => {
  beforeAll(async () => {
    site = await builtSite(FIELD_BOOKS['help-center']);
  });
  afterAll(async () => {
    site?.remove();
    await open?.close();
  });

  it('lists the entries that have one of the values of each field', async () => {
    const page = (await open?.newPage()) as Page;
    await page.goto(site.file('search/index.html'));
    const fields = page.locator('form.search details');
    expect(await fields.locator('summary').allTextContents()).toEqual([
      'Product',
      'Plan',
      'Needs an administrator',
      'Where the cause lies',
    ]);
    await fields.filter({ hasText: 'Product' }).locator('summary').click();
    await page.getByRole('group', { name: 'Product' }).getByLabel('Kiln Link').check();
    await expect.poll(() => listed(page)).toEqual(['203', '204', '503']);
    await page.getByRole('group', { name: 'Product' }).getByLabel('Door screen').check();
    await expect.poll(() => listed(page)).toEqual(['102', '201', '203', '204', '502', '503']);
    await fields.filter({ hasText: 'Plan' }).locator('summary').click();
    await page.getByRole('group', { name: 'Plan' }).getByLabel('Works').check();
    await expect.poll(() => listed(page)).toEqual(['102', '201', '204', '503']);
    expect(await page.locator('form.search [role=status]').textContent()).toMatch(/^4 /);
    await page.getByRole('searchbox').fill('temperature');
    await expect.poll(() => listed(page).then((numbers) => [...numbers].sort())).toEqual(['204', '503']);
    for (const label of ['Kiln Link', 'Door screen', 'Works']) await page.getByLabel(label).uncheck();
    await expect.poll(() => listed(page)).toContain('203');
    await page.close();
  });

  it('asks for a value by the keyboard alone', async () => {
    const page = (await open?.newPage()) as Page;
    await page.goto(site.file('search/index.html'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('form.search :checked').getAttribute('value')).toBe('Door screen');
    await expect.poll(() => listed(page)).toEqual(['102', '201', '502']);
    await page.close();
  });
});
