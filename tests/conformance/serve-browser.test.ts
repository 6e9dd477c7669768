import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOf } from '../cli/temporary-folder.ts';
import { startServe } from '../serve/start-serve.ts';
import { browser } from './html-site.ts';

const ENTRY = 'basics/1-what-is-this.md';

let chromium: Browser | undefined;

beforeAll(async () => {
  chromium = await browser();
});

afterAll(async () => {
  await chromium?.close();
});

/** A tab that complains of nothing. */
async function tabAt(url: string): Promise<{ page: Page; complaints: readonly string[] }> {
  const page = await (chromium as Browser).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}

describe('octavo serve in a browser', () => {
  test('a save is shown without a touch, at the same place on the page', async (context) => {
    if (!chromium) return context.skip();
    const book = await copyOf('small');
    const path = join(book, ENTRY);
    const text = await readFile(path, 'utf8');
    const long = `${text}\n${'A paragraph of some length.\n\n'.repeat(80)}`;
    await writeFile(path, long);
    const { port, base } = await startServe(book);
    const { page, complaints } = await tabAt(`http://127.0.0.1:${port}${base}entry/1/`);
    await page.evaluate(() => scrollTo(0, 900));
    await writeFile(path, `${long}Shown at once.\n`);
    await page.getByText('Shown at once.').waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    expect(complaints).toEqual([]);
  });

  test('an error lies over the last good page with its line, and goes when it is mended', async (context) => {
    if (!chromium) return context.skip();
    const book = await copyOf('small');
    const path = join(book, ENTRY);
    const text = await readFile(path, 'utf8');
    const { port, base } = await startServe(book);
    const { page, complaints } = await tabAt(`http://127.0.0.1:${port}${base}entry/1/`);
    await writeFile(path, `${text}\nTo <b>[nothing](#nothing)</b>.\n`);
    const overlay = page.getByRole('alert');
    await overlay.getByText('1-what-is-this.md:9').first().waitFor();
    expect(await overlay.textContent()).toContain('no entry "#nothing"');
    expect(await overlay.locator('pre').first().textContent()).toContain(
      '9 | To <b>[nothing](#nothing)</b>.',
    );
    expect(await overlay.locator('mark').allInnerTexts()).toContain('[nothing](#nothing)');
    expect(await page.getByText('A handbook of two entries.').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await overlay.isVisible()).toBe(false);
    // A page opened meanwhile says it too.
    const other = await tabAt(`http://127.0.0.1:${port}${base}`);
    await other.page.getByRole('alert').getByText('no entry "#nothing"').waitFor();
    await writeFile(path, text);
    await other.page.getByRole('alert').waitFor({ state: 'hidden' });
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  test('PDF and EPUB come in the background, and the page leads to them', async (context) => {
    if (!chromium) return context.skip();
    const book = await copyOf('small');
    const { port, base, ask, stderr } = await startServe(book, '--to', 'html,pdf,epub');
    const { page, complaints } = await tabAt(`http://127.0.0.1:${port}${base}`);
    const bar = page.getByRole('status').last();
    await bar.getByRole('link', { name: 'PDF', exact: true }).waitFor({ timeout: 120_000 });
    expect(await bar.getByRole('link').allInnerTexts()).toEqual(['PDF', 'EPUB']);
    const pdf = await ask(`${base}small.pdf`);
    expect([pdf.status, pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect((await ask(`${base}small.epub`)).headers['content-type']).toBe('application/epub+zip');
    expect(stderr()).toContain('small.pdf, small.epub ready');
    const text = await readFile(join(book, ENTRY), 'utf8');
    await writeFile(join(book, ENTRY), `${text}\nMore.\n`);
    await bar.getByRole('link', { name: 'PDF (before)' }).waitFor();
    await bar.getByRole('link', { name: 'PDF', exact: true }).waitFor({ timeout: 120_000 });
    expect(complaints).toEqual([]);
  });

  test('the server stopped: the page says so, and lives again with the next one', async (context) => {
    if (!chromium) return context.skip();
    const book = await copyOf('small');
    const first = await startServe(book);
    const { page } = await tabAt(`http://127.0.0.1:${first.port}${first.base}`);
    await page.waitForTimeout(300);
    await first.stop();
    await page.getByText('octavo serve has stopped').waitFor();
    await startServe(book, '--port', String(first.port));
    await page.getByText('octavo serve has stopped').waitFor({ state: 'detached' });
  });
});
