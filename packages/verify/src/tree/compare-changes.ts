import { soundLetters } from '../content/sound-letters.ts';
import { spellings, vocabularyOf } from '../expected/vocabulary.ts';
import { allElements, rawText } from '../markup/element.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { flat } from './document-text.ts';
import type { DocumentFacts } from './documents.ts';
import { readText, type TreeFiles } from './tree-files.ts';

interface Changes {
  readonly handbook?: string;
  readonly edition?: { readonly version: string; readonly date: string };
  readonly since?: { readonly version: string; readonly date: string };
  readonly errata?: unknown;
  readonly changes?: readonly {
    /** Of an entry; an item has a title. */
    readonly number?: string;
    readonly kind: string;
    readonly question?: string;
    readonly title?: string;
    readonly note?: string;
  }[];
}

/** What changed is said of entries that are there, in their words; the list for readers says the same. */
export async function compareChanges({ findings, files, book }: DocumentFacts): Promise<void> {
  const file = 'changes.json';
  const text = await readText(files, file);
  if (text === undefined) return;
  const own = findings.about({ part: 'changes', file });
  await own.read(async () => {
    const { handbook, edition, since, changes = [], errata } = JSON.parse(text) as Changes;
    own.list('documents', flat(book.handbook.errata ?? []), flat(errata ?? []), 'the corrigenda');
    const { id, edition: is, language } = book.handbook;
    const said = [handbook ?? '', edition?.version ?? '', edition?.date ?? ''];
    own.list('documents', [id, is.version, is.date], said, 'the edition of the changes');
    for (const { number = '', question = '' } of changes) {
      const entry = book.byNumber.get(number);
      if (entry) own.same('documents', entry.question, question, `the question of ${number}`);
    }
    // Lists of changes quote earlier editions, whose words are unknown here.
    const first = changes.length === 0;
    const before = since ? [since.version, ...spellings(since.date, language)] : [];
    const vocabulary = vocabularyOf(book.handbook, [...strings(changes), ...before]);
    for (const feed of first ? ['feed.json', 'feed.xml'] : []) {
      const words = await wordsOfFeed(files, feed);
      findings.about({ part: feed, file: feed }).words('documents', vocabulary, words, `${feed} says`);
    }
    const list = await readText(files, 'changes.md');
    if (list === undefined) return;
    const lines = own.about({ file: 'changes.md' });
    lines.words('documents', vocabulary, first ? [plain(list)] : [], 'changes.md says');
    const letters = soundLetters(plain(list));
    for (const { number, question, title = '' } of changes) {
      const name = number ?? title;
      const there = letters.includes(soundLetters(question ?? title));
      lines.holds('documents', there, name, '', `changes.md lacks ${name}`);
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
    : allElements(parseXml(text), 'title, summary, content, name').map(rawText);
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
