import { type AnswerNode, type Entry, type Handbook, toText } from '@octavo/core';
import { readingOf, redlined } from '@octavo/core/ledger';
import { verify } from '@octavo/verify';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEditions, bookOf } from '../pdf/any-book.ts';
import { compileBook } from './compile-book.ts';
import { redlinedArabic } from './redlined-arabic.ts';

/** What an entry says: as words, and as nodes without accidents. */
function saidBy({ question, answer, footnotes }: Entry): unknown {
  return {
    words: [toText(question), toText(answer), toText(footnotes)].map((text) =>
      text.replace(/[ \t\r\n]+/g, ' '),
    ),
    nodes: plain([...question, ...answer, ...footnotes]),
  };
}

// An old link leads to the entry alone, where the part of it is gone.
const FORM = new Set(
  'type position written id fragment clause formerly movedTo spread identifier'.split(' '),
);

/** Nodes without places and anchors; texts, and marks that are alike, are one where they touch. */
function plain(nodes: readonly AnswerNode[]): unknown[] {
  const all: Record<string, unknown>[] = [];
  for (const node of nodes) {
    const own = Object.entries(node).filter(([key]) => !FORM.has(key));
    const fields = own.map(([key, value]) => [
      key,
      key === 'image' ? plain([value as AnswerNode]) : isNodes(value) ? plain(value) : value,
    ]);
    const one: Record<string, unknown> = { kind: node.type, ...Object.fromEntries(fields) };
    if (node.type === 'text') one.value = node.value.replace(/[ \t\r\n]+/g, ' ');
    const last = all.at(-1);
    const isAlike = last && isMark(one) && markOf(last) === markOf(one);
    if (isAlike && node.type === 'text') last.value = `${last.value}${one.value}`;
    else if (isAlike) last.children = plain([...raw(last), ...raw(one)]);
    else all.push(one);
  }
  return all;
}

function raw({ children }: Record<string, unknown>): AnswerNode[] {
  return (children as Record<string, unknown>[]).map(
    ({ kind, ...rest }) => ({ type: kind, ...rest }) as never,
  );
}

const MARKS =
  /^(?:text|emphasis|strong|delete|link|crossReference|span|subscript|superscript|keyboard|abbreviation)$/;

function isMark({ kind }: Record<string, unknown>): boolean {
  return MARKS.test(String(kind));
}

function markOf({ value: _, children: _children, ...mark }: Record<string, unknown>): string {
  return JSON.stringify(mark);
}

function isNodes(value: unknown): value is readonly AnswerNode[] {
  return (
    Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null && 'type' in one)
  );
}

function entriesOf({ chapters }: Handbook): readonly Entry[] {
  return chapters.flatMap(({ entries }) => entries);
}

test('of random pairs of editions, each reading of the redlined book says its edition, word for word', () => {
  fc.assert(
    fc.property(anyEditions, ([older, newer]) => {
      const [before, after] = [bookOf(older).handbook, bookOf(newer).handbook];
      // A picture that is not there any more would be told by its words.
      const book = redlined(before, { ...after, images: [...after.images, ...before.images] });
      expect(entriesOf(readingOf(book, 'deleted')).map(saidBy)).toEqual(entriesOf(after).map(saidBy));
      const now = new Set(entriesOf(after).map(({ number }) => number));
      const common = entriesOf(before).filter(({ number }) => now.has(number));
      expect(entriesOf(readingOf(book, 'inserted')).map(saidBy)).toEqual(common.map(saidBy));
    }),
    // 500 in tests/slow/redline.test.ts, which reads HTML and EPUB back as well.
    { numRuns: Number(process.env.OCTAVO_FUZZ_RUNS ?? 6), endOnFailure: true },
  );
});

test('an Arabic redline is read back from every format as it is marked; a deleted link leads nowhere on paper', async () => {
  const book = redlinedArabic();
  const formats = ['html', 'pdf', 'epub'] as const;
  const made = await Promise.all(formats.map((format) => compileBook(format, book)));
  const files = new Map(made.flatMap((one) => [...one.files]));
  const { differences } = await verify({ files, handbook: book.handbook, formats });
  expect(differences.map(({ message }) => message)).toEqual([]);
});
