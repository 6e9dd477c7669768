import { RESERVED_IDS } from '@octavo/core/read';
import type { Arranged, PlacedProse } from '../model/arrangement.ts';
import type { Finding } from '../model/finding.ts';
import type { FoundDocument, FoundDropped } from '../model/found.ts';
import { arrange } from './arrange.ts';
import type { Book, BookPage } from './book.ts';
import { applyRanges, type ChapterRange } from './chapters.ts';
import { bodyContexts } from './contexts.ts';
import { bookEntries } from './entries.ts';
import { type FindAsset, imageShelf } from './images.ts';
import { linkTargets } from './link-targets.ts';
import { chapterTexts, nameChapters } from './name-chapters.ts';
import { assignNumbers, assignPrinted } from './numbers.ts';
import { ownGrammar } from './own-grammar.ts';
import { ownWords } from './own-words.ts';
import { pageOf, topicsOf } from './pages.ts';
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
  const contextOf = bodyContexts(documents, { targets, shelf, base: options.base, findings });
  const entries = bookEntries(named, numbered, { give, contextOf, noAnswer: words.noAnswer });
  const page = (placed: PlacedProse): BookPage[] =>
    pageOf(placed, contextOf(placed), give, words.introduction);
  const texts = chapterTexts(named);
  const moved = emptied.flatMap(({ intro }) => intro);
  const front = [...arrangement.front, ...moved, ...texts.pages].flatMap(page);
  const back = arrangement.back.flatMap(page);
  const date = documents.find((document) => document.date)?.date;
  const volume = volumeOf(front, entries);
  return {
    dropped: [...arrangement.dropped, ...emptied.flatMap(headingOf)],
    findings,
    book: {
      id: slugOf(title) ?? slugOf(name) ?? 'handbook',
      title: title.replace(/\s+/g, ' ').trim(),
      language,
      ...(date ? { date } : {}),
      ...(own ? { numbers: own.grammar.declared } : {}),
      ...(volume ? { volume } : {}),
      chapters: named.map(({ id, title: own, arranged }) => {
        const summary = texts.summaries.get(arranged);
        return { id, title: own, ...(summary ? { summary } : {}) };
      }),
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
    },
  };
}

function noQuestion(path: string): Finding {
  return {
    kind: 'no-question',
    severity: 'error',
    place: { path, line: 1 },
    reason: 'no question was found',
    note: 'Say how questions are written: --questions h2, bold, item, number, …',
  };
}

/** The heading of a chapter whose questions went into others. */
function headingOf({ title, path, anchors }: Arranged): FoundDropped[] {
  if (title === undefined) return [];
  return [
    {
      kind: 'dropped',
      what: 'empty heading',
      text: title,
      anchors: anchors.map(({ id }) => id),
      place: { path, line: 1 },
    },
  ];
}
