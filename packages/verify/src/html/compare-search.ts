import { bareLetters } from '../content/normalise.ts';
import { soundLetters } from '../content/sound-letters.ts';
import { ownPlace } from '../expected/book-place.ts';
import { spokenValues } from '../expected/own-fields.ts';
import { plainAnswer } from '../expected/plain-text.ts';
import { readText } from '../tree/tree-files.ts';
import type { HtmlReading } from './html-reading.ts';

/** What the search knows of something. */
interface SearchRecord {
  readonly title: string;
  readonly text: string;
  readonly mark?: string;
  /** The values of the fields that entries are filtered by. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Of an entry alone, its own first. */
  readonly numbers?: readonly string[];
}

/**
 * The search index knows every entry by its number, with its question and answer, and every page and introduction
 * with its text; every part of it is loaded.
 */
export async function compareSearch({ findings, book, files }: HtmlReading): Promise<void> {
  const entries = new Map<string, SearchRecord>();
  const others: SearchRecord[] = [];
  // The volumes of a work have one list, which names files from the web root.
  const own = ownPlace(book.handbook, 'static/search/');
  const [listed, folder] = book.handbook.volume
    ? ['search-parts.js', '']
    : ['static/search-parts.js', 'static/search/'];
  const list = (await readText(files, listed)) ?? '';
  const names = [...list.matchAll(/"([^"]+\.js)"/g)]
    .map(([, name = '']) => folder + name)
    .filter((name) => name.startsWith(own));
  for (const file of names) {
    const part = partOf((await readText(files, file)) ?? '');
    const search = findings.about({ part: 'search', file });
    if (!search.holds('search', part !== undefined, 'an index', '', `${file} is no search index`)) continue;
    for (const found of part ?? [])
      if (found.numbers?.[0]) entries.set(found.numbers[0], found);
      else others.push(found);
  }
  const { withdrawn, deprecated, draft, unapproved } = book.handbook.labels;
  const marks = { withdrawn, deprecated, draft, active: '' };
  for (const { number, question, entry } of book.entries) {
    const found = entries.get(number);
    const own = findings.about({ entry: number, file: listed });
    if (!own.holds('search', found !== undefined, number, '', 'the search does not know the entry')) continue;
    own.text('search', question, found?.title ?? '', 'the question in the search');
    const [wanted, is] = [bareLetters(plainAnswer(entry)), bareLetters(found?.text ?? '')];
    own.same('search', wanted, is, 'the answer in the search');
    const mark = entry.unapproved ? unapproved : marks[entry.status];
    own.same('search', mark, found?.mark ?? '', 'the mark in the search');
    for (const field of book.handbook.types?.fields ?? []) {
      const values = field.filter ? spokenValues(entry, field, book.handbook).map(soundLetters) : [];
      const known = (found?.fields?.[field.name] ?? []).map(soundLetters);
      own.list('search', values, known, `the field "${field.name}" in the search`);
    }
  }
  for (const { name, page } of [...book.front, ...book.intros, ...book.back]) {
    const words = bareLetters(plainAnswer({ answer: page.body, footnotes: page.footnotes }));
    // The summary of a chapter stands before its introduction.
    const known = others.some(({ title, text }) => title === page.title && bareLetters(text).endsWith(words));
    const reason = 'the search does not know its text';
    findings.about({ part: name, file: listed }).holds('search', known, page.title, '', reason);
  }
  for (const number of entries.keys()) {
    const stray = book.byNumber.has(number) ? undefined : number;
    const reason = `the search knows ${number}, which the handbook does not`;
    findings.about({ entry: number, file: listed }).none('search', stray, reason);
  }
}

/** The index in a script that hands it to one function. */
function partOf(script: string): readonly SearchRecord[] | undefined {
  try {
    const data = JSON.parse(
      `[${script.slice(script.indexOf('(') + 1, script.lastIndexOf(')'))}]`,
    ) as unknown[];
    return data.find((one): one is readonly SearchRecord[] => Array.isArray(one));
  } catch {
    return undefined;
  }
}
