import type { Change, Handbook } from '@octavo/core';
import { loadHandbook } from '@octavo/core';
import { strFromU8, unzipSync } from 'fflate';
import { VFile } from 'vfile';
import { expect } from 'vitest';
import { type Element, readTagged } from '../pdf/tagged-pdf.ts';
import { compileBook } from './compile-book.ts';
import type { Book } from './load-book.ts';

/** A book with parts, every status, every identifier and terms that are hard to put in order. */
export function awkward(language: string): Book {
  const entry = (number: string, more: string, body = `Answer ${number}.`) =>
    `---\nnumber: ${number}\nquestion: Why ${number}?\n${more}---\n\n${body}\n`;
  const files = {
    'handbook.yaml': `schemaVersion: 1
id: awkward
title: An awkward book
subtitle: Of words
language: ${language}
iri: https://example.org/awkward/
publisher: { name: Press, url: "https://example.org/" }
copyright: © 2026 Press
license: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
contributors: [{ name: Ada, role: author }, { name: Bo }]
identifiers:
  isbn: { pdf: 978-1-234567-00-2, epub: 978-1-234567-01-9, html: 978-1-234567-02-6, print: 978-1-234567-03-3 }
  doi: 10.5555/awkward
edition: { version: "2", date: "2026-11-01" }
parts:
  - { id: one, title: Part one, chapters: [basics] }
  - { id: two, title: Part two, chapters: [more] }
chapters:
  - { id: basics, title: Basics }
  - { id: more, title: More }
`,
    'glossary.yaml': `terms:
  - { id: zebra, term: zebra, definition: An animal., also: [stripes], entries: ["1"] }
  - { id: aker, term: Åker, definition: A field. }
  - { id: fa, term: 2fa, definition: Two keys. }
  - { id: api, term: API, definition: A door., entries: ["2", "3"] }
`,
    'basics/1-a.md': entry(
      '1',
      'revised: "2026-10-31"\nindex: ["--flag", 2fa, zebra > foal]\nrelated: ["2"]\n',
    ),
    'basics/2-b.md': entry('2', 'status: deprecated\nreplacedBy: "3"\nindex: [Åker, "&&", apple]\n'),
    'more/3-c.md': entry('3', 'revised: "2026-09-02"\nindex: [Apple, zebra > bar, flask]\n', 'See [](#1).'),
    'more/4-d.md': entry('4', 'status: withdrawn\nreplacedBy: "1"\n', 'Gone.'),
  };
  const sources = Object.entries(files).map(
    ([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }),
  );
  const { handbook } = loadHandbook(sources);
  if (!handbook) throw new Error(sources.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { handbook, assets: new Map() };
}

const about = { subject: 'entry', significance: 'minor', chapter: 'More', passages: [] } as const;
const CHANGES: readonly Change[] = [
  { ...about, number: '1', question: 'Why 1?', kind: 'moved', movedFrom: 'More', note: 'It fits better.' },
  { ...about, number: '99', question: 'Why 99?', kind: 'withdrawn', replacedBy: '1' },
  {
    ...about,
    number: '3',
    question: 'Why 3?',
    kind: 'changed',
    significance: 'editorial',
    passages: [
      {
        part: 'topics',
        segments: [
          { kind: 'same', text: 'Bread, ' },
          { kind: 'inserted', text: 'Salt' },
        ],
      },
      { part: 'replacedBy', segments: [{ kind: 'deleted', text: '2' }] },
    ],
  },
];

/** What each format says, its parts by name, in letters, digits and signs that none sets apart. */
interface Said {
  readonly imprint: string;
  readonly isbns: readonly string[];
  readonly glossary: string;
  readonly terms: readonly string[];
  readonly contents: string;
  readonly changes: string;
  readonly entries: ReadonlyMap<string, string>;
}

/**
 * Expects that HTML, EPUB, PDF and Markdown say the same of a book, in the same order. With `terms`, the order of
 * its index, they say some changes, too.
 */
export async function expectSaysTheSame(book: Book, terms?: readonly string[]): Promise<void> {
  const changes = terms ? CHANGES : [];
  const options = { changes, changesSince: { version: '1', date: '2026-05-04' } };
  const pdf = await compileBook('pdf', book, options);
  const epub = await compileBook('epub', book, options);
  const html = await compileBook('html', book, options);
  const { handbook } = book;
  const site = saidByHtml(handbook, html.files);
  const paper = saidByPdf(handbook, pdf.files.get(`${handbook.id}.pdf`) ?? new Uint8Array());
  const shelf = saidByEpub(handbook, epub.files.get(`${handbook.id}.epub`) ?? new Uint8Array());
  expect(site.imprint).not.toBe('');
  for (const other of [paper, shelf]) {
    for (const part of ['imprint', 'glossary', 'terms', 'contents', 'changes'] as const)
      expect(other[part], part).toEqual(site[part]);
    expect([...other.isbns].sort()).toEqual([...site.isbns].sort());
  }
  for (const entry of handbook.chapters.flatMap(({ entries }) => entries)) {
    const said = site.entries.get(entry.number) ?? '';
    const twin = new TextDecoder().decode(html.files.get(`entry/${entry.number}.md`));
    expect(shelf.entries.get(entry.number), entry.number).toContain(said);
    expect(paper.entries.get(entry.number), entry.number).toContain(said);
    expect(bare(twin, handbook).replaceAll('*', ''), entry.number).toContain(said);
  }
  if (terms) {
    expect(site.terms).toEqual(terms);
    expect(site.entries.get('1')).toMatch(/2026/);
    expect(site.changes).toMatch(/2026/);
  }
}

function saidByHtml(handbook: Handbook, files: ReadonlyMap<string, Uint8Array>): Said {
  const page = (path: string): string =>
    (/<main[^>]*>(.*)<\/main>/s.exec(new TextDecoder().decode(files.get(path)))?.[1] ?? '').replace(
      /<header.*?<\/header>|<nav class="letters".*?<\/nav>/gs,
      '',
    );
  const home = new TextDecoder().decode(files.get('index.html'));
  const facts = page('colophon/index.html').replace(/<dt>SHA-256.*/s, '');
  return {
    ...imprintOf(words(facts), handbook),
    glossary: listed(page('glossary/index.html'), 'dt').join(),
    terms: listed(page('terms/index.html').replaceAll('<li><span>', '<li>'), 'li'),
    contents: titlesIn(words(/<nav class="contents".*?<\/nav>/s.exec(home)?.[0] ?? ''), handbook),
    changes: bare(words(seen(page('changes/index.html')).replace(/ \(\d+\)<\/summary>/, ' ')), handbook),
    entries: new Map(
      handbook.chapters.flatMap(({ entries }) =>
        entries.map(({ number }) => {
          const main = page(`entry/${number}/index.html`);
          const lines = [...main.matchAll(/<div class="facts"><p>(.*?)<\/p><\/div>/gs)].map(
            ([, line = '']) => line,
          );
          return [number, bare(words(lines.join(' ')), handbook)] as const;
        }),
      ),
    ),
  };
}

function saidByEpub(handbook: Handbook, bytes: Uint8Array): Said {
  const files = unzipSync(bytes);
  const page = (name: string): string => {
    const [, file] = Object.entries(files).find(([path]) => path.endsWith(`/${name}`)) ?? [];
    return (file ? strFromU8(file) : '').replace(/^.*?<body[^>]*>|<h1.*?<\/h1>/gs, '');
  };
  const chapters = Object.entries(files)
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([, file]) => strFromU8(file))
    .join('');
  const facts = page('imprint.xhtml').replace(/<p class="description".*/s, '');
  return {
    ...imprintOf(words(facts), handbook),
    glossary: listed(page('glossary.xhtml'), 'dt').join(),
    terms: listed(page('index.xhtml'), 'li'),
    contents: titlesIn(words(/<nav[^>]*epub:type="toc".*?<\/nav>/s.exec(chapters)?.[0] ?? ''), handbook),
    changes: bare(words(seen(page('changes.xhtml'))), handbook),
    entries: new Map(
      chapters
        .split('role="doc-qna"')
        .slice(1)
        .map((section) => [
          /class="number">([^<]*)</.exec(section)?.[1] ?? '',
          bare(words(section), handbook),
        ]),
    ),
  };
}

