import { beforeAll, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { bookFaults } from './book-faults.ts';
import { CACHE, numbersOf } from './handbooks.ts';
import { bookOf, type OpenBook, openCompiled } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

let sound: OpenBook;
let numbers: readonly string[];
beforeAll(async () => {
  const handbook = sampleHandbook();
  const pageMap = [{ label: '1', at: { kind: 'entry', id: '1', path: [], offset: 0 } }] as const;
  sound = openCompiled(await compile(handbook, { pageMap, cache: CACHE }));
  numbers = numbersOf(handbook);
});

/** The book with one string of one file replaced. */
function broken(file: string, search: string | RegExp, replacement: string): OpenBook {
  const text = sound.text(file);
  const changed = text.replace(search, replacement);
  expect(changed, `${search} in ${file}`).not.toBe(text);
  const entries = Object.fromEntries(sound.names.map((name) => [name, sound.bytes(name)]));
  return bookOf({ ...entries, [file]: new TextEncoder().encode(changed) });
}

it.each([
  [
    'a note without a link back',
    'chapter-first.xhtml',
    /<a [^>]*href="#q1_fnref-1-2"[^>]*>[^<]*<\/a>/,
    '',
    'no link back',
  ],
  [
    'an entry missing from the contents',
    'toc.xhtml',
    /<li><a href="chapter-first.xhtml#q2">.*<\/li>/,
    '',
    'contents list',
  ],
  [
    'entries out of order',
    'toc.xhtml',
    'chapter-second.xhtml#q11',
    'chapter-second.xhtml#q12',
    'contents list',
  ],
  [
    'a dangling fragment',
    'chapter-first.xhtml',
    'href="chapter-first.xhtml#q2"',
    'href="chapter-first.xhtml#q99"',
    'dangling',
  ],
  [
    'a link to no file',
    'chapter-first.xhtml',
    'href="chapter-second.xhtml#q11"',
    'href="third.xhtml"',
    'no file',
  ],
  [
    'a javascript: link',
    'imprint.xhtml',
    'href="https://example.org/"',
    'href="javascript:alert(1)"',
    'forbidden scheme',
  ],
  [
    'a misspelt claim',
    'content.opf',
    '</metadata>',
    '<meta property="dcterms:conformsTo">WCAG 2.2 AA</meta></metadata>',
    'unknown claim',
  ],
  ['an unreferenced file', 'cover.xhtml', /<img [^>]*>/, '', 'nothing uses cover.png'],
  ['a file not in the manifest', 'content.opf', /<item id="css"[^>]*>/, '', 'not in the manifest'],
  [
    'a role without its epub:type',
    'chapter-first.xhtml',
    'epub:type="qna"',
    'epub:type="chapter"',
    'role doc-qna',
  ],
  ['a language said once', 'chapter-first.xhtml', 'xml:lang="ja"', '', 'is not xml:lang'],
  ['a page that is not listed', 'toc.xhtml', /<li><a href="[^"]*#page_1">.*<\/li>/, '', 'page list'],
  ['an ncx that differs', 'toc.ncx', 'src="chapter-first.xhtml#q2"', 'src="chapter-first.xhtml#q3"', 'ncx'],
])('sees %s', (_name, file, search, replacement, fault) => {
  expect(bookFaults(sound, numbers)).toEqual([]);
  expect(bookFaults(broken(file, search, replacement), numbers).join('\n')).toContain(fault);
});

it('cannot read a document that is not well-formed', () => {
  expect(() => bookFaults(broken('colophon.xhtml', '</section>', ''), numbers)).toThrow();
});
