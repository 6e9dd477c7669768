import { isNumber, linkSpelling } from '@octavo/core';
import type { Book, BookEntry } from '../assign/book.ts';
import { textOf } from '../model/text-of.ts';
import { bodyStart, entryPath, type WrittenFile } from './write-book.ts';

const CHARACTERS = `\\p{L}\\p{M}\\p{N} .,;?!'"’‘“”„«»–—…%€£()、。，；？！「」؟،\\-`;
const ADDRESS = 'https?://(?:[a-z0-9-]{1,40}\\.){1,4}[a-z]{2,10}(?:/[A-Za-z0-9/._-]*)?';
const OF_ENTRY = '#[0-9]{1,9}';
/** A line of words, bold text and emphasis, code, and links to whole addresses and entries. It begins with a word that is no label of a clause. */
const LINE: RegExp = new RegExp(
  `^(?:- )?(?:\\*\\*)?\\p{L}{2,}(?=[ ,;?!*’-]|\\.?$)(?:[${CHARACTERS}*]|:(?= )|\`[^\`]+\`|\\[[${CHARACTERS}]+\\]\\((?:${ADDRESS}|${OF_ENTRY})\\))*:?$`,
  'u',
);
const QUESTION: RegExp = new RegExp(`^[¿\\p{L}][${CHARACTERS}]*$`, 'u');
const ALIAS = /^[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)*$/;
/** Longer answers are loaded in any case: the bounds of core are for them. */
const MAX_LENGTH = 5000;

/**
 * The files of a book that the product's rules have to be asked about. An entry of plain words in plain lines
 * cannot break any of them, so it need not be loaded; that is most of a book, and most of the time that an import
 * would take. One that a loaded entry links to is there without its answer.
 */
export function doubtfulFiles(book: Book, files: readonly WrittenFile[]): readonly WrittenFile[] {
  // Each of these says something of all entries together.
  if (book.matter || book.numbers || book.volume) return files;
  /** How often each name is given. */
  const names = new Map<string, number>();
  for (const { id } of [...book.front, ...book.back, ...book.topics, ...book.parts]) count(names, id);
  for (const entry of book.entries) for (const name of namesOf(entry)) count(names, name);
  const texts = new Map(
    files.flatMap(({ path, content }) => (typeof content === 'string' ? [[path, content] as const] : [])),
  );
  // A link may lead to these.
  const active = new Set(
    book.entries.flatMap(({ number, draft, matter }) => (draft || matter ? [] : [number])),
  );
  const plain = new Map<string, BookEntry>();
  const chapters = new Set<string>();
  for (const entry of book.entries) {
    const path = entryPath(entry);
    const isFirst = !chapters.has(entry.chapter);
    chapters.add(entry.chapter);
    if (!isFirst && isPlain(entry, texts.get(path) ?? '', names, active)) plain.set(path, entry);
  }
  // What is loaded has to find the targets of its links. Of a plain one, being there is enough.
  const spelled = new Map([...plain].map(([path, { number }]) => [linkSpelling(number), path]));
  const targets = new Set<string>();
  for (const { path } of files)
    if (!plain.has(path))
      for (const [, to = ''] of texts.get(path)?.matchAll(/\]\(<?#([^)/>\s]+)/g) ?? [])
        targets.add(spelled.get(to) ?? '');
  return files.flatMap((file) => {
    if (!plain.has(file.path)) return [file];
    const text = texts.get(file.path) ?? '';
    return targets.has(file.path)
      ? [{ path: file.path, content: `${text.slice(0, bodyStart(text))}\n.\n` }]
      : [];
  });
}

function namesOf({ number, id, aliases }: BookEntry): readonly string[] {
  return [number, id, ...aliases].map((name) => name.toLowerCase());
}

function count(names: Map<string, number>, name: string): void {
  names.set(name, (names.get(name) ?? 0) + 1);
}

function isPlain(
  entry: BookEntry,
  text: string,
  names: ReadonlyMap<string, number>,
  active: ReadonlySet<string>,
): boolean {
  const { number, question, aliases, footnotes } = entry;
  const body = text.slice(bodyStart(text)).trim();
  return (
    footnotes.size === 0 &&
    body !== '' &&
    body.length <= MAX_LENGTH &&
    isNumber(number) &&
    namesOf(entry).every((name) => names.get(name) === 1) &&
    aliases.every((alias) => ALIAS.test(alias) && alias.length <= 100) &&
    question.every(({ type }) => type === 'text') &&
    QUESTION.test(textOf(question)) &&
    !/www\.|:\/\//i.test(textOf(question)) &&
    !/www\./i.test(body) &&
    body.split('\n').every((line) => line === '' || LINE.test(line)) &&
    [...body.matchAll(/\]\(#(\d+)\)/g)].every(([, to = '']) => active.has(to) && to !== number)
  );
}
