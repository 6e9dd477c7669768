import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { plainAnswer } from '../expected/plain-text.ts';
import { readText, type TreeFiles } from '../tree/tree-files.ts';

/** What the search knows of something. */
interface Found {
  readonly title: string;
  readonly text: string;
  readonly mark?: string;
  /** Of an entry alone, its own first. */
  readonly numbers?: readonly string[];
}

/** The search index knows every entry by its number, with its question and answer, and every part of it is loaded. */
export async function compareSearch(findings: Findings, book: ExpectedBook, files: TreeFiles): Promise<void> {
  const entries = new Map<string, Found>();
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
    const about = { part: 'search', file };
    if (!findings.holds('search', about, part !== undefined, 'an index', '', `${file} is no search index`))
      continue;
    for (const found of part ?? []) if (found.numbers?.[0]) entries.set(found.numbers[0], found);
  }
  for (const { number, question, entry } of book.entries) {
    const found = entries.get(number);
    const about = { entry: number, file: listed };
    if (
      findings.holds('search', about, found !== undefined, number, '', 'the search does not know the entry')
    ) {
      findings.same(
        'search',
        about,
        MARKUP.text(question),
        MARKUP.text(found?.title ?? ''),
        'the question in the search',
      );
      findings.same(
        'search',
        about,
        bare(plainAnswer(entry)),
        bare(found?.text ?? ''),
        'the answer in the search',
      );
      const { labels } = book.handbook;
      const marks = {
        withdrawn: labels.withdrawn,
        deprecated: labels.deprecated,
        draft: labels.draft,
        active: '',
      };
      const mark = entry.unapproved ? labels.unapproved : marks[entry.status];
      findings.same('search', about, mark, found?.mark ?? '', 'the mark in the search');
    }
  }
  for (const number of entries.keys()) {
    const about = { entry: number, file: listed };
    const reason = `the search knows ${number}, which the handbook does not`;
    findings.holds('search', about, book.byNumber.has(number), '', number, reason);
  }
}

/** Letters and digits alone. */
function bare(text: string): string {
  return MARKUP.text(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The index in a script that hands it to one function. */
function partOf(script: string): readonly Found[] | undefined {
  try {
    const data = JSON.parse(
      `[${script.slice(script.indexOf('(') + 1, script.lastIndexOf(')'))}]`,
    ) as unknown[];
    return data.find((one): one is readonly Found[] => Array.isArray(one));
  } catch {
    return undefined;
  }
}
