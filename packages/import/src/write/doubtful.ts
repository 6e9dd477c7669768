import { isNumber, linkSpelling } from '@octavo/core';
import type { Book, BookEntry } from '../assign/book.ts';
import { textOf } from '../model/text-of.ts';
import { bodyStart, entryPath, type WrittenFile } from './write-book.ts';

const CHARACTERS = `\\p{L}\\p{M}\\p{N} .,;?!'"’‘“”„«»–—…%€£()、。，；？！「」؟،\\-`;
const ADDRESS = 'https?://(?:[a-z0-9-]{1,40}\\.){1,4}[a-z]{2,10}(?:/(?:[A-Za-z0-9/._~?=&%+#-]|\\\\[&_])*)?';
const OF_ENTRY = '#[0-9]{1,9}';
/** Words, bold text and emphasis, escaped marks, code, keys, and links to whole addresses and entries. */
const PIECE = `[${CHARACTERS}*]|[:&](?= )|~~|\\\\[*_#+.~|>$&-]|\`[^\`|]+\`|</?kbd>|\\[\\^[a-z0-9-]+\\]|<${ADDRESS}>|\\[[${CHARACTERS}]+\\]\\((?:${ADDRESS}|${OF_ENTRY})\\)`;
/** What a line begins with: a quotation, an item up to the second level, a heading, a note. */
const LEAD = '(?:> |(?: {2,3})?(?:- |[0-9]{1,3}\\. )|#{3,4} |\\[\\^[a-z0-9-]+\\]: )?';
/** A line of them, a row of a table, or what stands under its head. Text begins with a word that is no label of a clause. */
const LINE: RegExp = new RegExp(
  `^(?:${LEAD}(?:\\*\\*)?(?:\\p{L}{2,}(?=[ ,;?!*’-]|\\.?$)|[AI](?= [a-z]))(?:${PIECE})*:?|\\| (?:${PIECE}|\\|)+ \\||\\|(?: :?-+:? \\|)+)$`,
  'u',
);
/** Code says anything; formulas are none. */
const FENCED = /^```(?!math)[a-z]*\n(?:(?!```).*\n)*```$/gm;
const QUESTION: RegExp = new RegExp(`^[¿\\p{L}][${CHARACTERS}]*$`, 'u');
const ALIAS = /^(?:[0-9]{1,6}-(?=[a-z]{2}))?[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)*$/;
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
  const { number, question, aliases } = entry;
  const body = text.slice(bodyStart(text)).trim();
  return (
    body !== '' &&
    body.length <= MAX_LENGTH &&
    isNumber(number) &&
    namesOf(entry).every((name) => names.get(name) === 1) &&
    aliases.every((alias) => ALIAS.test(alias) && alias.length <= 100) &&
    question.every(({ type }) => type === 'text' || type === 'emphasis' || type === 'strong') &&
    QUESTION.test(textOf(question)) &&
    !/www\.|:\/\//i.test(textOf(question)) &&
    !/www\./i.test(body) &&
    body
      .replace(FENCED, '')
      .split('\n')
      .every((line) => line === '' || LINE.test(line)) &&
    hasItsNotes(body) &&
    [...body.matchAll(/\]\(#(\d+)\)/g)].every(([, to = '']) => active.has(to) && to !== number)
  );
}

/** Each note that a text cites is in it once. */
function hasItsNotes(body: string): boolean {
  const notes = [...body.matchAll(/^\[\^([^\]]+)\]: /gm)].map(([, name]) => name);
  const known = new Set(notes);
  return (
    known.size === notes.length &&
    [...body.matchAll(/(?<!^)\[\^([^\]]+)\]|^\[\^([^\]]+)\](?!: )/gm)].every(([, one, other]) =>
      known.has(one ?? other),
    )
  );
}
