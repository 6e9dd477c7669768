import { type Handbook, indexHandbook, toText } from '@octavo/core';
import type { VFile } from 'vfile';
import { shortHash } from './short-hash.ts';

/** What a build was made from, so that the next build can say what has changed. */
export interface BuildInputs {
  /** By package: a hash of its code. */
  readonly code: Readonly<Record<string, string>>;
  /** By key of the handbook: a hash of its value. The entries are not part of it. */
  readonly book: Readonly<Record<string, string>>;
  /** The style sheet that `html.theme` names. */
  readonly theme: string;
  /** By number. */
  readonly entries: Readonly<Record<string, EntryInputs>>;
}

export interface EntryInputs {
  /** A hash of its file. */
  readonly text: string;
  /** The question, as text. */
  readonly question: string;
  /** The numbers of the entries before and after it, if any. */
  readonly beside: readonly string[];
  /** The numbers of the entries that link to it. */
  readonly citedBy: readonly string[];
}

/** What a handbook is made from. */
export function inputsOf(
  handbook: Handbook,
  files: readonly VFile[],
  code: Readonly<Record<string, string>>,
): BuildInputs {
  const { entries, citedBy } = indexHandbook(handbook);
  const texts = new Map(files.map(({ path, value }) => [path, value]));
  const hashOfText = (path: string | undefined) =>
    shortHash(path === undefined ? '' : (texts.get(path) ?? ''));
  const { chapters, ...rest } = handbook;
  const frame = { ...rest, chapters: chapters.map(({ id, title, summary }) => [id, title, summary]) };
  return {
    code,
    book: Object.fromEntries(
      Object.entries(frame).map(([key, value]) => [key, shortHash(JSON.stringify(value))]),
    ),
    theme: hashOfText(handbook.settings.html.theme),
    entries: Object.fromEntries(
      entries.map(({ number, question, source }, at) => [
        number,
        {
          text: hashOfText(source.path),
          question: toText(question),
          beside: [entries[at - 1], entries[at + 1]].flatMap((other) => other?.number ?? []),
          citedBy: citedBy.get(number) ?? [],
        },
      ]),
    ),
  };
}
