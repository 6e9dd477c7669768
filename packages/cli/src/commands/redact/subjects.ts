import {
  type Entry,
  type Handbook,
  imagesIn,
  indexHandbook,
  nearest,
  numberKey,
  prosePages,
} from '@octavo/core';
import { editionText } from '@octavo/core/ledger';
import type { History, TextLine } from '@octavo/press/history';
import { goneFingerprint } from '@octavo/press/release';
import { misuse } from '../../exit-code.ts';
import { goneId } from './gone-id.ts';

/** Entries that are to disappear, and all that any edition called them or said in them. */
export interface Subjects {
  readonly entries: readonly Entry[];
  /** Their numbers in all editions. */
  readonly numbers: ReadonlySet<string>;
  /** Question and answer in all editions. */
  readonly texts: readonly string[];
  /** The questions alone. */
  readonly questions: readonly string[];
  /** Pictures that nothing else shows, by path. */
  readonly images: readonly string[];
  /** Entries that were asked for and are gone already, by number: a run that was cut off at its end is given again. */
  readonly gone: readonly string[];
}

/** Finds the entries by number or id, and what they were in every edition. */
export function subjectsOf(
  names: readonly string[],
  handbook: Handbook,
  books: readonly { readonly handbook: Handbook; readonly history: History }[],
): Subjects {
  const lines = books.flatMap(({ history }) => [...history.words.lines.values()]);
  const known = indexHandbook(handbook).entries;
  const named = names.map((name) => {
    const entry = known.find(({ number, id }) => numberKey(number) === numberKey(name) || id === name);
    if (entry) return entry;
    const like = nearest(
      name,
      known.flatMap(({ number, id }) => [number, id]),
    );
    return misuse(
      `there is no entry "${name}"${like === undefined ? '' : `; did you mean ${like}?`}`,
      '"octavo list" lists them.',
    );
  });
  const gone = named.filter((entry) => isGone(entry, lines));
  const entries = named.filter((entry) => !gone.includes(entry));
  const numbers = new Set(entries.map(({ number }) => number));
  const ids = new Set(entries.map(({ id }) => id));
  const ledgers = books.flatMap(({ history }) => history.ledger);
  for (const { number, id } of ledgers.flatMap((release) => release.entries))
    if (ids.has(id)) numbers.add(number);
  const said = lines.filter((line) => 'number' in line && numbers.has(line.number));
  const forms = books.flatMap((book) => editionText(book.handbook).entries);
  const present = forms.filter(({ number }) => numbers.has(number));
  const all = [...said, ...present.map((one) => one.words)].flatMap((one) =>
    one && 'question' in one ? [one] : [],
  );
  const questions = all.map(({ question }) => question);
  const texts = [...questions, ...all.map(({ answer }) => answer)];
  const images = ownImages(entries, handbook);
  return { entries, numbers, texts, questions, images, gone: gone.map(({ number }) => number) };
}

/** Whether a redaction left the entry: no edition says more under its number than that it is gone. */
function isGone({ number, id, status, fingerprint }: Entry, lines: readonly TextLine[]): boolean {
  const notices = [fingerprint, goneFingerprint(number)];
  return (
    id === goneId(number) &&
    status === 'withdrawn' &&
    lines.every((line) => !('number' in line) || line.number !== number || notices.includes(line.fingerprint))
  );
}

function ownImages(entries: readonly Entry[], handbook: Handbook): readonly string[] {
  const shown = (nodes: Parameters<typeof imagesIn>[0]) => imagesIn(nodes).map(({ url }) => url);
  const { glossary, cover, images } = handbook;
  const others = new Set([
    ...indexHandbook(handbook)
      .entries.filter((entry) => !entries.includes(entry))
      .flatMap(({ question, answer, footnotes }) => shown([...question, ...answer, ...footnotes])),
    ...prosePages(handbook).flatMap(({ body, footnotes }) => shown([...body, ...footnotes])),
    ...glossary.flatMap(({ definition }) => shown(definition)),
    cover?.image,
  ]);
  return entries
    .flatMap(({ question, answer, footnotes }) => shown([...question, ...answer, ...footnotes]))
    .filter((url) => !others.has(url) && images.some(({ path }) => path === url));
}
