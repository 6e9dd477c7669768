import { beforeAll, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { CACHE } from './handbooks.ts';
import { all, type OpenBook, openCompiled } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

let book: OpenBook;
beforeAll(async () => {
  book = openCompiled(await compile(sampleHandbook(), { drafts: true, cache: CACHE }));
});

const find = (file: string, tag: string, attribute: string, value: string) =>
  all(book.xml(file), tag).find((element) => element.getAttribute(attribute) === value);

it('links a note to each of its marks and back', () => {
  const note = find('chapter-first.xhtml', 'li', 'id', 'q1_fn-1');
  expect(note?.getAttribute('epub:type')).toBe('endnote');
  expect(note && all(note, 'a').map((link) => link.getAttribute('href'))).toEqual([
    'https://example.org/a%20b',
    '#q1_fnref-1',
    '#q1_fnref-1-2',
  ]);
});

it('keeps the old names of an entry as anchors and links across chapters', () => {
  const question = find('chapter-first.xhtml', 'h2', 'id', 'q1_question');
  expect(question && all(question, 'span').map((span) => span.getAttribute('id'))).toEqual([
    'first-question',
    'old-name',
    'q900',
    null,
  ]);
  expect(find('chapter-first.xhtml', 'a', 'href', 'chapter-second.xhtml#q11')?.textContent).toContain('11');
});

it('says what is withdrawn, deprecated and a draft, and what replaces it', () => {
  const notices = all(book.xml('chapter-first.xhtml'), 'div').filter(
    (div) => div.getAttribute('class') === 'notice',
  );
  expect(notices.map((notice) => notice.textContent)).toEqual([
    expect.stringMatching(/^Withdrawn .*1 What comes first\?/),
  ]);
  expect(book.text('chapter-second.xhtml')).toContain('Deprecated');
  expect(find('chapter-second.xhtml', 'p', 'class', 'stamp')?.textContent).toBe('Draft');
  expect(find('title-page.xhtml', 'p', 'class', 'stamp')?.textContent).toBe('Draft');
});

it('writes formulas as MathML with their TeX as text', () => {
  const formulas = all(book.xml('chapter-first.xhtml'), 'math');
  expect(formulas.map((math) => [math.namespaceURI, math.getAttribute('alttext')])).toEqual([
    ['http://www.w3.org/1998/Math/MathML', 'a^2'],
    ['http://www.w3.org/1998/Math/MathML', '\\sum_{i=1}^n i'],
  ]);
  expect(book.text('content.opf')).toMatch(/href="chapter-first.xhtml" [^>]*properties="mathml"/);
});

it('gives header cells a scope and runs of text a language', () => {
  expect(all(book.xml('chapter-first.xhtml'), 'th').map((cell) => cell.getAttribute('scope'))).toEqual([
    'col',
    'col',
  ]);
  expect(find('chapter-first.xhtml', 'span', 'xml:lang', 'ja')?.textContent).toBe('日本語');
});

it('prints markup characters of a question as text', () => {
  const question = find('chapter-first.xhtml', 'h2', 'id', 'q2_question');
  expect(question?.textContent).toMatch(/2 What is a < b && "c"\?$/);
});

it('has a glossary and an index that lead to the entries', () => {
  expect(find('glossary.xhtml', 'dt', 'id', 'term_salt')?.textContent).toBe('salt');
  expect(find('glossary.xhtml', 'section', 'role', 'doc-glossary')).toBeDefined();
  expect(all(book.xml('index.xhtml'), 'a').map((link) => link.getAttribute('href'))).toEqual([
    'chapter-first.xhtml#q1',
    'chapter-first.xhtml#q1',
  ]);
});
