import type { Compiled } from '@octavo/core';
import type { Root } from 'hast';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { kitchenSink } from './book.ts';
import { elements, type Opened, opened, textOf, withTag } from './opened.ts';

const { handbook, assets } = kitchenSink();
const siblings = [
  {
    format: 'pdf',
    title: 'PDF',
    path: 'kitchen-sink.pdf',
    mediaType: 'application/pdf',
    bytes: 1_234_567,
    sha256: 'a'.repeat(64),
  },
  {
    format: 'epub',
    title: 'EPUB',
    path: 'kitchen-sink.epub',
    mediaType: 'application/epub+zip',
    bytes: 4321,
    sha256: 'b'.repeat(64),
  },
] as const;
const changes = [
  {
    subject: 'entry',
    number: '1',
    kind: 'changed',
    significance: 'minor',
    note: 'A <new> knife.',
    question: 'Which knives?',
    chapter: 'Basics',
    passages: [
      {
        part: 'answer',
        segments: [
          { kind: 'same', text: 'A ' },
          { kind: 'deleted', text: 'dull' },
          { kind: 'inserted', text: '<sharp>' },
          { kind: 'same', text: ' knife.' },
        ],
      },
    ],
  },
] as const;
const options = { assets, siblings, changes };

let compiled: Compiled;
let site: Opened;
/** Redirects are pages for machines; the rest have the frame. */
let framed: [string, Root][];

beforeAll(async () => {
  compiled = await compile(handbook, options);
  site = opened(compiled);
  framed = [...site.pages].filter(([path]) => !site.text(path).includes('http-equiv="refresh"'));
});

