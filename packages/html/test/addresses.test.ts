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
