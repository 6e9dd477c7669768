import { MATH_CLASSES } from '@octavo/core/hast';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SHEET } from '../../packages/epub/src/container/templates.ts';
import { styleSheet } from '../../packages/html/src/assets.ts';
import { type BuiltSite, browser, builtSite } from './html-site.ts';

const open: Browser | undefined = await browser();
let site: BuiltSite;
let page: Page;

it.each([
  ['website', styleSheet()],
  ['EPUB', STYLE_SHEET],
])('the style sheet of the %s knows every class of a formula', (_, sheet) => {
  expect(MATH_CLASSES.filter((name) => !new RegExp(`\\.${name}\\b(?!-)`).test(sheet))).toEqual([]);
});

describe.skipIf(!open)('formulas in a browser', () => {
  beforeAll(async () => {
    site = await builtSite('tests/fixtures/wild');
    page = await (open as Browser).newPage({ viewport: { width: 390, height: 900 } });
    await page.goto(site.file('entry/1/index.html'));
  });
  afterAll(async () => {
    site?.remove();
    await open?.close();
  });

  /** Where the content of a formula's nth cell ends, or begins, in its cell. */
  const sides = (formula: string) =>
    page
      .locator(`math[alttext*="${formula}"]`)
      .first()
      .evaluate((math) =>
        [...math.querySelectorAll('mtd')].map((cell) => {
          const [own, inner] = [
            cell.getBoundingClientRect(),
            cell.firstElementChild?.getBoundingClientRect() ?? cell.getBoundingClientRect(),
          ];
          return { left: Math.round(inner.left - own.left), right: Math.round(own.right - inner.right) };
        }),
      );

  it('align their columns: right, then left', async () => {
    const [a, b] = await sides('abcdef');
    expect(a?.right).toBeLessThanOrEqual(1);
    expect(a?.left).toBeGreaterThan(10);
    expect(b?.left).toBeLessThanOrEqual(1);
  });

  it.each([
    ['overline', 'border-top-width'],
    ['underline', 'border-bottom-width'],
    ['fbox', 'border-left-width'],
    ['rule-right', 'border-right-width'],
    ['rule-bottom', 'border-bottom-width'],
  ])('draw a %s', async (name, property) => {
    const width = await page
      .locator(`.tml-${name}`)
      .first()
      .evaluate((element, of) => getComputedStyle(element).getPropertyValue(of), property);
    expect(Number.parseFloat(width)).toBeGreaterThan(0);
  });

  it('strike out and colour', async () => {
    const strike = await page
      .locator('.tml-cancel')
      .first()
      .evaluate((element) => element.getBoundingClientRect().width);
    expect(strike).toBeGreaterThan(3);
    const color = await page
      .locator('[mathcolor="#ff0000"]')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    expect(color).toBe('rgb(255, 0, 0)');
  });

  it('have the number that was written at the margin', async () => {
    const [number, all] = await page.locator('math[alttext*="tag{1}"]').evaluate((math) => {
      const tag = [...math.querySelectorAll('mtext')].at(-1) as Element;
      return [tag.getBoundingClientRect().right, math.parentElement?.getBoundingClientRect().right ?? 0];
    });
    expect(Math.abs((number ?? 0) - (all ?? 0))).toBeLessThan(6);
  });

  it('never widen the page, and scroll where they are wider than the column', async () => {
    const wide = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      hidden: [...document.querySelectorAll('math')].filter((math) => {
        const box = math.closest('.math, .wide') ?? math;
        return (
          box.getBoundingClientRect().right > document.documentElement.clientWidth ||
          (box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'auto')
        );
      }).length,
    }));
    expect(wide).toEqual({ page: 0, hidden: 0 });
  });
});
