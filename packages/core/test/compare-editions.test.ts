import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../../tests/contract/load-book.ts';
import { compareWords } from '../src/changes/compare-words.ts';
import { sameQuestion } from '../src/changes/same-question.ts';
import type { Change, EditionText, ItemText } from '../src/index.ts';
import { compareEditions, editionText } from '../src/ledger.ts';

type Sample = Partial<EditionText['entries'][number]> & { readonly number: string; readonly says?: string };

const chapter = (id: string, title: string): ItemText => ({
  subject: 'chapter',
  id,
  title,
  fingerprint: `1-${title}`,
  text: '',
});

function edition(samples: readonly Sample[], redirects: EditionText['redirects'] = []): EditionText {
  return {
    version: '1',
    date: '2026-01-01',
    items: [chapter('a', 'First'), chapter('b', 'Second')],
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

describe('all that is no entry', () => {
  const item = (subject: ItemText['subject'], id: string, title: string, text = ''): ItemText => ({
    subject,
    id,
    title,
    text,
    fingerprint: `1-${title}-${text}`,
  });
  const with_ = (...items: readonly ItemText[]): EditionText => ({ ...edition([]), items });
  const list = (before: EditionText, after: EditionText) =>
    compareEditions(before, after).map((change) =>
      change.subject === 'entry' ? change.number : `${change.kind} ${change.subject}/${change.id}`,
    );

  test.each<[what: string, before: readonly ItemText[], after: readonly ItemText[], told: readonly string[]]>(
    [
      ['the title of the book', [item('book', 'x', 'One')], [item('book', 'x', 'Two')], ['changed book/x']],
      ['a publisher', [item('book', 'x', 'One', 'A')], [item('book', 'x', 'One', 'B')], ['changed book/x']],
      ['a part', [item('part', 'p', 'One')], [item('part', 'p', 'Two')], ['changed part/p']],
      [
        'a page more, a page less',
        [item('page', 'front/a', 'A', 'x')],
        [item('page', 'back/a', 'A', 'x')],
        ['added page/back/a', 'deleted page/front/a'],
      ],
      [
        'a definition',
        [item('term', 't', 'Due', 'In a month.')],
        [item('term', 't', 'Due', 'In a week.')],
        ['changed term/t'],
      ],
      [
        'the order of terms, which is the alphabet’s',
        [item('term', 'a', 'A'), item('term', 'b', 'B')],
        [item('term', 'b', 'B'), item('term', 'a', 'A')],
        [],
      ],
      [
        'one chapter that went to the front',
        ['a', 'b', 'c', 'd'].map((id) => chapter(id, id)),
        ['d', 'a', 'b', 'c'].map((id) => chapter(id, id)),
        ['moved chapter/d'],
      ],
      [
        'a chapter in another part',
        [item('part', 'p', 'Old part'), { ...chapter('a', 'A'), within: 'p' }],
        [item('part', 'p', 'New part'), item('part', 'q', 'Q'), { ...chapter('a', 'A'), within: 'q' }],
        ['changed part/p', 'added part/q', 'moved chapter/a'],
      ],
      ['a topic', [item('topic', 't', 'T')], [], ['deleted topic/t']],
    ],
  )('%s', (_, before, after, told) => {
    expect(list(with_(...before), with_(...after))).toEqual(told);
    expect(list(with_(...after), with_(...after))).toEqual([]);
  });

  test('says the words of a definition, and the part that a chapter left, as it was called', () => {
    const [definition] = compareEditions(
      with_(item('term', 't', 'Due', 'In a month.')),
      with_(item('term', 't', 'Due', 'In a week.')),
    );
    expect(definition && marked(definition)).toEqual(['In a {-month}{+week}.']);
    const parts = [item('part', 'p', 'Old part'), item('part', 'q', 'Q')];
    const [, moved] = compareEditions(
      with_(...parts, { ...chapter('a', 'A'), within: 'p' }),
      with_(item('part', 'p', 'New part'), item('part', 'q', 'Q'), { ...chapter('a', 'A'), within: 'q' }),
    );
    expect(moved).toMatchObject({ id: 'a', movedFrom: 'Old part' });
  });

  test('the fewest that moved are told, and never when the order stayed', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (before, keys) => {
        const after = before
          .map((id, at) => ({ id, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ id }) => id);
        const asChapters = (all: readonly string[]) => with_(...all.map((id) => chapter(id, id)));
        const moved = new Set(
          compareEditions(asChapters(before), asChapters(after)).map(
            (change) => `${change.subject === 'entry' ? '' : change.id}`,
          ),
        );
        const stayed = after.filter((id) => !moved.has(id));
        expect(stayed).toEqual(before.filter((id) => !moved.has(id)));
        expect(moved.size === 0).toBe(before.join() === after.join());
      }),
    );
  });

  test('a move of an entry names the old title of the chapter that it left', () => {
    const renamed = {
      ...edition([{ number: '1', chapter: 'b' }]),
      items: [chapter('a', 'Primer'), chapter('b', 'Second')],
    };
    const changes = compareEditions(edition([{ number: '1' }]), renamed);
    const moved = changes.find(({ number }) => number === '1');
    expect(moved).toMatchObject({ number: '1', movedFrom: 'First' });
  });
});

describe('lines of a table and of a list', () => {
  const show = (before: string, after: string) => marked({ passages: compareWords('answer', before, after) });
  test.each([
    ['a row between rows like it', 'A | 1\nB | 1\nC | 1', 'A | 1\nC | 1', ['{-B | 1}']],
    ['the first of such rows', 'A | 1\nB | 1\nC | 1', 'B | 1\nC | 1', ['{-A | 1}']],
    ['two rows', 'A | 1\nB | 1\nC | 1', 'C | 1', ['{-A | 1}', '{-B | 1}']],
    [
      'a cell of one, another row gone',
      'A | one\nB | two\nC | 3',
      'A | one\nC | 4',
      ['{-B | two}', 'C | {-3}{+4}'],
    ],
    [
      'a row put before another that changed',
      'Fee | 5 EUR',
      'Rate | 7 %\nFee | 6 EUR',
      ['{+Rate | 7 %}', 'Fee | {-5}{+6} EUR'],
    ],
    [
      'lines that have nothing in common',
      'red green\nblue',
      'one\ntwo three',
      ['{-red green}', '{-blue}', '{+one}', '{+two three}'],
    ],
  ])('%s', (_, before, after, expected) => expect(show(before, after)).toEqual(expected));

  test('both texts can be read from the passages, line by line, for any two texts', () => {
    const text = fc.array(fc.constantFrom('a | 1', 'b | 1', 'a b c', 'c | 2', 'x'), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const passages = compareWords('answer', before.join('\n'), after.join('\n'));
        const side = (other: string) =>
          passages
            .map(({ segments }) =>
              segments.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join(''),
            )
            .filter((line) => line !== '');
        const isWithin = (some: readonly string[], all: readonly string[]) => {
          let at = 0;
          for (const line of all) if (line === some[at]) at++;
          return at === some.length;
        };
        // Whole lines, in order; no line is put together of two.
        expect(isWithin(side('inserted'), before)).toBe(true);
        expect(isWithin(side('deleted'), after)).toBe(true);
      }),
    );
  });
});
