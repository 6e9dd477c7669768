import { bareLetters } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import { plainAnswer } from '../expected/plain-text.ts';
import { readText } from '../tree/tree-files.ts';
import type { HtmlReading } from './html-reading.ts';

/** What a hit shows. */
interface Stored {
  readonly question?: string;
  readonly brief?: string;
  readonly mark?: string;
}

interface Part {
  /** Words, each with the documents it is in by field. */
  readonly index?: readonly (readonly [
    word: string,
    fields: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ])[];

  readonly documentIds: Readonly<Record<string, string>>;
  readonly storedFields?: Readonly<Record<string, Stored>>;
}

/** The search index knows every entry by its number, with its question, and every part of it is loaded. */
export async function compareSearch({ findings, book, files }: HtmlReading): Promise<void> {
  const questions = new Map<string, Stored>();
  const words = new Map<string, Set<string>>();
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
    for (const [key, number] of Object.entries(part?.documentIds ?? {})) {
      questions.set(number, part?.storedFields?.[key] ?? {});
      words.set(number, new Set());
    }
    for (const [word, fields] of part?.index ?? [])
      for (const documents of Object.values(fields))
        for (const key of Object.keys(documents)) words.get(part?.documentIds[key] ?? '')?.add(word);
  }
  const { withdrawn, deprecated, draft, unapproved } = book.handbook.labels;
  const marks = { withdrawn, deprecated, draft, active: '' };
  for (const { number, question, entry } of book.entries) {
    const found = questions.get(number);
    const own = findings.about({ entry: number, file: listed });
    if (!own.holds('search', found !== undefined, number, '', 'the search does not know the entry')) continue;
    own.text('search', question, found?.question ?? '', 'the question in the search');
    // Without the mark of what was cut.
    const says = bareLetters(plainAnswer(entry)).startsWith(bareLetters(found?.brief ?? ''));
    const shows = `the search shows “${found?.brief}”, which the answer does not begin with`;
    own.none('search', says ? undefined : found?.brief, shows);
    const mark = entry.unapproved ? unapproved : marks[entry.status];
    own.same('search', mark, found?.mark ?? '', 'the mark in the search');
    const lost = plainWords(question).find((word) => !words.get(number)?.has(word));
    own.holds('search', lost === undefined, lost ?? '', '', `the search does not find it by “${lost}”`);
  }
  for (const number of questions.keys()) {
    const stray = book.byNumber.has(number) ? undefined : number;
    const reason = `the search knows ${number}, which the handbook does not`;
    findings.about({ entry: number, file: listed }).none('search', stray, reason);
  }
}

/** Words that every search keeps as they are: plain Latin letters. */
function plainWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/(?<![\p{L}\p{N}\p{M}'’.-])[a-z]{4,}(?![\p{L}\p{N}\p{M}'’.-])/gu) ??
    []) as readonly string[];
}

/** The index in a script that hands it to one function. */
function partOf(script: string): Part | undefined {
  try {
    const data = JSON.parse(
      `[${script.slice(script.indexOf('(') + 1, script.lastIndexOf(')'))}]`,
    ) as unknown[];
    return data.find((one): one is Part => typeof one === 'object' && one !== null && 'documentIds' in one);
  } catch {
    return undefined;
  }
}
