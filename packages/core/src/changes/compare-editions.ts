import type {
  Change,
  ChangeKind,
  EditionText,
  EntryChange,
  EntryText,
  EntryWords,
  ItemChange,
  ItemSubject,
  Passage,
} from '../model/change.ts';
import { FACT_NAMES } from '../model/entry-facts.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import { compareItems } from './compare-items.ts';
import { compareWords } from './compare-words.ts';

/** Subjects that a reader meets after the entries. */
const BEHIND: ReadonlySet<ItemSubject> = new Set(['term', 'topic']);

/**
 * Compares two editions: titles and prose pages, then the present entries in reading order and the ones that
 * are gone, then terms and topics. An item counts as changed by its fingerprint, and an entry also by the
 * facts about it (`ENTRY_FIELDS`); the words only show the difference.
 */
export function compareEditions(before: EditionText, after: EditionText): readonly Change[] {
  const old = predecessors(before, after);
  const titles = titlesOf(before, after);
  const present = presentChanges(before, after, old).map(({ change, was, entry }) =>
    was && WITH_PASSAGES.has(change.kind) ? { ...change, passages: differences(was, entry, titles) } : change,
  );
  const items = compareItems(before.items, after.items);
  const isBehind = ({ subject }: ItemChange) => BEHIND.has(subject);
  return [
    ...items.filter((item) => !isBehind(item)),
    ...present,
    ...gone(before, after, old, titles),
    ...items.filter(isBehind),
  ];
}

/** What an edition did to its entries, in reading order, without the words that differ. `old`: see `predecessors`. */
export function presentChanges(
  before: EditionText,
  after: EditionText,
  old: ReadonlyMap<string, EntryText>,
): readonly {
  readonly change: EntryChange;
  readonly was: EntryText | undefined;
  readonly entry: EntryText;
}[] {
  const isBehind = (number: string): boolean =>
    before.entries.every((one) => compareNumbers(one.number, number, after.numbers) <= 0);
  const titles = titlesOf(before, after);
  return after.entries.flatMap((entry) => {
    const was = old.get(entry.number);
    const kind = kindOf(was, entry, (number) => !isBehind(number));
    return kind === undefined ? [] : [{ change: changeOf(kind, was, entry, titles), was, entry }];
  });
}

/** What each entry was, by the number that it has now: one that was renumbered kept its id, and its old number leads to it. */
export function predecessors(before: EditionText, after: EditionText): ReadonlyMap<string, EntryText> {
  const numbers = new Set(after.entries.map(({ number }) => number));
  const target = new Map(after.redirects.map(({ from, to }) => [from, to]));
  const ids = new Map(after.entries.map(({ number, facts }) => [number, facts?.id?.[0]]));
  return new Map(
    before.entries.flatMap((entry) => {
      if (numbers.has(entry.number)) return [[entry.number, entry] as const];
      const now = target.get(entry.number);
      const id = entry.facts?.id?.[0];
      return now !== undefined && id !== undefined && ids.get(now) === id ? [[now, entry] as const] : [];
    }),
  );
}

function kindOf(
  was: EntryText | undefined,
  entry: EntryText,
  isInside: (number: string) => boolean,
): ChangeKind | undefined {
  if (!was) {
    if (entry.status === 'withdrawn') return 'withdrawn';
    return isInside(entry.number) ? 'inserted' : 'added';
  }
  const moved = was.chapter !== entry.chapter ? 'moved' : undefined;
  if (was.fingerprint === entry.fingerprint && changedFacts(was, entry).length === 0) return moved;
  if (was.status !== entry.status) {
    if (entry.status === 'withdrawn') return 'withdrawn';
    if (was.status === 'withdrawn') return 'restored';
    if (entry.status === 'deprecated') return 'deprecated';
    if (was.status === 'deprecated') return 'restored';
  }
  return 'changed';
}

function changeOf(
  kind: ChangeKind,
  was: EntryText | undefined,
  entry: EntryText,
  titles: Titles,
): EntryChange {
  const { change, words } = entry;
  const heavy = kind !== 'changed' && kind !== 'moved';
  // A note that has stood since the last release is about that release's change.
  const note = was && was.change?.note === change?.note ? undefined : change?.note;
  return {
    subject: 'entry',
    number: entry.number,
    kind,
    significance: change?.significance ?? (heavy ? 'major' : 'minor'),
    ...(note === undefined ? {} : { note }),
    question: words?.question ?? '',
    chapter: titles.now('chapter', entry.chapter),
    ...(was && was.chapter !== entry.chapter ? { movedFrom: titles.before('chapter', was.chapter) } : {}),
    ...(entry.replacedBy === undefined ? {} : { replacedBy: entry.replacedBy }),
    passages: [],
  };
}

