import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { relativeAddress } from '../src/tree/relative-address.ts';
import { book } from './book.ts';
import { opened } from './opened.ts';

describe('relativeAddress', () => {
  it.each([
    ['index.html', '/entry/1/index.html', 'entry/1/index.html'],
    ['entry/1/index.html', '/entry/2/index.html#q2', '../2/index.html#q2'],
    ['entry/1/index.html', '/index.html', '../../index.html'],
    ['one/index.html', '/one/index.html#q2', '#q2'],
    ['one/index.html', '/one/index.html', 'index.html'],
    ['404.html', '/static/a.css', 'static/a.css'],
  ])('from %s to %s', (from, to, expected) => {
    expect(relativeAddress(from, to)).toBe(expected);
  });
});

describe('404.html', () => {
  const ENTRY = { 'one/1-a.md': '---\nnumber: 1\nquestion: A?\n---\nYes.' };
  const addressesIn = (html: string): readonly string[] =>
    [...html.matchAll(/ (?:href|src|action|data-work)="([^"#][^"]*)"/g)].map(([, address = '']) => address);

  it.each([
    ['https://example.org/', '/'],
    ['https://example.org/a/deep/path/', '/a/deep/path/'],
    ['https://user.example/bücher/', '/b%C3%BCcher/'],
  ])('of <%s> has every address from the root of the host: it is shown at any depth', async (iri, path) => {
    const handbook = { ...book(ENTRY, 'chapters: [{ id: one, title: One }]'), iri };
    const site = opened(await compile(handbook));
    const addresses = addressesIn(site.text('404.html'));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      expect(address.startsWith(path), address).toBe(true);
      expect(site.paths).toContain(address.slice(path.length));
    }
    // Its style is in it, which its policy allows by the hash; so it has one on a disk and on a preview's host too.
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(site.text('404.html')) ?? [];
    expect(style).toBe(site.text('static/octavo.css'));
    const hash = createHash('sha256').update(style).digest('base64');
    expect(site.text('404.html')).toContain(`style-src &#x27;self&#x27; &#x27;sha256-${hash}&#x27;;`);
    // Every other page goes by itself, under any path and from a disk.
    expect(addressesIn(site.text('entry/1/index.html')).filter((one) => one.startsWith('/'))).toEqual([]);
  });

  it('of a volume is that of the work, and leads to its page', async () => {
    const yaml = 'volume: { first: 1, last: 9, work: The work }\nchapters: [{ id: one, title: One }]';
    const site = opened(await compile(book(ENTRY, yaml)));
    const page = site.text('404.html');
    expect(page).toContain('<title>Page not found – The work</title>');
    expect(page).toContain('<p class="lede"><a href="/small/index.html">');
    for (const address of addressesIn(page)) expect(site.paths).toContain(address.slice('/small/'.length));
    expect(site.paths.filter((path) => path.endsWith('404.html'))).toEqual(['404.html']);
  });

  it('of a volume: an old name of its address leads on', async () => {
    const yaml = 'volume: { first: 1, last: 9, aliases: [1-9] }\nchapters: [{ id: one, title: One }]';
    const site = opened(await compile(book(ENTRY, yaml)));
    expect(site.text('volume/1-9/index.html')).toContain('content="0; url=../small/index.html"');
    expect(site.text('_redirects')).toContain('/small/volume/1-9 /small/volume/small/ 301\n');
  });
});

describe('folders', () => {
  it('keeps our own pages clear of chapters of the same name, and of names that Windows forbids', async () => {
    const handbook = book(
      {
        'glossary/1-a.md': '---\nnumber: 1\nquestion: A?\n---\nSee [the other](#2).',
        'con/2-b.md': '---\nnumber: 2\nquestion: B?\n---\nYes.',
        'glossary.yaml': 'terms: [{ term: Word, definition: A thing. }]',
      },
      'chapters: [{ id: glossary, title: G }, { id: con, title: C }]',
    );
    const site = opened(await compile(handbook));
    expect(site.text('glossary/index.html')).toContain('id="q1"');
    expect(site.text('glossary_/index.html')).toContain('<dt id="word">');
    expect(site.text('con_/index.html')).toContain('id="q2"');
    expect(site.paths.filter((path) => /(^|\/)(con|nul|aux)[./]/.test(path))).toEqual([]);
  });

  it('splits a long chapter on blocks of numbers', async () => {
    const numbers = Array.from({ length: 60 }, (_, place) => 101 + place);
    const sources = Object.fromEntries(
      numbers.map((number) => [
        `one/${number}-n${number}x.md`,
        `---\nnumber: ${number}\nquestion: N?\n---\nOf [another](#${number === 101 ? 160 : 101}).`,
      ]),
    );
    const site = opened(await compile(book(sources, 'chapters: [{ id: one, title: One }]')));
    expect(site.text('one-101-150/index.html')).toContain('href="../entry/160/index.html"');
    expect(site.text('one-151-200/index.html')).toContain('id="q160"');
    expect(site.text('index.html')).toContain('href="one-151-200/index.html#q160"');
  });
});
