import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import { parse } from 'yaml';
import type { Book } from '../assign/book.ts';
import type { FoundDocument, FoundDropped } from '../model/found.ts';
import type { Place } from '../model/source.ts';
import { wordsIn } from '../model/words.ts';
import { bodyStart, type WrittenFile } from '../write/write-book.ts';

/** The words of the source held against the words of what was written. */
export interface WordCheck {
  readonly source: number;
  readonly written: number;
  /** Words of parts that were left out on purpose, and said so. */
  readonly leftOut: number;
  readonly missingCount: number;
  /** The first 200 of them. */
  readonly missing: readonly { readonly word: string; readonly place: Place }[];
}

const LISTED = 200;

/** Compares with what the written files say, not with what was meant to be written. */
export function compareWords(
  documents: readonly FoundDocument[],
  dropped: readonly FoundDropped[],
  book: Book | undefined,
  files: readonly WrittenFile[],
): WordCheck {
  const written = files.flatMap(wordsOfFile);
  const have = new Map<string, number>();
  const add = (words: readonly string[]) => {
    for (const word of words) have.set(word, (have.get(word) ?? 0) + 1);
  };
  add(written);
  const leftOut = dropped.flatMap(({ text }) => wordsIn(text));
  add(leftOut);
  for (const { parts } of documents)
    for (const part of parts)
      if (part.kind === 'question')
        add(
          wordsIn(
            `${part.number ?? part.anchors[0] ?? ''} ${part.chapter ?? ''} ${(part.topics ?? []).join(' ')}`,
          ),
        );
  for (const { number } of book?.entries ?? []) add(wordsIn(number));
  const source = documents.flatMap(({ path, words }) =>
    words.map(({ word, line }) => ({ word, place: { path, line } })),
  );
  const need = new Map<string, number>();
  for (const { word } of source) need.set(word, (need.get(word) ?? 0) + 1);
  const short = new Map<string, number>();
  for (const [word, count] of need) {
    const lack = count - (have.get(word) ?? 0);
    if (lack > 0) short.set(word, lack);
  }
  const missing = short.size === 0 ? [] : locate(source, short, written);
  return {
    source: source.length,
    written: written.length,
    leftOut: leftOut.length,
    missingCount: missing.length,
    missing: missing.slice(0, LISTED),
  };
}

interface Located {
  readonly word: string;
  readonly place: Place;
}

/**
 * Which occurrences of a word are the missing ones: those whose neighbours do not stand beside it in what
 * was written. A word that was joined with its neighbours (`foo` and `bar` as `foobar`) is not missing.
 */
function locate(
  source: readonly Located[],
  short: ReadonlyMap<string, number>,
  written: readonly string[],
): readonly Located[] {
  const pairs = new Set(written.map((word, at) => `${word} ${written[at + 1] ?? ''}`));
  const run = written.join('');
  const single = new Set(written);
  const candidates = new Map<string, { at: number; known: number }[]>();
  source.forEach(({ word }, at) => {
    if (!short.has(word)) return;
    const before = source[at - 1]?.word ?? '';
    const after = source[at + 1]?.word ?? '';
    const known = Number(pairs.has(`${before} ${word}`)) + Number(pairs.has(`${word} ${after}`));
    const list = candidates.get(word) ?? [];
    list.push({ at, known });
    candidates.set(word, list);
  });
  const missing: number[] = [];
  let looked = 0;
  const isJoined = (at: number): boolean => {
    const word = source[at]?.word ?? '';
    const before = source[at - 1]?.word ?? '';
    const after = source[at + 1]?.word ?? '';
    const joinedTo = (pair: string) => pair !== word && single.has(pair);
    // Only so many can be looked for in a long text.
    return (
      joinedTo(`${before}${word}`) ||
      joinedTo(`${word}${after}`) ||
      (looked++ < 500 && run.includes(`${before}${word}${after}`))
    );
  };
  for (const [word, list] of candidates) {
    const apart = list.sort((a, b) => a.known - b.known || a.at - b.at).filter(({ at }) => !isJoined(at));
    const lack = (short.get(word) ?? 0) - (list.length - apart.length);
    for (const { at } of apart.slice(0, Math.max(0, lack))) missing.push(at);
  }
  return missing.sort((a, b) => a - b).map((at) => source[at] as Located);
}

/** Lists the words of a written file: those of its text without the addresses of links, and those of the values in YAML that a reader sees. */
function wordsOfFile({ path, content }: WrittenFile): readonly string[] {
  if (typeof content !== 'string') return [];
  if (path.endsWith('.yaml')) return path === 'handbook.yaml' ? titlesOf(parse(content)) : [];
  const start = bodyStart(content);
  const head = /^(?:question|title): (.*)$/m.exec(content.slice(0, start))?.[1] ?? '';
  return [...seen(head), ...seen(content.slice(start))];
}

/** The words of Markdown as it stands, without parsing it anew: tags, addresses and character references are none. */
function seen(markdown: string): readonly string[] {
  const text = markdown
    .replace(
      /\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?: "((?:\\"|[^"])*)")?\)/g,
      (_all, title: string | undefined) => ` ${title ?? ''} `,
    )
    .replace(/<\/?(?:kbd|sub|sup|details|summary)>|<abbr[^>\n]*>|<\/abbr>/g, '')
    .replace(/(?<!\\)&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_all, hex: string | undefined, digits: string) =>
      decodeNumericCharacterReference(hex ?? digits, hex === undefined ? 10 : 16),
    )
    .replace(/&(?:amp|lt|gt|quot);/g, ' ')
    .replace(/^:::+(?:note|tip|warning)/gm, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  return wordsIn(text);
}

function titlesOf(handbook: {
  title?: string;
  chapters?: { title: string; summary?: string }[];
  parts?: { title: string }[];
}): readonly string[] {
  const { title = '', chapters = [], parts = [] } = handbook;
  return [
    title,
    ...chapters.flatMap((chapter) => [chapter.title, chapter.summary ?? '']),
    ...parts.map((part) => part.title),
  ].flatMap(wordsIn);
}
