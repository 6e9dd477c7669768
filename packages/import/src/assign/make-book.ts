import { RESERVED_IDS } from '@octavo/core/read';
import type { Arranged, PlacedProse } from '../model/arrangement.ts';
import { type Finding, finding } from '../model/finding.ts';
import { droppedPart, type FoundDocument, type FoundDropped } from '../model/found.ts';
import { oneLine } from '../model/text-of.ts';
import { arrange } from './arrange.ts';
import type { Book, BookPage } from './book.ts';
import { applyRanges, type ChapterRange } from './chapters.ts';
import { bodyContexts } from './contexts.ts';
import { bookEntries } from './entries.ts';
import { type FindAsset, imageShelf } from './images.ts';
import { linkTargets } from './link-targets.ts';
import { nameChapters, summaryOf } from './name-chapters.ts';
import { assignNumbers, assignPrinted, type Numbered } from './numbers.ts';
import { ownGrammar } from './own-grammar.ts';
import { ownWords } from './own-words.ts';
import { introOf, pageOf, topicsOf } from './pages.ts';
import { namer, slugOf } from './slugs.ts';
import { languageOfAll, titleOfAll } from './title-page.ts';
import { volumeOf } from './volume.ts';

export interface BookOptions {
  readonly renumber?: boolean;
  readonly chapters?: readonly ChapterRange[];
  readonly language?: string;
  readonly title?: string;
  /** Absolute address that relative links are read against. */
  readonly base?: string;
  readonly asset?: FindAsset;
}

export interface MadeBook {
  readonly book: Book | undefined;
  readonly dropped: readonly FoundDropped[];
  readonly findings: readonly Finding[];
}

/** Makes one book of what was found in the documents: numbers, ids, chapters, links, images. */
export function makeBook(documents: readonly FoundDocument[], name: string, options: BookOptions): MadeBook {
  const arranged = arrange(documents);
  const own = options.renumber === true ? undefined : ownGrammar(arranged.chapters);
  const arrangement = own ? { ...arranged, chapters: own.chapters } : arranged;
  const all = arrangement.chapters.flatMap(({ questions }) => questions);
  if (all.length === 0)
    return {
      book: undefined,
      dropped: arrangement.dropped,
      findings: [noQuestion(documents[0]?.path ?? name)],
    };
  const numbered = own
    ? assignPrinted(own.chapters, own.grammar)
    : assignNumbers(arrangement.chapters, options.renumber === true);
  const { numbers } = numbered;
  const { chapters, emptied } = applyRanges(
    arrangement.chapters,
    numbers,
    options.chapters ?? [],
    own?.grammar.system,
  );
  const title = options.title ?? titleOfAll(documents, name);
  const language = options.language ?? languageOfAll(documents, all);
  const words = ownWords(language);
  const give = namer([...RESERVED_IDS]);
  const named = nameChapters(chapters, give, { title, fallback: words.questions });
  const targets = linkTargets(named, arrangement, numbers);
  const shelf = imageShelf(options.asset ?? (() => undefined));
  const findings: Finding[] = [...numbered.findings];
  const links = { entries: 0, addresses: 0, text: 0 };
  const contextOf = bodyContexts(documents, {
    links,
    targets,
    shelf,
    base: options.base,
    findings,
    numbers: calledBy(numbered),
  });
  const entries = bookEntries(named, numbered, { give, contextOf, noAnswer: words.noAnswer });
  const page = (placed: PlacedProse): BookPage[] =>
    pageOf(placed, contextOf(placed), give, words.introduction);
  const moved = emptied.flatMap(({ intro }) => intro);
  const front = [...arrangement.front, ...moved].flatMap(page);
  const intros = named.flatMap((chapter) => introOf(chapter, contextOf));
  const back = arrangement.back.flatMap(page);
  return {
    dropped: [...arrangement.dropped, ...emptied.flatMap(headingOf)],
    findings,
    book: {
      id: slugOf(title) ?? slugOf(name) ?? 'handbook',
      title: oneLine(title),
      language,
      date: documents.find((document) => document.date)?.date,
      numbers: own?.grammar.declared,
      volume: volumeOf([...front, ...intros], entries),
      chapters: named.map(({ id, title: called, arranged: one }) => ({
        id,
        title: called,
        summary: summaryOf(one),
      })),
      intros,
      parts: named.parts,
      entries: entries.map((entry) => ({
        ...entry,
        topics: entry.topics.flatMap((topic) => slugOf(topic) ?? []),
      })),
      front,
      back,
      topics: topicsOf(entries),
      assets: shelf.assets,
      provisional: numbered.assigned,
      links,
    },
  };
}

/** Entries by the numbers that the source gives them, and by those with letters (`A12`); where it gives one twice, the first. */
function calledBy({ numbers, assigned }: Numbered): ReadonlyMap<string, string> {
  const called = new Map<string, string>();
  for (const [{ found }, number] of numbers)
    for (const name of [
      found.number,
      ...(assigned ? [] : [number]),
      ...found.anchors.filter((anchor) => /^[A-Z]+-?\d/.test(anchor)),
    ])
      if (name !== undefined && !called.has(name)) called.set(name.toUpperCase(), number);
  return called;
}

function noQuestion(path: string): Finding {
  return finding(
    'no-question',
    'error',
    { path, line: 1 },
    'no question was found',
    'Say how questions are written: --questions h2, bold, item, number, …',
  );
}

/** Records the heading of a chapter whose questions went into other chapters. */
function headingOf({ title, path, anchors }: Arranged): FoundDropped[] {
  const ids = anchors.map(({ id }) => id);
  return title === undefined ? [] : [droppedPart('empty heading', title, { path, line: 1 }, ids)];
}