function saidByPdf(handbook: Handbook, bytes: Uint8Array): Said {
  const { labels } = handbook;
  const { document } = readTagged(bytes);
  const sections = [...below(document)].filter(({ type }) => type === 'Sect');
  const titled = (title: string): Element | undefined =>
    sections.find((one) =>
      kids(one).some((kid) => kid.type === 'H1' && bare(shown(kid), handbook) === bare(title, handbook)),
    );
  // The typefaces stand last.
  const imprint = sections.find((one) => {
    const last = kids(one).at(-1);
    return last?.type === 'P' && shown(last).startsWith(labels.colophon);
  });
  const lines = imprint ? kids(imprint).slice(0, -1).map(shown) : [];
  const inside = (title: string, type: string): readonly Element[] => {
    const section = titled(title);
    return section ? [...below(section)].filter((one) => one.type === type) : [];
  };
  const [, ...changes] = kids(titled(labels.changes) ?? document).map(shown);
  return {
    ...imprintOf(lines.join(' '), handbook),
    glossary: inside(labels.glossary, 'Lbl')
      .map((one) => shown(one).trim())
      .join(),
    terms: inside(labels.index, 'LBody').map((one) => ownWords(one)),
    contents: titlesIn(
      kids([...below(document)].find(({ type }) => type === 'TOC') ?? document)
        .map(shown)
        .join(' '),
      handbook,
    ),
    changes: titled(labels.changes) ? bare(changes.join(' '), handbook) : '',
    entries: new Map(
      sections.flatMap((one) => {
        const [head] = kids(one);
        return head?.type === 'H2'
          ? [[shown(head).trim().split(/\s/)[0] ?? '', bare(shown(one), handbook)] as const]
          : [];
      }),
    ),
  };
}

