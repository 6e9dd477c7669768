import { numberAtStart } from '@octavo/core';
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import type { BookPage } from '../assign/book.ts';
import { imageShelf } from '../assign/images.ts';
import { isAnchor } from '../model/nodes.ts';
import { lineOf } from '../model/place.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { readWord } from '../readers/docx.ts';
import {
  type OwnDocument,
  type OwnEntry,
  type OwnMatter,
  ownBook,
  ownDocument,
  withFactsOf,
} from './own-book.ts';
import { answerAsWritten, type WordPlaces, withMeaning } from './word-meaning.ts';
import { remarksOf, wordParts } from './word-parts.ts';

/**
 * The book that a Word document of `octavo export` was written from, with what its editors changed. The
 * properties of the document name the handbook and, by the bookmarks of their headings, chapters and entries; a
 * heading without a bookmark is an entry that an editor has added. Undefined for any other document.
 */
export async function bookOfWord(path: string, bytes: Uint8Array): Promise<OwnDocument | undefined> {
  const parts = wordParts(bytes);
  const properties = new Map([...parts.properties].map(([name, value]) => [name, dataOf(value)]));
  const about = properties.get('octavo') as OwnMatter | undefined;
  if (about?.iri === undefined) return undefined;
  const { blocks, footnotes } = await readWord(bytes, withMeaning);
  const digests = new Map<string, string>();
  const chapters: { id: string; title: string; summary?: string | undefined }[] = [];
  const entries: OwnEntry[] = [];
  const pages: { readonly folder: string; readonly page: BookPage }[] = [];
  const intros: BookPage[] = [];
  const written = numbersOf(properties);
  const numbers = new Map<string, string>();
  let { title } = about;
  let open: RootContent[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading' || block.depth > 2) {
      open.push(block);
      continue;
    }
    open = [];
    const { mark, words } = headingOf(block);
    const { digest, ...known } = properties.get(mark) ?? {};
    const place = { path, line: lineOf(block) };
    const called = oneLine(textOf(words));
    if (block.depth === 1 && known.page !== undefined) {
      const [folder = '', id = ''] = known.page.split('/');
      pages.push({ folder, page: { id, title: called, body: open, footnotes, place, matter: known.facts } });
      if (digest !== undefined) digests.set(known.page, digest);
    } else if (block.depth === 1 && chapters.length === 0 && pages.length === 0 && known.id === undefined)
      title = called;
    else if (block.depth === 1) {
      chapters.push({ id: '', ...known, title: called });
      intros.push({ id: known.id ?? '', title: called, body: open, footnotes, place });
      if (digest !== undefined) digests.set(`chapter/${known.id}`, digest);
    } else {
      const { id = '', facts = {} } = known;
      const asked = takeNumber(words, written.get(mark) ?? '');
      if (digest !== undefined) digests.set(asked.number, digest);
      if (mark !== '') numbers.set(mark, asked.number);
      const chapter = chapters.at(-1)?.id ?? '';
      entries.push(withFactsOf({ ...asked, id, answer: open, footnotes, chapter, place }, facts));
    }
  }
  const asked = new Map(entries.map(({ number, question }) => [number, textOf(question)]));
  const places: WordPlaces = {
    numbers: new Map([...written, ...numbers]),
    // Of an entry that an editor took out, the document does not say the question.
    isName: (number, text) =>
      asked.has(number) ? text === `${number}. ${asked.get(number)}` : text.startsWith(`${number}. `),
    shelf: imageShelf(() => undefined),
  };
  const settled = entries.map((entry) => ({ ...entry, ...answerAsWritten(entry.answer, places, footnotes) }));
  const settledPage = (page: BookPage): BookPage => {
    const { answer: body, ...notes } = answerAsWritten(page.body, places, footnotes);
    return { ...page, ...notes, body };
  };
  const inFolder = (wanted: 'front' | 'back') =>
    pages.filter(({ folder }) => folder === wanted).map(({ page }) => settledPage(page));
  const outside = {
    front: inFolder('front'),
    intros: intros.filter(({ body }) => body.length > 0).map(settledPage),
    back: inFolder('back'),
  };
  const book = ownBook({ ...about, title }, { chapters, assets: places.shelf.assets, ...outside }, settled);
  return ownDocument(book, settled, digests, remarksOf(parts, numbers));
}

/** What a property of the document says of a chapter, a page or an entry. */
interface Said {
  readonly id?: string;
  readonly number?: string;
  readonly digest?: string;
  readonly summary?: string;
  /** Of a page, its file: `front/preface`. */
  readonly page?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The data of a property; none where it is not ours. Word has no place for the ids of parts: a link to one leads to its entry. */
function dataOf(value: string): Said | undefined {
  try {
    const data: unknown = JSON.parse(value.replace(/\]\((#[^)/\s"]+)\/[^)\s"]*\)/g, ']($1)'));
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The numbers of entries by their bookmarks, as the document was written. */
function numbersOf(properties: ReadonlyMap<string, Said | undefined>): ReadonlyMap<string, string> {
  return new Map(
    [...properties].flatMap(([name, said]) => (said?.number === undefined ? [] : [[name, said.number]])),
  );
}

/** The bookmark of a heading, and its words. */
function headingOf({ children }: Heading): { readonly mark: string; readonly words: PhrasingContent[] } {
  const marks = children.filter(isAnchor).map(({ attributes }) => attributes?.id ?? '');
  return {
    mark: marks.find((name) => /^(?:entry|chapter|page)_\d+$/.test(name)) ?? '',
    words: children.filter((child) => !isAnchor(child)),
  };
}

/** The question without the number before it, which is the known one or the one that it begins with. */
function takeNumber(
  words: readonly PhrasingContent[],
  known: string,
): { readonly number: string; readonly question: PhrasingContent[] } {
  const [first, ...rest] = words;
  if (first?.type !== 'text') return { number: known, question: [...words] };
  const value = first.value.trimStart();
  // Of a question that an editor has added, `3 ways to pay` is no number, and `701. How …` is one.
  const found = /^\S+\.\s/.test(value) ? numberAtStart(value) : undefined;
  const read = found?.rest.startsWith('.') ? found : undefined;
  const left = known !== '' && value.startsWith(known) ? value.slice(known.length) : (read?.rest ?? value);
  const text = left.replace(/^\.?\s+/, '');
  return {
    number: known || (read?.number ?? ''),
    question: [...(text === '' ? [] : [{ ...first, value: text }]), ...rest],
  };
}
