import { createMemory, loadHandbook, type SourceCache } from '@octavo/core';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { bare, entryText, filesOf } from './sample.ts';

const HANDBOOK = `schemaVersion: 1
id: small
title: A book
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
conditions: { audience: [public, internal] }
editions: { public: { for: { audience: public } } }
variables: { product: Kiln, days: "9" }
rules: { variable-used: off, snippet-used: off }
chapters: [{ id: basics, title: Basics }]
`;

/** A block of a text: its lines, or a snippet by its place among those behind this one. */
type Piece =
  | { readonly lines: readonly string[] }
  | { readonly put: number; readonly days: string | undefined };

const word = fc.constantFrom(
  'clay',
  '*slow*',
  '{{product}}',
  '{{days}}',
  ':only[inner]{audience=internal}',
  '`code`',
  '[two](#2)',
);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `The ${words.join(' and ')} end.`);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  line.map((text) => ({ lines: [text] })),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => ({ lines: items.map((text) => `- ${text}`) })),
  line.map((text) => ({ lines: [':::only{audience=internal}', text, ':::'] })),
  line.map((text) => ({ lines: [`> ${text}`] })),
  fc.record({ put: fc.nat(3), days: fc.option(fc.constantFrom('7', '**8**'), { nil: undefined }) }),
);
/** Texts of which each may put in those behind it; the first is an answer. */
const texts = fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });

function written(pieces: readonly Piece[], at: number, count: number): string {
  const blocks = pieces.map((one) => {
    if ('lines' in one) return one.lines.join('\n');
    const id = at + 1 + one.put;
    return id < count
      ? `::snippet{id=s${id}${one.days === undefined ? '' : ` days="${one.days}"`}}`
      : 'Nothing.';
  });
  // Two lists in a row would be one.
  return ['Begins.', ...blocks.flatMap((block) => [block, 'Goes on.'])].join('\n\n');
}

function inlined(all: readonly (readonly Piece[])[], at: number): string {
  const blocks = (all[at] ?? []).map((one) => {
    if ('lines' in one) return one.lines.join('\n');
    const id = at + 1 + one.put;
    if (id >= all.length) return 'Nothing.';
    const text = inlined(all, id);
    // Arguments are those of one snippet, not of what it puts in.
    return one.days === undefined ? text : text.replaceAll('{{days}}', one.days);
  });
  return ['Begins.', ...blocks.flatMap((block) => [block, 'Goes on.'])].join('\n\n');
}

/** Whether `{{days}}` of a text is said by it alone, so that replacing it is what an argument does. */
const isFlat = (all: readonly (readonly Piece[])[], at: number): boolean =>
  (all[at] ?? []).every(
    (one) =>
      'lines' in one ||
      at + 1 + one.put >= all.length ||
      (one.days === undefined && isFlat(all, at + 1 + one.put)) ||
      !(all[at + 1 + one.put] ?? []).some((inner) => 'put' in inner),
  );

const entryOf = (answer: string, snippets: Readonly<Record<string, string>>, edition?: string) => {
  const files = filesOf({
    'handbook.yaml': HANDBOOK,
    'basics/1-first.md': entryText('1', answer),
    'basics/2-second.md': entryText('2', 'Two.'),
    ...snippets,
  });
  const { handbook } = loadHandbook(files, { edition });
  const entry = handbook?.chapters[0]?.entries[0];
  if (!entry)
    throw new Error(files.flatMap((file) => file.messages.map((one) => `${file.path} ${one}`)).join('\n'));
  return entry;
};

test('snippets, however they are nested, say what the book says with them written out', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(undefined, 'public'), (all, edition) => {
      fc.pre(isFlat(all, 0));
      // An argument without a use is an error.
      const uses = all.map((pieces) =>
        pieces.some((one) => 'lines' in one && one.lines.join().includes('{{days}}')),
      );
      const sound = all.map((pieces, at) =>
        pieces.map((one) => ('put' in one && !uses[at + 1 + one.put] ? { ...one, days: undefined } : one)),
      );
      const snippets = Object.fromEntries(
        sound
          .slice(1)
          .map((pieces, at) => [`snippets/s${at + 1}.md`, `${written(pieces, at + 1, all.length)}\n`]),
      );
      const put = entryOf(written(sound[0] ?? [], 0, all.length), snippets, edition);
      const whole = entryOf(inlined(sound, 0), {}, edition);
      expect(bare(put)).toEqual(bare(whole));
      expect(put.fingerprint).toBe(whole.fingerprint);
    }),
    { seed: 21, numRuns: 60 },
  );
});

