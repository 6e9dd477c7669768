import type {
  Change,
  ChangeKind,
  EditionText,
  EntryChange,
  EntryText,
  ItemChange,
  ItemSubject,
  Passage,
} from '../model/change.ts';
import { compareNumbers } from '../model/number.ts';
import { compareItems } from './compare-items.ts';
import { compareWords } from './compare-words.ts';

/** What a reader meets behind the entries. */
const BEHIND: ReadonlySet<ItemSubject> = new Set(['term', 'topic']);

/**
 * What changed between two editions: titles and prose pages, then entry by entry those there are in
 * reading order and those that are gone, then terms and topics. A thing counts as changed by its
 * fingerprint and nothing else; the words only show how.
 */
export function compareEditions(before: EditionText, after: EditionText): readonly Change[] {
  const old = new Map(before.entries.map((entry) => [entry.number, entry]));
  const last = before.entries
    .map(({ number }) => number)
    .sort(compareNumbers)
    .at(-1);
  const titles = titlesOf(before, after);
  const present = after.entries.flatMap((entry) => {
    const was = old.get(entry.number);
    const kind = kindOf(was, entry, last);
    return kind === undefined ? [] : [changeOf(kind, was, entry, titles)];
  });
  const items = compareItems(before.items, after.items);
  const isBehind = ({ subject }: ItemChange) => BEHIND.has(subject);
  return [
    ...items.filter((item) => !isBehind(item)),
    ...present,
    ...gone(before, after, titles),
    ...items.filter(isBehind),
  ];
}

function kindOf(
  was: EntryText | undefined,
  entry: EntryText,
  last: string | undefined,
): ChangeKind | undefined {
  if (!was) {
    if (entry.status === 'withdrawn') return 'withdrawn';
    return last !== undefined && compareNumbers(entry.number, last) < 0 ? 'inserted' : 'added';
  }
  const moved = was.chapter !== entry.chapter ? 'moved' : undefined;
  if (was.fingerprint === entry.fingerprint) return moved;
  if (was.status !== entry.status) {
    if (entry.status === 'withdrawn') return 'withdrawn';
    if (was.status === 'withdrawn') return 'restored';
    if (entry.status === 'deprecated') return 'deprecated';
  }
  return 'changed';
}

function changeOf(
  kind: ChangeKind,
  was: EntryText | undefined,
  entry: EntryText,
  titles: ChapterTitles,
): EntryChange {
  const { change, words } = entry;
  const heavy = kind !== 'changed' && kind !== 'moved';
  // A note that stands since the last release speaks of that release's change.
  const note = was && was.change?.note === change?.note ? undefined : change?.note;
  return {
    subject: 'entry',
    number: entry.number,
    kind,
    significance: change?.significance ?? (heavy ? 'major' : 'minor'),
    ...(note === undefined ? {} : { note }),
    question: words?.question ?? '',
    chapter: titles.now.get(entry.chapter) ?? entry.chapter,
    ...(was && was.chapter !== entry.chapter
      ? { movedFrom: titles.before.get(was.chapter) ?? was.chapter }
      : {}),
    ...(entry.replacedBy === undefined ? {} : { replacedBy: entry.replacedBy }),
    passages: kind === 'changed' || kind === 'deprecated' ? passagesOf(was, entry) : [],
  };
}

function passagesOf(was: EntryText | undefined, { words }: EntryText): readonly Passage[] {
  if (!was?.words || !words) return [];
  return [
    ...compareWords('question', was.words.question, words.question),
    ...compareWords('answer', was.words.answer, words.answer),
  ];
}

/** Entries that are no longer there; one whose number leads to another entry is replaced by it. */
function gone(before: EditionText, after: EditionText, titles: ChapterTitles): readonly EntryChange[] {
  const numbers = new Set(after.entries.map(({ number }) => number));
  const target = new Map(after.redirects.map(({ from, to }) => [from, to]));
  return before.entries
    .filter(({ number }) => !numbers.has(number))
    .map(({ number, chapter, words }): EntryChange => {
      const replacedBy = target.get(number);
      return {
        subject: 'entry',
        number,
        kind: 'withdrawn',
        significance: 'major',
        question: words?.question ?? '',
        chapter: titles.before.get(chapter) ?? chapter,
        ...(replacedBy === undefined ? {} : { replacedBy }),
        passages: [],
      };
    });
}

/** What chapters are called now, and what they were called: a move is from a chapter as it was. */
interface ChapterTitles {
  readonly before: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
}

function titlesOf(before: EditionText, after: EditionText): ChapterTitles {
  const titles = ({ items }: EditionText) =>
    new Map(items.filter(({ subject }) => subject === 'chapter').map(({ id, title }) => [id, title]));
  return { before: titles(before), now: titles(after) };
}
