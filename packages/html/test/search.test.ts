import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { staticModule } from '../src/static-file.ts';
import { book } from './book.ts';
import { opened } from './opened.ts';

interface Hit {
  readonly words: readonly string[];
  readonly near?: boolean;
  readonly item: { readonly title: string; readonly text: string; readonly numbers?: readonly string[] };
}

interface Engine {
  readonly add: (item: unknown) => void;
  readonly search: (query: string) => readonly Hit[];
}

interface Module {
  readonly words: (text: string) => string[];
  readonly level: (text: string) => string;
  readonly snippet: (
    text: string,
    found: readonly string[],
    length: number,
  ) => { readonly text: string; readonly found?: boolean }[];
  readonly create: (language: unknown, cited?: readonly string[]) => Engine;
}

const engine = staticModule('engine.cjs') as Module;

describe('words', () => {
  it.each([
    ['Straße, Ærø & naïve Cafés', ['strasse', 'aero', 'naive', 'cafes']],
    ["What's a 3.1.6 or 634A?", ['what', 'a', '3.1.6', 'or', '634a']],
    ['料理本', ['料', '料理', '理', '理本', '本']],
    ['がぎ', ['が', 'がぎ', 'ぎ']],
    ['كِتَابٌ', ['كتاب']],
    ['٦١٨ ۶۱۸ ६१८', ['618', '618', '618']],
    ['שָׁלוֹם', ['שלום']],
    ['ﬁle ＡＢＣ', ['file', 'abc']],
    ['C++ and C#', ['c', 'c++', 'and', 'c', 'c#']],
    ['--dry-run .env', ['dry', 'run', 'dryrun', '--dry-run', 'env', '.env']],
    ['near-real-time', ['near', 'real', 'time', 'nearrealtime', 'near-real-time']],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(engine.words(text).map(engine.level)).toEqual(expected);
  });
});

/** A search over questions alone, numbered from 1, as a page's scripts make it. */
async function searchOf(
  language: string,
  questions: readonly string[],
  more = '',
): Promise<(query: string) => string[]> {
  const sources = questions.map((question, at) => [
    `one/${at + 1}-e${at + 1}.md`,
    `---\nnumber: ${at + 1}\nquestion: ${JSON.stringify(question)}\n${at === 0 ? more : ''}---\nIt is.`,
  ]);
  const handbook = book(Object.fromEntries(sources), 'chapters: [{ id: one, title: Chapter }]');
  const site = opened(await compile({ ...handbook, language }));
  const found: unknown[] = [];
  const page: Record<string, unknown> = {
    octavoSearchPart: (_: string, items: unknown[]) => found.push(...items),
  };
  for (const name of ['language', 'search/one']) runInNewContext(site.text(`static/${name}.js`), page);
  const search = engine.create(page.octavoLanguage, ['The Book FAQ question']);
  for (const item of found) search.add(item);
  return (query) => search.search(query).map(({ item }) => item.numbers?.[0] ?? item.title);
}

