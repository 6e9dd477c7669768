import { RESERVED_IDS } from '@octavo/core/read';
import type { BodyContext } from '../body/context.ts';
import { toBody } from '../body/to-body.ts';
import { toQuestion } from '../body/to-question.ts';
import { languageOf } from '../detect/language.ts';
import type { Arranged, Placed, PlacedProse } from '../model/arrangement.ts';
import type { Finding } from '../model/finding.ts';
import type { FoundDocument, FoundDropped } from '../model/found.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { aliasGiver } from './aliases.ts';
import { arrange } from './arrange.ts';
import type { Book, BookEntry, BookPage } from './book.ts';
import { applyRanges, type ChapterRange } from './chapters.ts';
import { type FindAsset, imageShelf } from './images.ts';
import { linkTargets } from './link-targets.ts';
import { chapterTexts, nameChapters } from './name-chapters.ts';
import { assignNumbers } from './numbers.ts';
import { ownWords } from './own-words.ts';
import { pageOf, topicsOf } from './pages.ts';
import { saysNothing } from './says-nothing.ts';
import { isId, namer, slugOf } from './slugs.ts';
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
  const findings: Finding[] = [];
  const arrangement = arrange(documents);
  const all = arrangement.chapters.flatMap(({ questions }) => questions);
  if (all.length === 0) {
    const [document] = documents;
    findings.push({
      kind: 'no-question',
      severity: 'error',
      place: { path: document?.path ?? name, line: 1 },
      reason: 'no question was found',
      note: 'Say how questions are written: --questions h2, bold, item, number, …',
    });
    return { book: undefined, dropped: arrangement.dropped, findings };
  }
  const numbered = assignNumbers(arrangement.chapters, options.renumber === true);
  findings.push(...numbered.findings);
  const { chapters, emptied } = applyRanges(arrangement.chapters, numbered.numbers, options.chapters ?? []);
  const dropped = [...arrangement.dropped, ...emptied.flatMap(headingOf)];
  const moved = emptied.flatMap(({ intro }) => intro);
  const titled =
    documents.length === 1
      ? documents[0]
      : documents.find(({ path }) => /(^|\/)(?:_?index|readme)\.\w+$/i.test(path));
  const title = options.title ?? titled?.title ?? titleOf(name);
  const language =
    options.language ?? documents.find((document) => document.language)?.language ?? languageOf(proseOf(all));
  const words = ownWords(language);
  const give = namer([...RESERVED_IDS]);
  const named = nameChapters(chapters, give, { title, fallback: words.questions });
  const ids = new Map<Placed, string>();
  for (const { arranged } of named)
    for (const placed of arranged.questions)
      ids.set(
        placed,
        give(
          idOf(placed) ?? `entry-${(numbered.numbers.get(placed) ?? '').toLowerCase().replaceAll('.', '-')}`,
        ),
      );
  const targets = linkTargets(named, arrangement, numbered.numbers);
  const shelf = imageShelf(options.asset ?? (() => undefined));
  const paths = new Set(documents.map(({ path }) => path));
  const contextOf = (document: FoundDocument, line: number): BodyContext => {
    const base = options.base ?? document.base;
    return {
      path: document.path,
      base,
      targets,
      paths,
      footnotes: document.footnotes,
      image: (url) => shelf.use(url, document.path, base),
      tell: (kind, severity, at, reason, note) =>
        findings.push({
          kind,
          severity,
          place: { path: document.path, line: at || line },
          reason,
          ...(note ? { note } : {}),
        }),
    };
  };
  const aliases = aliasGiver(numbered.numbers, [...ids.values(), ...named.map(({ id }) => id)]);
  const entries = named.flatMap(({ arranged, id: chapter }) =>
    arranged.questions.map((placed): BookEntry => {
      const { found, document } = placed;
      const context = contextOf(document, found.place.line);
      const number = numbered.numbers.get(placed) ?? '';
      const id = ids.get(placed) ?? '';
      const { question, moved } = toQuestion(found.question, context, found.place.line);
      const body = toBody([...found.answer, ...moved], context);
      const empty = saysNothing(body.blocks);
      if (empty)
        findings.push({
          kind: 'answer-missing',
          severity: 'warning',
          place: found.place,
          reason: `${number} "${excerpt(textOf(question), 60)}" has no answer`,
          note: 'The entry says so; write one.',
        });
      return {
        number,
        id,
        question,
        answer: !empty
          ? body.blocks
          : [{ type: 'paragraph', children: [{ type: 'text', value: words.noAnswer }] }],
        footnotes: body.footnotes,
        aliases: aliases(placed, id, chapter, numbered.old.get(placed), chapters.length > 1),
        topics: found.topics ?? [],
        chapter,
        place: found.place,
      };
    }),
  );
  const page = (placed: PlacedProse, wanted: string | undefined): BookPage[] =>
    pageOf(placed, wanted, contextOf(placed.document, placed.found.place.line), give, words.introduction);
  const texts = chapterTexts(named);
  const front = [...arrangement.front, ...moved, ...texts.pages].flatMap((placed) => page(placed, undefined));
  const back = arrangement.back.flatMap((placed) => page(placed, undefined));
  const topics = topicsOf(entries);
  const date = documents.find((document) => document.date)?.date;
  const volume = volumeOf(front, entries);
  return {
    dropped,
    findings,
    book: {
      id: slugOf(title) ?? slugOf(name) ?? 'handbook',
      title: title.replace(/\s+/g, ' ').trim(),
      language,
      ...(date ? { date } : {}),
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
      topics,
      assets: shelf.assets,
      provisional: numbered.assigned,
    },
  };
}

function titleOf(name: string): string {
  const bare = (name.split('/').at(-1) ?? name)
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return bare === '' ? 'FAQ' : bare;
}

function proseOf(all: readonly Placed[]): string {
  const pieces: string[] = [];
  let length = 0;
  for (const { found } of all) {
    const text = [
      textOf(found.question),
      ...found.answer.filter((block) => block.type === 'paragraph').map((block) => textOf(block)),
    ].join(' ');
    pieces.push(text.slice(0, 2000));
    length += text.length;
    if (length > 20_000) break;
  }
  return pieces.join('\n');
}

function idOf({ found }: Placed): string | undefined {
  return (
    found.anchors.find((anchor) => isId(anchor) && anchor.length <= 60 && /[a-z]{3}/.test(anchor)) ??
    slugOf(textOf(found.question))
  );
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
