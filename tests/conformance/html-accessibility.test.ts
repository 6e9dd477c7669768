import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withHistory } from '@octavo/press/history';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { LARDER, larderHistory } from '../contract/larder-history.ts';
import { REDLINED } from '../contract/redlined-book.ts';
import { type BuiltSite, browser, builtSite, pagesOf } from './html-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const open: Browser | undefined = await browser();
let site: BuiltSite;

/** One page of each kind, and every chapter: they hold every node there is. */
function kinds(of: BuiltSite): string[] {
  const { handbook } = of;
  const chapters = handbook.chapters.map((chapter) => `${chapter.id}/index.html`);
  const statuses = new Map(handbook.chapters.flatMap((it) => it.entries).map((it) => [it.status, it.number]));
  const entries = [...statuses.values()].map((number) => `entry/${number}/index.html`);
  const topic = `topics/${handbook.topics[0]?.id}/index.html`;
  const others = ['index', 'topics/index', 'glossary/index', 'terms/index', 'changes/index', 'preface/index'];
  const more = ['colophon/index', 'downloads/index', 'search/index', '404'];
  const all = [...chapters, ...entries, topic, ...[...others, ...more].map((name) => `${name}.html`)];
  const told = entries
    .map((path) => path.replace('index', 'history/index'))
    .flatMap((path) => [path, `${path}#2026.1..2027.2`]);
  return [...all, ...told].filter((path) => existsSync(join(of.folder, path.replace(/#.*/, ''))));
}

async function larder(): Promise<BuiltSite> {
  const history = await larderHistory();
  return builtSite(LARDER, (handbook) => withHistory(handbook, history));
}

describe.skipIf(!open)('accessibility of the kitchen sink', () => {
  beforeAll(async () => {
    site = await builtSite('tests/fixtures/kitchen-sink');
  });
  afterAll(async () => {
    site?.remove();
    await open?.close();
  });

  it.each([
    ['light', 'kitchen-sink'],
    ['dark', 'kitchen-sink'],
    ['light', 'tests/fixtures/numbered'],
    ['light', 'redlined'],
    ['dark', 'redlined'],
    ['light', 'redlined-arabic'],
    ['dark', 'redlined-arabic'],
    ['light', LARDER],
    ['dark', LARDER],
    ...Object.values(FIELD_BOOKS).flatMap((book) => [['light', book] as const, ['dark', book] as const]),
  ] as const)('has no violation that axe finds, %s (%s)', async (colorScheme, folder) => {
    const context = await open?.newContext({ colorScheme, bypassCSP: true });
    if (!context) return;
    const redlined = REDLINED[folder];
    const other =
      folder === 'kitchen-sink'
        ? undefined
        : redlined
          ? await builtSite('tests/fixtures/kitchen-sink', redlined)
          : folder === LARDER
            ? await larder()
            : await builtSite(folder);
    const shown = other ?? site;
    for (const path of folder.endsWith('numbered') ? pagesOf(shown.folder) : kinds(shown)) {
      const page = await context.newPage();
      await page.goto(shown.file(path));
      await page.evaluate(axe);
      const found = (await page.evaluate(
        `axe.run(document, { preload: false, runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} } })`,
      )) as AxeResults;
      const told = found.violations.map(
        (it) => `${it.id}: ${it.nodes.map((node) => node.html.slice(0, 120))}`,
      );
      expect(told, `${path} ${colorScheme}`).toEqual([]);
      await page.close();
    }
    await context.close();
    other?.remove();
  });

  it.each([320, 768, 1440])('never scrolls sideways at %i pixels', async (width) => {
    const context = await open?.newContext({ viewport: { width, height: 800 } });
    if (!context) return;
    const page = await context.newPage();
    const wide: string[] = [];
    for (const path of pagesOf(site.folder)) {
      await page.goto(site.file(path));
      const over = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (Number(over) > 0) wide.push(`${path}: ${over}`);
    }
    expect(wide).toEqual([]);
    await context.close();
  });
});
