import { loadHandbook, schemaTools } from '@octavo/core';
import type { RootContent } from 'mdast';
import { VFile } from 'vfile';
import type { Book, BookEntry, BookPage } from '../assign/book.ts';
import { toMarkdown } from '../markdown/to-markdown.ts';
import { type Finding, finding } from '../model/finding.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { doubtfulFiles } from './doubtful.ts';
import {
  bodyStart,
  bookPages,
  entryPath,
  type WriteOptions,
  type WrittenFile,
  writeBook,
} from './write-book.ts';

/** How often a book is mended: what cannot be mended in that is said. */
const ROUNDS = 3;

interface Fault {
  readonly path: string;
  /** The line in the written file, from 1. */
  readonly line: number;
  readonly reason: string;
}

interface SoundBook {
  readonly book: Book;
  readonly files: readonly WrittenFile[];
  readonly findings: readonly Finding[];
}

/**
 * The files of a book in which the product's own rules find no error. A block that they refuse is kept as
 * code, a question loses its marks, an alias goes; what cannot be mended is an error. Everything is said at
 * its place in the source.
 */
export async function writeSoundBook(given: Book, options: WriteOptions): Promise<SoundBook> {
  const findings: Finding[] = [];
  let book = given;
  for (let round = 1; ; round++) {
    const files = writeBook(book, options);
    const faults = await faultsOf(doubtfulFiles(book, files));
    if (faults.length === 0) return { book, files, findings };
    const mended = round > ROUNDS ? book : mend(book, files, faults, findings);
    if (mended === book) {
      for (const fault of faults) findings.push(unmended(book, fault));
      return { book, files, findings };
    }
    book = mended;
  }
}

async function faultsOf(files: readonly WrittenFile[]): Promise<readonly Fault[]> {
  const read = files.map(
    ({ path, content }) =>
      new VFile({ path, value: typeof content === 'string' ? new TextEncoder().encode(content) : content }),
  );
  return loadHandbook(read, { tools: await schemaTools(read) }).files.flatMap(({ path, messages }) =>
    messages
      .filter(({ fatal }) => fatal === true)
      .map(({ line, reason }) => ({ path: String(path), line: line ?? 1, reason })),
  );
}

/** Returns the book with everything harmless that its faults name; the same book when nothing could be mended. */
function mend(
  book: Book,
  files: readonly WrittenFile[],
  faults: readonly Fault[],
  findings: Finding[],
): Book {
  const texts = new Map(files.map(({ path, content }) => [path, String(content)]));
  let changed = false;
  const own = (path: string) => faults.filter((fault) => fault.path === path);
  const say = (place: Finding['place'], what: string, { reason }: Fault) => {
    changed = true;
    findings.push(finding('mended', 'warning', place, `${what}: ${reason}`));
  };
  const bodyOf = (
    path: string,
    page: Pick<BookPage, 'place' | 'footnotes'>,
    blocks: readonly RootContent[],
  ) => {
    const head = headLines(texts.get(path) ?? '');
    const refused = new Map(
      own(path)
        .filter(({ line }) => line > head)
        .map((fault) => [blockAt(blocks, fault.line - head), fault]),
    );
    return blocks.map((block, at): RootContent => {
      const fault = refused.get(at);
      if (!fault || block.type === 'code') return block;
      const line = block.position?.start.line ?? page.place.line;
      say({ ...page.place, line }, 'what no handbook can hold is kept as code', fault);
      return { type: 'code', value: toMarkdown([block], []).trimEnd() };
    });
  };
  const entry = (one: BookEntry): BookEntry => {
    const path = entryPath(one);
    if (own(path).length === 0) return one;
    let { question, aliases } = one;
    const head = headLines(texts.get(path) ?? '');
    const lines = (texts.get(path) ?? '').split('\n');
    for (const fault of own(path).filter(({ line }) => line <= head)) {
      const written = lines[fault.line - 1] ?? '';
      const alias = /^\s+- "?(.*?)"?$/.exec(written)?.[1];
      const kept = aliases.filter((name) => name !== alias);
      const value = oneLine(textOf(question));
      if (kept.length < aliases.length) say(one.place, 'an old name was left out', fault);
      else if (written.startsWith('question:') && question[0]?.type !== 'inlineCode') {
        say(one.place, 'the question is kept without its marks', fault);
        question =
          question.length === 1 && question[0]?.type === 'text'
            ? [{ type: 'inlineCode', value }]
            : [{ type: 'text', value }];
      }
      aliases = kept;
    }
    return { ...one, question, aliases, answer: bodyOf(path, one, one.answer) };
  };
  const pages = new Map(
    bookPages(book).map(([path, one]) => [one, { ...one, body: bodyOf(path, one, one.body) }]),
  );
  const page = (one: BookPage): BookPage => pages.get(one) ?? one;
  const mended = {
    ...book,
    entries: book.entries.map(entry),
    front: book.front.map(page),
    intros: book.intros?.map(page),
    back: book.back.map(page),
  };
  return changed ? mended : book;
}

function headLines(text: string): number {
  const start = bodyStart(text);
  return start === 0 ? 0 : text.slice(0, start).split('\n').length;
}

/** Which block of a body a line of its Markdown is in. */
function blockAt(blocks: readonly RootContent[], line: number): number {
  return blocks.findIndex(
    (_, at) =>
      toMarkdown(blocks.slice(0, at + 1), [])
        .trimEnd()
        .split('\n').length >= line,
  );
}

function unmended(book: Book, { path, reason }: Fault): Finding {
  const place = book.entries.find((one) => entryPath(one) === path)?.place ??
    bookPages(book).find(([own]) => own === path)?.[1].place ?? { path, line: 1 };
  const note = `Mend it in the source, or in ${path} once it is written.`;
  return finding('not-sound', 'error', place, reason, note);
}
