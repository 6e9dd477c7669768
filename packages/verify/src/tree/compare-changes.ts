import type { Findings } from '../compare/findings.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import { allElements, rawText } from '../markup/element.ts';
import { parseXml } from '../markup/parse-xml.ts';
import type { DocumentFacts } from './documents.ts';
import { safely } from './safely.ts';
import { readText, type TreeFiles } from './tree-files.ts';

interface Changes {
  readonly handbook?: string;
  readonly edition?: { readonly version: string; readonly date: string };
  readonly changes?: readonly {
    readonly number: string;
    readonly kind: string;
    readonly question: string;
    readonly note?: string;
  }[];
}

/** What changed is said of entries that are there, in their words; the list for readers says the same. */
export async function compareChanges(
  findings: Findings,
  files: TreeFiles,
  { book }: DocumentFacts,
): Promise<void> {
  const file = 'changes.json';
  const text = await readText(files, file);
  if (text === undefined) return;
  await safely(findings, file, async () => {
    const { handbook, edition, changes = [] } = JSON.parse(text) as Changes;
    const about = { part: 'changes', file };
    const facts = [book.handbook.id, book.handbook.edition.version, book.handbook.edition.date];
    const is = [handbook ?? '', edition?.version ?? '', edition?.date ?? ''];
    findings.sameList('documents', about, facts, is, 'the edition of the changes');
    for (const { number, question } of changes) {
      const entry = book.byNumber.get(number);
      if (entry) findings.same('documents', about, entry.question, question, `the question of ${number}`);
    }
    // Lists of changes quote earlier editions, whose words nobody knows here.
    const first = changes.length === 0;
    const vocabulary = vocabularyOf(book.handbook, strings(changes));
    for (const feed of first ? ['feed.json', 'feed.xml'] : []) {
      const said = await wordsOfFeed(files, feed);
      const words = said.map((one) => vocabulary.unexplained(one)).find((one) => one !== undefined);
      const reason = `${feed} says “${words}”, which neither the handbook nor changes.json does`;
      const where = { part: feed, file: feed };
      findings.holds('documents', where, words === undefined, '', words ?? '', reason);
    }
    const list = await readText(files, 'changes.md');
    if (list === undefined) return;
    const words = first ? vocabulary.unexplained(plain(list)) : undefined;
    const reason = `changes.md says “${words}”, which changes.json does not`;
    findings.holds(
      'documents',
      { part: 'changes', file: 'changes.md' },
      words === undefined,
      '',
      words ?? '',
      reason,
    );
    for (const { number, question } of changes) {
      const there =
        letters(list).includes(letters(`${number} ${question}`)) || letters(list).includes(letters(question));
      findings.holds(
        'documents',
        { part: 'changes', file: 'changes.md' },
        there,
        number,
        '',
        `changes.md lacks ${number}`,
      );
    }
  });
}

/** What a feed says in words: titles and texts, without their markup. */
async function wordsOfFeed(files: TreeFiles, path: string): Promise<readonly string[]> {
  const text = await readText(files, path);
  if (text === undefined) return [];
  const words = path.endsWith('.json')
    ? [...text.matchAll(/"(?:title|content_text|content_html|summary)": ("(?:[^"\\]|\\.)*")/g)].map(
        ([, value = '""']) => JSON.parse(value) as string,
      )
    : allElements(parseXml(text))
        .filter(({ name }) => ['title', 'summary', 'content', 'name'].includes(name))
        .map(rawText);
  return words.map((one) => one.replace(/<[^>]*>/g, ' '));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function plain(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/\\(.)/g, '$1')
    .replace(/<[^>]*>/g, ' ');
}

function letters(text: string): string {
  return plain(text)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
