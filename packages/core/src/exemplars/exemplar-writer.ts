import { declaredNumbers } from '../assemble/declare-numbers.ts';
import type { JsonValue } from '../model/compile.ts';
import { numberKey } from '../numbers/number-key.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import type { Sources } from '../read/read.ts';
import type { Draft, Exemplar } from './exemplar.ts';
import { yaml } from './exemplar-book.ts';
import { numbersFor } from './numbers-for.ts';

/** An exemplar's file, and what its front matter says beside number and question. */
export interface Written extends Exemplar {
  readonly number: string;
  readonly id: string;
  readonly chapter: string;
  readonly data: Readonly<Record<string, JsonValue>>;
}

/** Answers as books have them, in turn. */
const ANSWERS: readonly string[] = [
  'Each record is kept with its source.',
  'Yes, in this order:\n\n1. Read the record.\n2. Check its source.\n3. Write down the day.',
  'It depends on the source:\n\n| Source | Kept for |\n| - | - |\n| Archive | ten years |\n| Letter | a year |',
  'Ask for it:\n\n```sh\nrecords list --since 2026-01-01\n```\n\nThe **newest** stands *first*.',
  '> Whoever asks later finds what was known then.\n\nThat holds for every record.',
];

/** The numbers of a book's chapters, in the order of the book. */
export function numbersByChapter({ handbook, entries }: Sources): ReadonlyMap<string, readonly string[]> {
  const { numbers } = declaredNumbers(handbook?.data ?? {});
  return new Map(
    (handbook?.data.chapters ?? []).map(({ id }) => [
      id,
      entries
        .filter(({ folder, data }) => folder === id && data.number !== undefined)
        .map(({ data }) => String(data.number))
        .sort((a, b) => compareNumbers(a, b, numbers)),
    ]),
  );
}

/**
 * Writes the files of exemplars. `write` gives each a number of its own, undefined when its chapter has none left;
 * `tryOut` gives all of a chapter one number, since each is read without the others.
 */
export function exemplarWriter(sources: Sources): {
  readonly write: (draft: Draft) => Written | undefined;
  readonly tryOut: (draft: Draft) => Written | undefined;
} {
  const { numbers } = declaredNumbers(sources.handbook?.data ?? {});
  const next = numbersFor(numbersByChapter(sources), numbers);
  const spare = new Map<string, string | undefined>();
  let count = 0;
  const file = (draft: Draft, number: string): Written => {
    count++;
    const id = `exemplar-${count}`;
    const { kind, type, chapter, about, data, answer = ANSWERS[count % ANSWERS.length] ?? '' } = draft;
    const front = { number, question: questionOf(draft, count), ...data };
    const text = draft.text?.replaceAll('{number}', number) ?? `---\n${yaml(front)}---\n\n${answer}\n`;
    const path = `${chapter}/${numberKey(String(front.number))}-${id}.md`;
    return { kind, type, about, path, text, number, id, chapter, data };
  };
  return {
    write: (draft) => {
      const number = next(draft.chapter);
      return number === undefined ? undefined : file(draft, number);
    },
    tryOut: (draft) => {
      if (!spare.has(draft.chapter)) spare.set(draft.chapter, next(draft.chapter));
      const number = spare.get(draft.chapter);
      return number === undefined ? undefined : file(draft, number);
    },
  };
}

function questionOf({ kind, type, about }: Draft, count: number): string {
  const what = [about.rule, about.field, about.keyword].filter((word) => word !== undefined).join(', ');
  return `What does exemplar ${count} of ${type} show (${[kind, what].filter(Boolean).join(': ')})?`;
}