describe('the site of the kitchen sink', () => {
  it('has every page that the handbook calls for, and no complaint', () => {
    expect(compiled.messages).toEqual([]);
    for (const entry of handbook.chapters.flatMap((chapter) => chapter.entries)) {
      expect(site.has(`entry/${entry.number}/index.html`), entry.number).toBe(true);
      expect(site.has(`entry/${entry.number}.md`), entry.number).toBe(true);
    }
    for (const path of [
      'index.html',
      '404.html',
      'topics',
      'glossary',
      'terms',
      'changes',
      'colophon',
      'downloads',
      'search',
      'preface',
      'bench',
    ]) {
      expect(site.has(path.endsWith('.html') ? path : `${path}/index.html`), path).toBe(true);
    }
  });

  it('gives every file a path of its own, on file systems that ignore case too', () => {
    const folded = site.paths.map((path) => path.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });

  it('shows every entry in full once, in its chapter, with number, question and both anchors', () => {
    for (const chapter of handbook.chapters) {
      const page = site.pages.get(`${chapter.id}/index.html`);
      const articles = page ? withTag(page, 'article') : [];
      expect(articles.map((article) => article.properties.id)).toEqual(
        chapter.entries.map((entry) => `q${entry.number}`),
      );
      chapter.entries.forEach((entry, place) => {
        const article = articles[place];
        const title = article && withTag(article, 'h2')[0];
        expect(title?.properties.id).toBe(entry.id);
        expect(title && textOf(title).startsWith(`${entry.number} `)).toBe(true);
      });
    }
  });

  it('has one h1, one main, a title, a language and a strict policy on each page; ids are unique', () => {
    for (const [path, page] of framed) {
      expect(withTag(page, 'h1'), path).toHaveLength(1);
      expect(withTag(page, 'main'), path).toHaveLength(1);
      expect(withTag(page, 'title').map(textOf).join(), path).not.toBe('');
      expect(withTag(page, 'html')[0]?.properties.lang, path).toBe(handbook.language);
      const policy = withTag(page, 'meta').find(
        (meta) => meta.properties.httpEquiv?.toString() === 'Content-Security-Policy',
      );
      expect(policy?.properties.content, path).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      );
      const ids = elements(page).flatMap((element) => element.properties.id ?? []);
      expect(new Set(ids).size, `${path}: ${ids.filter((id, place) => ids.indexOf(id) !== place)}`).toBe(
        ids.length,
      );
    }
  });

  it('has headings that never skip a level', () => {
    for (const [path, page] of framed) {
      const levels = withTag(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((element) =>
        Number(element.tagName[1]),
      );
      levels.forEach((level, place) => {
        expect(level - (levels[place - 1] ?? 0), `${path}: ${levels}`).toBeLessThanOrEqual(1);
      });
    }
  });

  it('holds nothing active but its own scripts', () => {
    for (const [path, page] of site.pages) {
      for (const element of elements(page)) {
        for (const name of Object.keys(element.properties)) expect(name, path).not.toMatch(/^on|^style$/i);
        if (element.tagName === 'script' && element.properties.type !== 'application/ld+json') {
          expect(String(element.properties.src), path).toMatch(
            /^(\.\.\/|\/kitchen-sink\/|[^:]*)static\/\w+\.js$/,
          );
        }
        // 404.html is shown at any depth: its style is inside, allowed by its hash.
        if (path !== '404.html') expect(element.tagName, path).not.toBe('style');
        expect(element.tagName, path).not.toMatch(/^(iframe|object|embed|base)$/);
      }
    }
  });

  it('has no link, image or script within the site that leads nowhere', () => {
    const anchors = new Map(
      [...site.pages].map(([path, page]) => [
        path,
        new Set(elements(page).map((element) => element.properties.id)),
      ]),
    );
    const offered = new Set<string>(['manifest.json', ...siblings.map((sibling) => sibling.path)]);
    let followed = 0;
    for (const [path, page] of site.pages) {
      for (const element of elements(page)) {
        for (const name of ['href', 'src', 'action'] as const) {
          const address = element.properties[name];
          if (typeof address !== 'string' || /^(https?|mailto|data):/.test(address)) continue;
          const where = new URL(address, `${handbook.iri}${path}`);
          expect(where.href.startsWith(handbook.iri), `${path}: ${address}`).toBe(true);
          const target = decodeURIComponent(where.pathname.slice(new URL(handbook.iri).pathname.length));
          expect(site.has(target) || offered.has(target), `${path}: ${address}`).toBe(true);
          const fragment = decodeURIComponent(where.hash.slice(1));
          if (fragment) expect(anchors.get(target)?.has(fragment), `${path}: ${address}`).toBe(true);
          followed++;
        }
      }
    }
    expect(followed).toBeGreaterThan(1000);
  });

  it('has a cross-reference for each in the source, on the entry page and the chapter page', () => {
    const page = site.pages.get('entry/4/index.html');
    const links = page
      ? withTag(page, 'a').filter((a) => String(a.properties.className).includes('cross-reference'))
      : [];
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link.properties.href).toMatch(/^\.\.\/[\d.]+[A-Z]?\/index\.html$/);
  });

  it('makes the same bytes twice', async () => {
    const again = await compile(handbook, options);
    expect(again.files.map((file) => file.path)).toEqual(compiled.files.map((file) => file.path));
    again.files.forEach((file, place) => {
      const same =
        Buffer.compare(file.content as Uint8Array, compiled.files[place]?.content as Uint8Array) === 0;
      expect(same, file.path).toBe(true);
    });
  });

  it('tells of withdrawn, deprecated and draft entries, and of what replaces them', () => {
    const words = (number: string): string => {
      const page = site.pages.get(`entry/${number}/index.html`);
      return page ? withTag(page, 'main').map(textOf).join() : '';
    };
    const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
    const withdrawn = entries.find((entry) => entry.status === 'withdrawn' && entry.replacedBy);
    const deprecated = entries.find((entry) => entry.status === 'deprecated');
    const draft = entries.find((entry) => entry.status === 'draft');
    expect(words(withdrawn?.number ?? '')).toContain(handbook.labels.withdrawnNotice);
    expect(words(withdrawn?.number ?? '')).toContain(
      handbook.labels.replacedBy.replace('{entry}', withdrawn?.replacedBy ?? ''),
    );
    expect(words(deprecated?.number ?? '')).toContain(handbook.labels.deprecatedNotice);
    expect(site.text(`entry/${draft?.number}/index.html`)).toContain(`data-mark="${handbook.labels.draft}"`);
  });

  it('floats the tips of terms over the page, and no box of the text that is a tip', () => {
    const rules = site.text('static/octavo.css').match(/[^{}]*\.tip\b[^{}]*(?=\{)/g) ?? [];
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule.replaceAll('.tip:not(.admonition)', '')).not.toMatch(/\.tip\b/);
  });

  it('keeps the style sheet below 29 KiB and chapters below 100 kB', () => {
    expect(site.text('static/octavo.css').length).toBeLessThan(29_696);
    for (const chapter of handbook.chapters) {
      expect(Buffer.byteLength(site.text(`${chapter.id}/index.html`))).toBeLessThan(100_000);
    }
  });
});
