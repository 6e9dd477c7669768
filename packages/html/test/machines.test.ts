import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { compile } from '../src/index.ts';
import { book } from './book.ts';
import { opened } from './opened.ts';

const handbook = book(
  {
    'one/1-first.md':
      '---\nnumber: 1\nquestion: "One & \\\\<two>?"\nrevised: 2026-01-02\naliases: [old-first, "900"]\nrelated: [2]\n---\nSee [second](#2).[^n]\n\n[^n]: A *note*.',
    'one/2-second.md':
      '---\nnumber: 2\nquestion: Two?\nrelated: [1]\n---\n:::warning[Mind]\nH<sub>2</sub>O, $x^2$\n:::\n\n| a | b |\n| - | -: |\n| 1 | 2 |',
  },
  'description: "A & B"\nchapters: [{ id: one, title: One }]',
);

describe('what machines read', async () => {
  const compiled = await compile(handbook, {
    changes: [
      {
        subject: 'entry',
        number: '1',
        kind: 'changed',
        significance: 'minor',
        question: 'One & <two>?',
        chapter: 'A',
        passages: [],
      },
    ],
  });
  const site = opened(compiled);

  it('is well-formed XML', () => {
    for (const path of ['sitemap.xml', 'feed.xml', 'opensearch.xml'])
      expect(() => fromXml(site.text(path)), path).not.toThrow();
  });

  it('lists every page in the sitemap with its date', () => {
    const map = site.text('sitemap.xml');
    expect(map).toContain(
      '<url><loc>https://example.org/small/entry/1</loc><lastmod>2026-01-02</lastmod></url>',
    );
    expect(map).toContain(
      '<url><loc>https://example.org/small/one/</loc><lastmod>2026-05-04</lastmod></url>',
    );
    expect(map).not.toContain('404');
  });

  it('tells changes in both feeds, with permanent ids', () => {
    expect(site.text('feed.xml')).toContain('<id>https://example.org/small/entry/1#1.0</id>');
    expect(site.text('feed.xml')).toContain('<updated>2026-05-04T00:00:00Z</updated>');
    const feed = JSON.parse(site.text('feed.json'));
    expect(feed.items).toMatchObject([
      { url: 'https://example.org/small/entry/1', title: '1. One & <two>? (Changed)' },
    ]);
  });

  it('redirects old names and ids by page, by _redirects and as a list', () => {
    for (const name of ['old-first', '900', 'first', 'second']) {
      const number = name === 'second' ? '2' : '1';
      const page = site.text(`entry/${name}/index.html`);
      expect(page).toContain(`content="0; url=../${number}/index.html"`);
      expect(page).toContain(`<link rel="canonical" href="https://example.org/small/entry/${number}">`);
      expect(site.text('_redirects')).toContain(`/small/entry/${name} /small/entry/${number}/ 301\n`);
      expect(compiled.moved).toContainEqual({ from: name, to: number });
    }
    expect(site.text('one/index.html')).toContain('id="q900"');
  });

  it('writes a Markdown twin that says the same', () => {
    expect(site.text('entry/1.md')).toBe(
      '# 1 One & \\<two>?\n\nSee [second](2.md).[^n]\n\nRevised January 2, 2026\n\n## Related questions\n\n- [2 Two?](2.md)\n\n---\n\n_A small book_, 1: “One & \\<two>?” Edition 1.0. May 4, 2026. <https://example.org/small/entry/1>\n\n[^n]: A _note_.\n',
    );
    const second = site.text('entry/2.md');
    expect(second).toContain(':::warning[Mind]\nH<sub>2</sub>O, $x^2$\n:::');
    expect(second).toContain('| a |  b |');
  });

  it('offers itself to language models and search boxes', () => {
    expect(site.text('llms.txt')).toContain('- [1. One & \\<two>?](entry/1.md)');
    expect(site.text('opensearch.xml')).toContain(
      'template="https://example.org/small/search/index.html?q={searchTerms}"',
    );
    expect(site.text('robots.txt')).toContain('Sitemap: https://example.org/small/sitemap.xml');
  });
});

describe('messages', () => {
  it('names the place of an image that is not there, and a theme that is not there', async () => {
    const { messages } = await compile({
      ...handbook,
      settings: { ...handbook.settings, html: { theme: 'missing.css' } },
      chapters: handbook.chapters.map((chapter) => ({
        ...chapter,
        entries: chapter.entries.slice(0, 1).map((entry) => ({
          ...entry,
          answer: [{ type: 'paragraph', children: [{ type: 'image', url: 'a.png', alt: 'A' }] } as const],
        })),
      })),
    });
    expect(messages.map(({ ruleId, source, file, fatal }) => ({ ruleId, source, file, fatal }))).toEqual([
      { ruleId: 'image-available', source: 'octavo-html', file: 'one/1-first.md', fatal: true },
      { ruleId: 'theme-available', source: 'octavo-html', file: 'handbook.yaml', fatal: true },
    ]);
  });

  it('warns of an old name that can be no folder, and links a theme that is there', async () => {
    const [chapter] = handbook.chapters;
    const [first] = chapter?.entries ?? [];
    if (!chapter || !first) throw new Error('no entry');
    const { messages, files } = await compile(
      {
        ...handbook,
        settings: { ...handbook.settings, html: { theme: 'look.css' } },
        chapters: [{ ...chapter, entries: [{ ...first, answer: [], aliases: ['../../up', 'FIRST'] }] }],
      },
      { assets: new Map([['look.css', new TextEncoder().encode(':root{--measure:30rem}')]]) },
    );
    expect(messages.map(({ ruleId, fatal }) => ({ ruleId, fatal }))).toEqual([
      { ruleId: 'alias-has-page', fatal: false },
      { ruleId: 'alias-has-page', fatal: false },
    ]);
    expect(files.filter((file) => file.path.includes('..'))).toEqual([]);
    const page = opened({ files, messages }).text('one/index.html');
    expect(page.indexOf('../static/theme.css')).toBeGreaterThan(page.indexOf('../static/octavo.css'));
  });
});