describe('the search', () => {
  it.each([
    ['en', ['What is baking?', 'Who sails boats?'], 'baked', '1'],
    ['en', ['What is baking?', 'Who sails boats?'], 'a boat', '2'],
    ['en', ['What is a workflow?', 'What is a flow?'], 'work flow', '1'],
    ['en', ['How is C++ built?', 'How is C# built?', 'How is C built?'], 'c#', '2'],
    ['en', ['How is C++ built?', 'How is C# built?', 'How is C built?'], 'C++', '1'],
    ['en', ['What does --dry-run do?', 'Why is a run dry?'], '--dry-run', '1'],
    ['en', ['How does ingestion end?', 'What is an interest?'], 'ingesting', '1'],
    ['en', ['Who may publish and subscribe?', 'What is a submarine?'], 'pub/sub', '1'],
    ['en', ['What is role-based access control?', 'What is a robot?'], 'RBAC', '1'],
    ['en', ['What does GUI mean?', 'What is an interface?'], 'graphical user interface', '1'],
    ['en', ['What is a circular dependency?', 'What is CD?'], 'circular dependencies', '1'],
    ['en', ['How is an entry withdrawn?', 'What is an entry?'], 'delete an entry', '1'],
    ['en', ['Is it audited?', 'Is it auditable?'], 'auditable', '2'],
    ['en', ['What is it?', 'What is that?'], 'The Book 1-9, no. 2', '2'],
    ['en', ['What is it?', 'What is that?'], 'question 02', '2'],
    ['en', ['What is it?', 'What does error 130 mean?'], '130', '2'],
    ['de', ['Was ist ein Eintrag?', 'Was ist RBAC?'], 'rollenbasierte Zugriffe', undefined],
    ['en', ['What is a parser?', 'What is a purse?'], 'praser', '1'],
    ['en', ['What is a parser?', 'What is a purse?'], 'question 2', '2'],
    ['en', ['What is a parser?', 'What is a purse?'], 'the book, 2', '2'],
    ['en', ['What is a parser?', 'What are 2 purses?'], '2 purses', '2'],
    ['de', ['Wie werden Häuser gebaut?', 'Was ist ein Fluss?'], 'haus bauen', '1'],
    ['fr', ['Comment cuisiner des légumes ?', 'Où est la mer ?'], 'légume cuisiné', '1'],
    ['ru', ['Как хранить данные?', 'Где находится море?'], 'данных', '1'],
    ['ja', ['料理とは何ですか。', '海はどこですか。'], '料理', '1'],
    ['ar', ['كيف نخزن البيانات؟', 'أين البحر؟'], 'البَيانات', '1'],
    ['xx', ['Vad är hav?', 'Vad är berg?'], 'berg', '2'],
  ])('in %s of %j finds by %j', async (language, questions, query, first) => {
    const ask = await searchOf(language, questions);
    expect(ask(query)[0]).toBe(first);
  });

  it('finds by what the author says that readers look for', async () => {
    const ask = await searchOf(
      'en',
      ['What is a vehicle?', 'What is a boat?'],
      'search: [automobile, car]\n',
    );
    expect(ask('cars')).toEqual(['1']);
    expect(ask('automobiles')).toEqual(['1']);
  });

  it('offers the nearest numbers for one that the book does not have', async () => {
    const ask = await searchOf(
      'en',
      Array.from({ length: 30 }, (_, at) => `What is thing ${'abcdef'[at % 6]}?`),
    );
    expect(ask('99')).toEqual(['30', '29']);
    expect(ask('3')[0]).toBe('3');
    expect(ask('question 30')[0]).toBe('30');
  });

  it('marks what it found, and shows where', () => {
    const text = `${'Nothing here. '.repeat(30)}The windows are closed. ${'Nothing here. '.repeat(30)}`;
    const pieces = engine.snippet(text, ['windows', 'closed'], 80);
    expect(pieces.filter(({ found }) => found).map((piece) => piece.text)).toEqual(['windows', 'closed']);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(120);
    expect(engine.snippet('Short.', [], 80).map((piece) => piece.text)).toEqual(['Short.']);
  });
});

describe('the index', () => {
  let site: ReturnType<typeof opened>;
  beforeAll(async () => {
    const handbook = book(
      {
        'one/1-idempotency.md': '---\nnumber: 1\nquestion: What is idempotency?\n---\nTwice is once.',
        'one/3-old.md': '---\nnumber: 3\nquestion: What was rice?\nstatus: withdrawn\n---\nRice, Rice.',
        'one/2-rice.md': '---\nnumber: 2\nquestion: Which grains are there?\n---\nRice.',
        'glossary.yaml':
          'terms:\n  - { term: safety, definition: Being safe., also: [security], entries: [1] }\n',
      },
      'chapters: [{ id: one, title: One }]',
    );
    site = opened(await compile(handbook));
  });

  it('is loaded by names that are there', () => {
    const names: string[] = [];
    runInNewContext(site.text('static/search-parts.js'), {
      octavoSearchParts: (list: string[]) => names.push(...list),
    });
    expect(names).toEqual(['one.js', '_book.js']);
    for (const name of ['engine', 'language', 'search/one', 'search/_book', 'search', 'page', 'early'])
      expect(site.has(`static/${name}.js`)).toBe(true);
  });

  it('holds terms and chapters, knows an entry by its terms, and shows what is withdrawn last', () => {
    const found: unknown[] = [];
    const page = { octavoSearchPart: (_: string, items: unknown[]) => found.push(...items) };
    for (const name of ['one', '_book']) runInNewContext(site.text(`static/search/${name}.js`), page);
    const search = engine.create({});
    for (const item of found) search.add(item);
    const ask = (query: string): string[] =>
      search.search(query).map(({ item }) => item.numbers?.[0] ?? item.title);
    expect(ask('security')).toEqual(['1', 'safety']);
    expect(ask('rice')).toEqual(['2', '3']);
    expect(ask('3')[0]).toBe('3');
    expect(ask('one')).toContain('One');
  });
});
