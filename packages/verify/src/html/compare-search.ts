import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { readText, type TreeFiles } from '../tree/tree-files.ts';

interface Part {
  readonly documentIds: Readonly<Record<string, string>>;
  readonly storedFields?: Readonly<Record<string, { readonly question?: string }>>;
}

/** The search index knows every entry by its number, with its question, and every part of it is loaded. */
export async function compareSearch(findings: Findings, book: ExpectedBook, files: TreeFiles): Promise<void> {
  const questions = new Map<string, string>();
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
    for (const [key, number] of Object.entries(part?.documentIds ?? {}))
      questions.set(number, part?.storedFields?.[key]?.question ?? '');
  }
  for (const { number, question } of book.entries) {
    const found = questions.get(number);
    const about = { entry: number, file: listed };
    if (
      findings.holds('search', about, found !== undefined, number, '', 'the search does not know the entry')
    )
      findings.same(
        'search',
        about,
        MARKUP.text(question),
        MARKUP.text(found ?? ''),
        'the question in the search',
      );
  }
  for (const number of questions.keys()) {
    const about = { entry: number, file: listed };
    const reason = `the search knows ${number}, which the handbook does not`;
    findings.holds('search', about, book.byNumber.has(number), '', number, reason);
  }
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