/** Pieces of Markdown that open what may never close, put in one another, or mean harm. */
const hostileText = fc
  .array(
    fc.constantFrom(
      ...[
        '<script>alert(1)</script>',
        '<kbd>',
        '</kbd>',
        '<details>',
        '<!--',
        '{{',
        '}}',
        '{{product}}',
        '{{days',
      ],
      ...[
        '\u202e',
        '\u2066',
        '[',
        '](',
        '![',
        '**',
        '`',
        '```\n',
        ':::note\n',
        ':::only{audience=internal}\n',
      ],
      ...[
        '\n:::\n',
        '::snippet{id=s}',
        '\n\n::snippet{id=s}\n\n',
        ':snippet[]{id=s}',
        '\n\n::entry{number=1}\n\n',
      ],
      ...[
        '|',
        '\n\n',
        '\n| a | b |\n| - | - |\n',
        '# ',
        '> ',
        '- ',
        '[^1]',
        '\n\n[^1]: ',
        'word ',
        '$$',
        ']{',
        '}',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test('nothing that a snippet can hold breaks what puts it in', () => {
  fc.assert(
    fc.property(hostileText, fc.boolean(), (text, inLine) => {
      const answer = inLine ? 'Before :snippet[]{id=s} behind.' : 'Before.\n\n::snippet{id=s}\n\nBehind.';
      const files = filesOf({
        'handbook.yaml': HANDBOOK,
        'basics/1-first.md': entryText('1', answer),
        'basics/2-second.md': entryText('2', 'Two.'),
        'snippets/s.md': text,
      });
      const { handbook } = loadHandbook(files);
      const found = files.flatMap((file) => file.messages);
      expect(handbook === undefined).toBe(found.some(({ fatal }) => fatal === true));
      const words = JSON.stringify(handbook?.chapters[0]?.entries[0]?.answer ?? 'Before Behind');
      expect(words).toContain('Before');
      expect(words.toLowerCase()).toContain('behind');
    }),
    { seed: 22, numRuns: 60 },
  );
});

test('a snippet that puts in itself ten times ten times comes to an end', () => {
  const ten = (id: string) => Array.from({ length: 10 }, () => `::snippet{id=${id}}`).join('\n\n');
  const snippets = Object.fromEntries(
    Array.from({ length: 7 }, (_, at) => [`snippets/s${at}.md`, at < 6 ? ten(`s${at + 1}`) : 'End.']),
  );
  expect(() => entryOf('::snippet{id=s0}', snippets)).toThrow(/more than a million characters/);
});

test('a snippet that changes, and an entry that is quoted, remake exactly what shows them', () => {
  const texts: Readonly<Record<string, string>> = {
    'handbook.yaml': HANDBOOK,
    'basics/1-first.md': entryText('1', '::snippet{id=a}'),
    'basics/2-second.md': entryText('2', 'Two.'),
    'basics/3-third.md': entryText('3', ':snippet[]{id=b}'),
    'basics/4-fourth.md': entryText('4', '::entry{number=2}'),
    'basics/5-fifth.md': entryText('5', '::entry{number=1}'),
    'basics/6-sixth.md': entryText('6', 'Of {{product}}.'),
    'snippets/a.md': 'A.\n\n::snippet{id=b}\n',
    'snippets/b.md': 'B {{days}}.\n',
  };
  const memory = createMemory();
  const kept = new Map<string, Uint8Array>();
  const cache: SourceCache = { get: (key) => kept.get(key), put: (key, bytes) => void kept.set(key, bytes) };
  const files = new Map(filesOf(texts).map((file) => [file.path, file]));
  const entries = () =>
    loadHandbook([...files.values()], { memory, cache }).handbook?.chapters[0]?.entries ?? [];
  const before = entries();
  const changed = (path: string, text: string) => {
    const file = files.get(path) as VFile;
    files.set(path, new VFile({ path, value: new TextEncoder().encode(text) }));
    const now = entries();
    files.set(path, file);
    expect(entries().map(({ fingerprint }) => fingerprint)).toEqual(
      before.map(({ fingerprint }) => fingerprint),
    );
    return now.flatMap(({ number, fingerprint }, at) =>
      fingerprint === before[at]?.fingerprint ? [] : [number],
    );
  };
  const same = entries();
  expect(same.every((entry, at) => entry === before[at])).toBe(true);
  expect(changed('snippets/b.md', 'C {{days}}.\n')).toEqual(['1', '3', '5']);
  expect(changed('snippets/a.md', 'A, too.\n')).toEqual(['1', '5']);
  expect(changed('basics/2-second.md', entryText('2', 'Three.'))).toEqual(['2', '4']);
  expect(changed('handbook.yaml', HANDBOOK.replace('product: Kiln', 'product: Oven'))).toEqual(['6']);
  expect(changed('handbook.yaml', HANDBOOK.replace('days: "9"', 'days: "8"'))).toEqual(['1', '3', '5']);
});
