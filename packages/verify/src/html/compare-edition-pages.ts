import type { Case } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { type ExpectedEdition, expectedEditions } from '../expected/expected-editions.ts';
import { expectedItems } from '../expected/expected-items.ts';
import { expectedSince, type ListedChange } from '../expected/expected-since.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
import { readText } from '../tree/tree-files.ts';
import type { HtmlReading } from './html-reading.ts';

/** Each edition has its pages, and they say what the handbook has of it. */
export async function compareEditionPages({ findings, book, site, files }: HtmlReading): Promise<void> {
  const { handbook } = book;
  const editions = expectedEditions(handbook, book.stateHash);
  if (editions.length === 0) return;
  const list = [...site.lists].find(([path]) => /(?:^|\/)releases_*\/index\.html$/.test(path));
  const [file = 'releases/index.html', main] = list ?? [];
  const all = findings.about({ part: 'editions', file });
  all.list(
    'documents',
    editions.flatMap(({ line, retracted }) => [line, ...(retracted === undefined ? [] : [retracted])]),
    main ? allElements(main, 'li p').map(lineOf(handbook.labels.laterChanges)) : [],
    'the editions',
  );
  const changes = await changesIn(await readText(files, ownPlace(handbook, 'changes.json')));
  for (const edition of editions) {
    for (const folder of ['release', 'since'] as const) {
      const path = ownPlace(handbook, `${folder}/${edition.segment}/index.html`);
      const page = findings.about({ part: path, file: path });
      const root = site.lists.get(path);
      if (!page.holds('file', root !== undefined, path, '', `there is no ${path}`) || !root) continue;
      if (folder === 'release') compareRelease(page, edition, root);
      else compareSince(page, book, edition, root, changes);
    }
  }
}

function compareRelease(
  page: Case,
  { version, line, stateHash, retracted, changes }: ExpectedEdition,
  root: Element,
) {
  page.text('documents', line, textOf(root, '.lede'), 'the edition');
  page.text('documents', retracted ?? '', textOf(root, '.notice'), 'what is said of its withdrawal');
  page.same(
    'documents',
    stateHash === undefined ? '' : `SHA-256 ${stateHash}`,
    textOf(root, 'dd'),
    'the state',
  );
  const told = allElements(root, 'section li').map(rawText);
  page.list('documents', changes, changes.length > 0 ? told : [], `what ${version} changed`);
}

function compareSince(
  page: Case,
  { handbook }: ExpectedBook,
  { version, day }: ExpectedEdition,
  root: Element,
  changes: readonly ListedChange[],
): void {
  const { labels } = handbook;
  const lede = labels.changesSince.replace('{version}', version).replace('{date}', day);
  page.text('documents', lede, textOf(root, '.lede'), 'the edition');
  const places = handbook.chapters.flatMap((chapter) => chapter.entries.map(({ number }) => number));
  const sections = allElements(root, 'section');
  const items = sections.filter((one) => findElement(one, 'ul'));
  const found = sections
    .filter((one) => !items.includes(one))
    .flatMap((section) => [
      textOf(section, 'h2'),
      ...allElements(section, '.number').map(rawText),
      ...allElements(section, 'p').flatMap((one) => numbersIn(rawText(one), places)),
    ]);
  page.list('documents', expectedSince(handbook, version, changes), found, `what changed since ${version}`);
  const lines = items.flatMap((one) =>
    allElements(one, 'li').map((item) => rawText(item).replace(/^.*?: /, '')),
  );
  page.list(
    'documents',
    expectedItems(handbook, version, changes),
    lines,
    `what else changed since ${version}`,
  );
}

function textOf(root: Element, selector: string): string {
  const element = findElement(root, selector);
  return element ? rawText(element).trim() : '';
}

/** The numbers of a list such as "601–618, 620": a run goes from its first number to its last in reading order. */
function numbersIn(text: string, places: readonly string[]): readonly string[] {
  return text.split(', ').flatMap((one) => {
    const [first = '', last = first] = places.includes(one) ? [one] : one.split('–');
    const from = places.indexOf(first);
    return from < 0 ? [one] : places.slice(from, places.indexOf(last) + 1);
  });
}

function lineOf(later: string): (line: Element) => string {
  return (line) => rawText(line).replace(` · ${later}`, '').trim();
}

async function changesIn(text: string | undefined): Promise<readonly ListedChange[]> {
  const { changes = [] } = JSON.parse(text ?? '{}') as { changes?: readonly ListedChange[] };
  return changes;
}
