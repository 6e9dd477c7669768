import { loadHandbook, toText, walk } from '@octavo/core';
import { importSource } from '@octavo/import';
import { VFile } from 'vfile';
import { expect } from 'vitest';
import type { BookWriter } from './book-writers.ts';
import { type Block, entriesOf, type RandomBook, type Run, withoutSigns } from './random-book.ts';

const KINDS = { paragraph: 'paragraph', bullets: 'list', steps: 'ordered list', code: 'code' } as const;

/** The law of a reader: a book that is written in its format comes back with its questions, numbers, words, links and chapters. */
export async function bookComesBack(
  { file, write, plain, without = [] }: BookWriter,
  any: RandomBook,
): Promise<void> {
  const book = plain ? withoutSigns(any) : any;
  const written = write(book);
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  const { files, report } = await importSource([{ path: file, bytes }], file);
  const source = typeof written === 'string' ? written : file;
  const { handbook } = loadHandbook(files.map(({ path, content }) => new VFile({ path, value: content })));
  const lacks = (what: (typeof without)[number]) => without.includes(what);
  const all = entriesOf(book);
  const numbered = all.every(({ number }) => number !== undefined) && !lacks('numbers');
  const numbers = all.map(({ number }, at) => (numbered ? number : String(at + 1)));
  const wanted = all.map(({ question, chapter, answer }, at) => ({
    number: numbers[at],
    question,
    chapter: lacks('chapters') ? '' : chapter,
    words: wordsOf(answer.map((block) => textOf(block, lacks('links') && file.endsWith('.txt'))).join(' ')),
    blocks: lacks('blocks') ? [] : answer.map(({ kind }) => KINDS[kind]),
    links: lacks('links')
      ? []
      : answer.flatMap(runsOf).flatMap(({ address, to }) => address ?? (to === undefined ? [] : numbers[to])),
  }));
  const chapters = handbook?.chapters ?? [];
  const found = chapters.flatMap(({ title, entries }) =>
    entries.map(({ number, question, answer }) => ({
      number,
      question: toText(question),
      chapter: lacks('chapters') ? '' : title,
      words: wordsOf([...walk(answer)].map((node) => ('value' in node ? node.value : '')).join(' ')),
      blocks: lacks('blocks')
        ? []
        : answer.map((node) => (node.type === 'list' && node.ordered ? 'ordered list' : node.type)),
      links: lacks('links')
        ? []
        : [...walk(answer)].flatMap((node) =>
            node.type === 'crossReference' ? node.number : node.type === 'link' ? node.url : [],
          ),
    })),
  );
  expect(found, source).toEqual(wanted);
  expect(report.words.missing, source).toEqual([]);
  if (!lacks('title')) expect(handbook?.title, source).toBe(book.title);
}

function runsOf(block: Block): readonly Run[] {
  return block.kind === 'paragraph' ? block.runs : block.kind === 'code' ? [] : block.items.flat();
}

function textOf(block: Block, addresses: boolean): string {
  if (block.kind === 'code') return block.lines.join(' ');
  return runsOf(block)
    .map(({ text, address }) => (addresses && address ? `${text} ${address}` : text))
    .join(' ');
}

/** The text without white space, in which formats differ. */
function wordsOf(text: string): string {
  return text.replace(/\s+/g, '');
}