function imprintOf(text: string, handbook: Handbook): Pick<Said, 'imprint' | 'isbns'> {
  const isbn = /97[89][\d-]{14}(?: \((?:PDF|EPUB|HTML)\))?/g;
  // Each format's own stands first.
  return { imprint: bare(text.replaceAll(isbn, ''), handbook), isbns: text.match(isbn) ?? [] };
}

/** Titles of parts and chapters and what leads to entries, in the order they are met. */
function titlesIn(text: string, { parts, chapters }: Handbook): string {
  const titles = [...parts, ...chapters].map(({ title }) => title);
  const places = titles.map((title) => [text.replace(/\s+/g, ' ').indexOf(title), title] as const);
  return places
    .sort(([a], [b]) => a - b)
    .map(([at, title]) => (at < 0 ? `no ${title}` : title))
    .join();
}

/** The words of every element of a name, up to its first link or list. */
function listed(markup: string, name: string): string[] {
  const lines = markup.matchAll(new RegExp(`<${name}\\b[^>]*>(.*?)(?=<a\\b|<ul\\b|</${name}>)`, 'gs'));
  return [...lines].map(([, line = '']) => words(line).trim().replace(/\s*,$/, ''));
}

function words(markup: string): string {
  return markup
    .replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, ' ')
    .replace(/&(?:lt|#x3C);/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:amp|#x26);/g, '&');
}

/** Without what only ears are told. */
function seen(markup: string): string {
  return markup.replace(/<span class="unseen">.*?<\/span>/gs, '');
}

/** Letters, digits and signs; the pages that paper prints behind a link left out. */
function bare(text: string, { labels }: Handbook): string {
  return text
    .normalize('NFKC')
    .replaceAll(
      new RegExp(
        `\\(?${labels.pageReference.replaceAll('.', '\\.').replace(/\s*\{page\}/, '\\s*[\\divxlc]+')}\\)?`,
        'g',
      ),
      '',
    )
    .replace(/[^\p{L}\p{N}&]/gu, '');
}

function kids({ children }: Element): Element[] {
  return children.filter((child) => child.kind === 'element');
}

function* below(element: Element): Generator<Element> {
  yield element;
  for (const kid of kids(element)) yield* below(kid);
}

function shown(element: Element): string {
  return element.children
    .map((child) => (child.kind === 'stretch' ? child.text : child.kind === 'element' ? shown(child) : ''))
    .join('');
}

/** The words of a line of the index before its first page. */
function ownWords({ children }: Element): string {
  const end = children.findIndex((child) => child.kind === 'element' && child.type !== 'Span');
  const own = end < 0 ? children : children.slice(0, end);
  return own
    .map((child) => (child.kind === 'stretch' ? child.text : ''))
    .join('')
    .replace(/,\s*$/, '')
    .trim();
}