/** The body of a withdrawn entry said why, so its words are no earlier form of the answer. */
const WITH_PASSAGES: ReadonlySet<ChangeKind> = new Set(['changed', 'deprecated']);

/** The paragraphs whose words differ, and then the facts. */
export function differences(was: EntryText, entry: EntryText, titles: Titles): readonly Passage[] {
  return [...passagesOf(was, entry), ...factPassages(was, entry, titles)];
}

/** The last comparison with each earlier text: while a book is served, few of its entries change. */
const KNOWN = new WeakMap<EntryWords, readonly [after: EntryWords, passages: readonly Passage[]]>();

function passagesOf({ words: before }: EntryText, { words: after }: EntryText): readonly Passage[] {
  if (!before || !after) return [];
  const [known, found = []] = KNOWN.get(before) ?? [];
  if (known?.question === after.question && known.answer === after.answer) return found;
  const passages = [
    ...compareWords('question', before.question, after.question),
    ...compareWords('answer', before.answer, after.answer),
  ];
  KNOWN.set(before, [after, passages]);
  return passages;
}

/** Whether an entry says what it said: its words, without regard to space, and the facts about it. */
export function saysTheSame(was: EntryText, entry: EntryText): boolean {
  const bare = ({ words }: EntryText) => `${words?.question}\n${words?.answer}`.replace(/\s+/g, '');
  return bare(was) === bare(entry) && changedFacts(was, entry).length === 0;
}

/** The facts that differ, where both editions recorded them. */
function changedFacts({ facts: before }: EntryText, { facts: after }: EntryText): readonly string[] {
  // Most entries of most editions differ in nothing.
  if (!before || !after || JSON.stringify(before) === JSON.stringify(after)) return [];
  const names = new Set<string>([...FACT_NAMES, ...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => before[name]?.join('\n') !== after[name]?.join('\n'));
}

/** A topic has the title of its own edition; a topic in both has its present title. */
function factPassages(was: EntryText, entry: EntryText, titles: Titles): readonly Passage[] {
  return changedFacts(was, entry).flatMap((name) => {
    const [before = [], after = []] = [was.facts?.[name], entry.facts?.[name]];
    // A new replacement has a sentence of its own.
    if (name === 'replacedBy' && before.length === 0) return [];
    if (name !== 'topics') return compareWords(name, before.join(', '), after.join(', '));
    const old = before.map((id) => (after.includes(id) ? titles.now : titles.before)('topic', id));
    return compareWords(name, old.join(', '), after.map((id) => titles.now('topic', id)).join(', '));
  });
}

/** Entries that no longer exist. An entry whose number leads to another entry is replaced by that one. */
function gone(
  before: EditionText,
  after: EditionText,
  old: ReadonlyMap<string, EntryText>,
  titles: Titles,
): readonly EntryChange[] {
  const lives = new Set(after.entries.flatMap(({ number }) => old.get(number)?.number ?? []));
  const target = new Map(after.redirects.map(({ from, to }) => [from, to]));
  return before.entries
    .filter(({ number }) => !lives.has(number))
    .map(({ number, chapter, words }): EntryChange => {
      const replacedBy = target.get(number);
      return {
        subject: 'entry',
        number,
        kind: 'withdrawn',
        significance: 'major',
        question: words?.question ?? '',
        chapter: titles.before('chapter', chapter),
        ...(replacedBy === undefined ? {} : { replacedBy }),
        passages: [],
      };
    });
}

/** The titles of chapters and topics, now and before: a move is from a chapter as it was called. */
export type Titles = Readonly<Record<'before' | 'now', (subject: ItemSubject, id: string) => string>>;

export function titlesOf(before: EditionText, after: EditionText): Titles {
  const titles = ({ items }: EditionText) => {
    const known = new Map(items.map(({ subject, id, title }) => [`${subject}/${id}`, title]));
    return (subject: ItemSubject, id: string) => known.get(`${subject}/${id}`) ?? id;
  };
  return { before: titles(before), now: titles(after) };
}
