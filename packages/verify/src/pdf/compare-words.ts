import { compareMark } from '../compare/compare-mark.ts';
import { PAINTED } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { rangeSpellings, vocabularyOf } from '../expected/vocabulary.ts';
import type { PdfReading } from './pdf-reading.ts';
import {
  type Stretch,
  type StructChild,
  type StructElement,
  shown,
  stretchesIn,
  structElements,
} from './pdf-structure.ts';
import { proseIn } from './prose-in.ts';

/** Elements whose words run in a line with those around them. */
const IN_LINE: ReadonlySet<string> = new Set(['Span', 'Link', 'Reference', 'Lbl', 'Code', 'Em', 'Strong']);

/**
 * Checks that everything beside answers and prose, running heads and folios included, uses only the
 * handbook's words.
 */
export function compareWords(reading: PdfReading): void {
  const { findings, pdf, book, vocabulary, tableHeads, owner, file } = reading;
  const { labels } = book.handbook;
  // A list of changes, the corrigenda and the history quote earlier editions.
  const quoting = new Set([labels.changes, labels.errata, labels.history].map(PAINTED.text));
  const prose = new Set<StructChild>(
    [...structElements(pdf.structure, /^Sect$/)].flatMap((section) =>
      isTitled(section, quoting) ? section : (proseIn(section, book)?.body ?? []),
    ),
  );
  for (const { first, text } of blocksIn(pdf.structure, (element) => prose.has(element))) {
    // The imprint names the typefaces, which are not in the handbook.
    if (owner(first) !== undefined || text.trim().startsWith(labels.colophon)) continue;
    const own = findings.about({ part: `page ${pdf.labels[first.page] ?? ''}`, file });
    own.words('documents', vocabulary, [text], 'the page says');
  }
  const chapters = new Map(book.entries.map(({ number, chapter }) => [number, chapter]));
  const onPage = new Map<number, Set<string>>();
  const numbers = new Map<number, string[]>();
  const written = new Set<number>();
  for (const stretch of stretchesIn(pdf.structure)) {
    written.add(stretch.page);
    const chapter = chapters.get(owner(stretch) ?? '');
    if (chapter !== undefined) onPage.set(stretch.page, (onPage.get(stretch.page) ?? new Set()).add(chapter));
  }
  // A note may stand on a later page than its text.
  for (const stretch of stretchesIn(pdf.structure, 'Note')) {
    const number = owner(stretch);
    if (number !== undefined)
      numbers.set(stretch.page, [...(numbers.get(stretch.page) ?? []).slice(0, 1), number]);
  }
  const inHeads = vocabularyOf(book.handbook, [...lettersOf(pdf), ...pdf.labels, ...tableHeads, '→']);
  for (const [page, { artifacts }] of pdf.pages.entries()) {
    const about = findings.about({ part: `page ${pdf.labels[page] ?? ''}`, file });
    // A page that is left blank so that a chapter begins on the right stays blank.
    if (artifacts.length > 0 || written.has(page)) compareMark(about, book.handbook, [artifacts.join('')]);
    const texts = [artifacts.join(' '), artifacts.join('')];
    const ends = numbers.get(page) ?? [];
    const ranges = rangeSpellings(book.handbook.labels, ends[0], ends.at(-1));
    const wrong = texts.map((text) =>
      inHeads.unexplained(ranges.reduce((all, range) => PAINTED.text(all).replace(range, ' '), text)),
    );
    const words = wrong.includes(undefined) ? undefined : wrong[0];
    const reason = `the page's head or foot says “${words}”, which the handbook does not`;
    about.none('documents', words, reason);
    const own = onPage.get(page);
    const other = own && otherChapter(texts[0] ?? '', own, book);
    about.none('documents', other, `the page's head names “${other}”, whose entries are not on it`);
  }
}

/** The letters that stand alone outside the text, as those above the parts of an index do. */
function lettersOf({ pages }: PdfReading['pdf']): readonly string[] {
  return pages.flatMap(({ artifacts }) => artifacts.join(' ').match(/(?<!\S)\p{L}(?!\S)/gu) ?? []);
}

/**
 * Returns the title of a chapter that a running head names and that is not on the page; a title that is part
 * of another title proves nothing.
 */
function otherChapter(
  head: string,
  own: ReadonlySet<string>,
  { handbook }: ExpectedBook,
): string | undefined {
  const text = PAINTED.text(head);
  const right = handbook.chapters.filter(({ id }) => own.has(id)).map(({ title }) => PAINTED.text(title));
  const rest = right.reduce(
    (all, title) => all.replace(title, ''),
    text.replace(PAINTED.text(handbook.title), ''),
  );
  return handbook.chapters
    .filter(({ id }) => !own.has(id))
    .map(({ title }) => PAINTED.text(title))
    .find((title) => title.length > 3 && rest.includes(title));
}

function isTitled(element: StructElement, titles: ReadonlySet<string>): boolean {
  const heading = element.children.find((child) => child.kind === 'element' && child.type === 'H1');
  return heading?.kind === 'element' && titles.has(PAINTED.text(shown(heading)));
}

interface Words {
  readonly first: Stretch;
  readonly text: string;
}

/** The words below an element, a block each: a paragraph, a cell, a line of an index without the lines under it. */
function* blocksIn(element: StructElement, apart: (element: StructElement) => boolean): Generator<Words> {
  if (apart(element) || element.type === 'Figure' || element.type === 'TOC') return;
  const own = element.children.filter((child) => child.kind === 'stretch' || isInLine(child));
  const [first] = stretchesIn({ ...element, children: own });
  if (first) yield { first, text: shown({ ...element, children: own }) };
  for (const child of element.children)
    if (child.kind === 'element' && !isInLine(child)) yield* blocksIn(child, apart);
}

function isInLine(child: StructChild): boolean {
  return child.kind === 'element' && IN_LINE.has(child.type);
}
