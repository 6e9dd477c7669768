import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, browser, builtSite } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;

describe.skipIf(!open)('search in many scripts', () => {
  beforeAll(async () => {
    site = await builtSite('tests/fixtures/kitchen-sink');
  });
  afterAll(async () => {
    site?.remove();
    await open?.close();
  });

  it.each([
    ['Japanese', '味噌汁', '30.2'],
    ['Japanese, one character', '漉', '30.2'],
    ['Chinese', '酱油', '30.10'],
    ['Korean', '뚜껑은', '30.10'],
    ['Arabic without its points', 'يغسل', '32'],
    ['Hebrew without its points', 'חלה', '33'],
    ['Greek without accents, in capitals', 'ΑΒΓΟΛΕΜΟΝΟ', '31'],
    ['German, ß as ss', 'strasse', '30.1'],
    ['Vietnamese without marks', 'nuoc mam', '31'],
    ['a number with parts', '30.1.2', '30.1.2'],
    ['a number with a letter, in lower case', '12a', '12A'],
  ])('finds %s', async (_what, query, number) => {
    const page = await open?.newPage();
    await page?.goto(site.file('index.html'));
    await page?.locator('#_search').fill(query);
    await page?.locator('.hits li:first-child a').waitFor();
    expect(await page?.locator('.hits .number').allTextContents()).toContain(number);
    expect(await page?.locator('.hits li:first-child .number').textContent()).toBe(number);
    await page?.close();
  });
});
