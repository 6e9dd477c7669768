import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../../tests/contract/load-book.ts';
import { compareWords } from '../src/changes/compare-words.ts';
import { type Change, compareEditions, type EditionText, editionText, sameQuestion } from '../src/index.ts';

type Sample = Partial<EditionText['entries'][number]> & { readonly number: string; readonly says?: string };

function edition(samples: readonly Sample[], redirects: EditionText['redirects'] = []): EditionText {
  return {
    version: '1',
    date: '2026-01-01',
    chapters: [
      { id: 'a', title: 'First' },
      { id: 'b', title: 'Second' },
    ],
    entries: samples.map(({ says = 'It does.', ...sample }) => ({
      chapter: 'a',
      status: 'active',
      fingerprint: `1-${says}-${sample.status ?? 'active'}`,
      words: { question: `Does ${sample.number}?`, answer: says },
      ...sample,
    })),
    redirects,
  };
}

/** `+word` inserted, `-word` deleted. */
const marked = (change: Pick<Change, 'passages'>) =>
  change.passages.map(({ segments }) =>
    segments
      .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'inserted' ? '{+' : '{-'}${text}}`))
      .join(''),
  );

const told = (changes: readonly Change[]) => changes.map(({ kind, number }) => `${kind} ${number}`);

describe('the list of changes', () => {
  const before = edition([
    { number: '1' },
    { number: '2' },
    { number: '3' },
    { number: '4', status: 'withdrawn' },
    { number: '5' },
    { number: '6' },
  ]);
  test('names what was added, inserted, changed, moved, deprecated, withdrawn and restored', () => {
    const after = edition(
      [
        { number: '1' },
        { number: '1A' },
        { number: '2', says: 'It does not.' },
        { number: '3', status: 'withdrawn', replacedBy: '1A' },
        { number: '4' },
        { number: '5', chapter: 'b' },
        { number: '7' },
      ],
      [{ from: '6', to: '7' }],
    );
    const changes = compareEditions(before, after);
    expect(told(changes)).toEqual([
      'inserted 1A',
      'changed 2',
      'withdrawn 3',
      'restored 4',
      'moved 5',
      'added 7',
      'withdrawn 6',
    ]);
    expect(changes.map(({ replacedBy }) => replacedBy).filter(Boolean)).toEqual(['1A', '7']);
    expect(changes.find(({ number }) => number === '5')).toMatchObject({
      chapter: 'Second',
      movedFrom: 'First',
    });
    expect(compareEditions(before, before)).toEqual([]);
  });
  test('an entry that moved and changed is one change that says both', () => {
    const [change] = compareEditions(before, edition([{ number: '1', chapter: 'b', says: 'It did.' }]));
    expect(change).toMatchObject({ kind: 'changed', movedFrom: 'First' });
  });
  test('takes significance and note from the entry; a note of an earlier release does not speak again', () => {
    const note = { significance: 'editorial', note: 'A comma.' } as const;
    const once = edition([{ number: '1', says: 'It does, now.', change: note }]);
    expect(compareEditions(before, once)[0]).toMatchObject(note);
    const again = edition([{ number: '1', says: 'It does so, now.', change: note }]);
    const [change] = compareEditions(once, again);
    expect(change).toMatchObject({ significance: 'editorial' });
    expect(change).not.toHaveProperty('note');
  });
  test('without the old words, or with the same words, there are no passages', () => {
    const wordless = edition(before.entries.map(({ words: _, ...entry }) => entry));
    const bare = { ...wordless, entries: wordless.entries.map(({ words: _, ...entry }) => entry) };
    const after = edition([{ number: '1', says: 'It does not.' }]);
    expect(compareEditions(bare, after)[0]).toMatchObject({ kind: 'changed', passages: [] });
    const same = edition([{ number: '1', fingerprint: '1-other' }]);
    expect(compareEditions(before, same)[0]).toMatchObject({ kind: 'changed', passages: [] });
  });
});

describe('words', () => {
  const show = (before: string, after: string) => marked({ passages: compareWords('answer', before, after) });
  test.each([
    ['a word', 'The cat sat.', 'The dog sat.', ['The {-cat}{+dog} sat.']],
    ['words side by side are one edit', 'one two three', 'four five three', ['{-one two}{+four five} three']],
    ['only the paragraph that differs', 'a\nb c\nd', 'a\nb e\nd', ['b {-c}{+e}']],
    ['a paragraph more', 'a\nb', 'a\nnew words\nb', ['{+new words}']],
    ['a comma', 'Yes it is', 'Yes, it is', ['Yes{+,} it is']],
    ['Japanese by letter', '猫が座った。', '犬が座った。', ['{-猫}{+犬}が座った。']],
    ['an apostrophe', "It isn't so", 'It is so', ["It {-isn't}{+is} so"]],
  ])('%s', (_, before, after, expected) => expect(show(before, after)).toEqual(expected));

  test('both texts can be read from the passages, for any two lines', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'bb', ' ', ',', 'é', '猫', '.', '-'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(line, line, (before, after) => {
        const segments = compareWords('answer', before, after).flatMap((passage) => passage.segments);
        const side = (other: string) =>
          segments
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join('');
        if (segments.length === 0) expect(before.replace(/\s/g, '')).toBe(after.replace(/\s/g, ''));
        else expect([side('inserted'), side('deleted')]).toEqual([before, after]);
      }),
    );
  });
  test('texts with nothing in common are shown whole, in bounded time', () => {
    const words = (stem: string) => Array.from({ length: 6000 }, (_, at) => `${stem}${at}`).join(' ');
    const passages = compareWords('answer', words('old'), words('new'));
    expect(passages.flatMap(({ segments }) => segments.map(({ kind }) => kind))).toEqual([
      'deleted',
      'inserted',
    ]);
  });
});

describe('a handbook as text', () => {
  test('a link keeps its target, an automatic one is its number, line breaks are form', async () => {
    const { handbook } = await loadBook('tests/fixtures/kitchen-sink');
    const text = editionText(handbook);
    expect(text.entries).toHaveLength(handbook.chapters.flatMap(({ entries }) => entries).length);
    const all = text.entries.map(({ words }) => words?.answer).join('\n');
    expect(all).toMatch(/ \[\d+\]/);
    expect(all).toMatch(/ \[https:\/\//);
    expect(compareEditions(text, text)).toEqual([]);
  });
});

describe('one question or two under a number', () => {
  const words = async () =>
    editionText((await loadBook('content/coremodels-faq')).handbook).entries.map((entry) => entry.words);
  test('no two of the FAQ’s hundred entries are taken for one', async () => {
    const all = await words();
    const confused = all.flatMap((a, at) =>
      all
        .slice(at + 1)
        .flatMap((b) => (a && b && sameQuestion(a, b) ? [`${a.question} / ${b.question}`] : [])),
    );
    expect(confused).toEqual([]);
  });
  test('each is known again when its question is reworded or its answer is written anew', async () => {
    for (const entry of await words()) {
      if (!entry) continue;
      const half = entry.answer.slice(0, entry.answer.length * 0.6);
      expect(sameQuestion(entry, { ...entry, question: 'And what of this?' })).toBe(true);
      expect(sameQuestion(entry, { ...entry, answer: 'Words that are not those.' })).toBe(true);
      expect(sameQuestion(entry, { question: `Briefly: ${entry.question}`, answer: half })).toBe(true);
    }
  });
  test('Japanese is told apart by pairs of letters', () => {
    const a = {
      question: 'スキーマとは何ですか',
      answer: 'スキーマは、データの構造を定める規則の集まりです。',
    };
    const b = {
      question: '冪等性とは何ですか',
      answer: '同じ操作を何度行っても結果が変わらない性質のことです。',
    };
    expect(sameQuestion(a, { ...a, question: 'スキーマは何を指しますか' })).toBe(true);
    expect(sameQuestion(a, b)).toBe(false);
  });
});
