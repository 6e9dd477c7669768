import fc from 'fast-check';

/** A piece of a line: words, and what is made of them. `to` is the place of an entry among all, `address` one of the web. */
export interface Run {
  readonly text: string;
  readonly as?: 'strong' | 'code' | undefined;
  readonly address?: string | undefined;
  readonly to?: number | undefined;
}
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'bullets' | 'steps'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] };

export interface RandomEntry {
  /** An anchor, in the formats that have them. */
  readonly key: string;
  readonly number: string | undefined;
  readonly question: string;
  readonly answer: readonly Block[];
}
export interface RandomBook {
  readonly title: string;
  readonly chapters: readonly { readonly title: string; readonly entries: readonly RandomEntry[] }[];
}

const NOUNS = 'boat,ticket,garden,kettle,Brücke,invoice,lantern,порт,library,質問,rowing club,tariff'.split(
  ',',
);
const STARTS =
  'How do I mend the|What is a|Where can I find my|May I bring a|Why was there no|When will we get the|Which is the best|Is it safe to open the'.split(
    '|',
  );
const PLAIN =
  'the,a,boat,opens,slowly,beside,our,lantern,größer,because,river,twelve,paper,yellow,water,often,Wednesday,kettle,without,порт,窓'.split(
    ',',
  );
/** Words with signs that mean something in one format or another, and nothing here. */
const SIGNS =
  '&|<5|snake_case|C#|50%|don’t|e.g.|(aside)|left/right|3.4|x*y|a|$5|~10|[sic]|@home|`tick`|_one|*star|{brace}|“quoted”|1+1=2|a:b|#5|~20|$7'.split(
    '|',
  );

const word = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
);
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((all) => all.join(' '));
const plainWords = fc
  .array(fc.constantFrom(...PLAIN), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' '));

function runsOf(entries: number): fc.Arbitrary<readonly Run[]> {
  const run = fc.oneof(
    { weight: 4, arbitrary: words(1, 6).map((text): Run => ({ text })) },
    { weight: 1, arbitrary: plainWords.map((text): Run => ({ text, as: 'strong' })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('npm start', 'a_b', 'x = y', '--all')
        .map((text): Run => ({ text, as: 'code' })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(plainWords, fc.constantFrom('', 'a_b/c', '?q=1&r=2', 'x-(y)', '#part'))
        .map(([text, path]): Run => ({ text, address: `https://example.org/${path}` })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(plainWords, fc.nat(entries - 1)).map(([text, to]): Run => ({ text, to })),
    },
  );
  return fc
    .tuple(plainWords, fc.array(run, { minLength: 1, maxLength: 4 }), plainWords)
    .map(([first, inner, last]) => [
      { text: `${first[0]?.toUpperCase()}${first.slice(1)}` },
      ...inner,
      { text: `${last}.` },
    ]);
}

function answersOf(entries: number): fc.Arbitrary<readonly Block[]> {
  const runs = runsOf(entries);
  const items = fc.array(runs, { minLength: 2, maxLength: 3 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 3, arbitrary: runs.map((all): Block => ({ kind: 'paragraph', runs: all })) },
    { weight: 1, arbitrary: items.map((all): Block => ({ kind: 'bullets', items: all })) },
    { weight: 1, arbitrary: items.map((all): Block => ({ kind: 'steps', items: all })) },
    {
      weight: 1,
      arbitrary: fc
        .subarray(['let a = b;', '$ make all', 'if (x) { y(); }', '# start'], { minLength: 1 })
        .map((lines): Block => ({ kind: 'code', lines })),
    },
  );
  const lead = runs.map((all): Block => ({ kind: 'paragraph', runs: all }));
  // Two lists that follow one another are one in most formats.
  return fc
    .tuple(lead, fc.array(block, { maxLength: 3 }))
    .map(([first, rest]) =>
      [first, ...rest].filter(
        (one, at, all) => at === 0 || one.kind === 'paragraph' || all[at - 1]?.kind === 'paragraph',
      ),
    );
}

/** Books of two or three chapters of questions that differ; `numbers` are none, such as 601, or such as 2.1. */
export const randomBook: fc.Arbitrary<RandomBook> = fc
  .record({
    titles: fc.uniqueArray(
      fc.constantFrom('Tickets', 'On the river', 'Haus und Garten', 'Перевозка', 'Rooms & boats'),
      {
        minLength: 2,
        maxLength: 3,
      },
    ),
    questions: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...STARTS), fc.constantFrom(...NOUNS)).map(([a, b]) => `${a} ${b}?`),
      { minLength: 4, maxLength: 8 },
    ),
    numbers: fc.constantFrom('none', 'plain', 'dotted'),
    first: fc.constantFrom(1, 12, 601),
    gap: fc.constantFrom(1, 1, 3),
  })
  .chain(({ titles, questions, numbers, first, gap }) =>
    fc
      .array(answersOf(questions.length), { minLength: questions.length, maxLength: questions.length })
      .map((answers): RandomBook => {
        const each = Math.ceil(questions.length / titles.length);
        return {
          title: 'The landing stage',
          chapters: titles
            .map((title, chapter) => ({
              title,
              entries: questions.slice(chapter * each, (chapter + 1) * each).map((question, index) => {
                const at = chapter * each + index;
                const number =
                  numbers === 'none'
                    ? undefined
                    : numbers === 'plain'
                      ? String(first + at * gap)
                      : `${chapter + 1}.${index + 1}`;
                return { key: `entry-${at}-key`, number, question, answer: answers[at] ?? [] };
              }),
            }))
            .filter(({ entries }) => entries.length > 0),
        };
      }),
  );

/** The entries of a book in their order. */
export function entriesOf({ chapters }: RandomBook): readonly (RandomEntry & { readonly chapter: string })[] {
  return chapters.flatMap(({ title, entries }) => entries.map((entry) => ({ ...entry, chapter: title })));
}

/** A book without the signs that mean something in one format or another. */
export function withoutSigns(book: RandomBook): RandomBook {
  const plain = (run: Run): Run => ({
    ...run,
    text:
      run.as === 'code'
        ? run.text
        : run.text
            .split(' ')
            .filter((one) => !SIGNS.includes(one))
            .join(' ') || 'a',
  });
  const bare = (block: Block): Block => {
    if (block.kind === 'code') return block;
    if (block.kind === 'paragraph') return { ...block, runs: block.runs.map(plain) };
    return { ...block, items: block.items.map((item) => item.map(plain)) };
  };
  return {
    ...book,
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => ({ ...entry, answer: entry.answer.map(bare) })),
    })),
  };
}
