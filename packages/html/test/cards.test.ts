import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile, Handbook } from '@octavo/core';
import { asPreview } from '@octavo/core';
import { describe, expect, it } from 'vitest';
import { fontsNeeded } from '../src/fonts/fonts-needed.ts';
import { compile } from '../src/index.ts';
import { book } from './book.ts';
import { elements, opened } from './opened.ts';

const QUESTIONS = ['What is an upsert?', 'Why?', '何ですか？'];
const sources = Object.fromEntries(
  QUESTIONS.map((question, at) => [
    `one/${at + 1}-e${at}.md`,
    `---\nnumber: ${at + 1}\nquestion: ${question}\n---\n\nIt is.\n`,
  ]),
);
const handbookOf = (yaml = ''): Handbook => book(sources, `chapters: [{ id: one, title: Chapter }]\n${yaml}`);

function fontsOf(handbook: Handbook): FontFile[] {
  const { resolve } = createRequire(import.meta.url);
  return fontsNeeded(handbook)
    .filter(({ scripts }) => scripts.includes('Latn'))
    .map((font) => ({
      ...font,
      bytes: new Uint8Array(readFileSync(resolve(`${font.package}/${font.file}`))),
    }));
}

async function siteOf(handbook: Handbook, options = {}): Promise<ReturnType<typeof opened>> {
  return opened(await compile(handbook, { fonts: fontsOf(handbook), ...options }));
}

function imageOf(site: ReturnType<typeof opened>, number: number): unknown {
  const page = site.pages.get(`entry/${number}/index.html`);
  return elements(page as never).find((one) => one.properties.property === 'og:image')?.properties.content;
}

describe('the picture of an entry', () => {
  it('is drawn for a release, of the size that its page says, and small', async () => {
    const handbook = handbookOf();
    const { files } = await compile(handbook, { fonts: fontsOf(handbook) });
    const site = opened({ files, messages: [] });
    expect(imageOf(site, 1)).toBe('https://example.org/small/cards/1.png');
    const png = files.find(({ path }) => path === 'cards/1.png')?.content as Uint8Array;
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([640, 336]);
    expect(png.length).toBeLessThan(12_000);
    const again = await compile(handbook, { fonts: fontsOf(handbook) });
    expect(again.files.find(({ path }) => path === 'cards/1.png')?.content).toEqual(png);
  });

  it('is left out where no face has its letters', async () => {
    const site = await siteOf(handbookOf());
    expect(site.has('cards/2.png')).toBe(true);
    expect([imageOf(site, 3), site.has('cards/3.png')]).toEqual([undefined, false]);
  });

  it.each([
    ['a preview', asPreview(handbookOf()), {}],
    ['a publisher who wants none', handbookOf('html: { cards: false }\n'), {}],
    ['a call without the face', handbookOf(), { fonts: [] }],
  ])('is not made for %s', async (_name, handbook, options) => {
    const site = await siteOf(handbook, options);
    expect(site.paths.filter((path) => path.startsWith('cards/'))).toEqual([]);
    expect(imageOf(site, 1)).toBe(undefined);
  });

  it('is kept in the cache', async () => {
    const kept = new Map<string, Uint8Array>();
    const cache = {
      get: async (key: string) => kept.get(key),
      put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
    const first = await siteOf(handbookOf(), { cache });
    for (const [key, bytes] of kept) if (bytes[0] === 0x89) kept.set(key, new TextEncoder().encode('kept'));
    const second = await siteOf(handbookOf(), { cache });
    expect(first.text('cards/1.png')).not.toBe('kept');
    expect(second.text('cards/1.png')).toBe('kept');
  });
});
