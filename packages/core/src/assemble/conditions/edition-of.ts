import type { Memory } from '../../cache/memory.ts';
import type { AnswerNode, CrossReference, Phrasing } from '../../model/answer.ts';
import { crossReferences, entryNodes, imagesIn } from '../../model/children.ts';
import type { Entry, Handbook, Page, Term, Topic } from '../../model/documents.generated.ts';
import { fingerprint } from '../../model/fingerprint.ts';
import type { FieldValue } from '../../model/own-types.ts';
import { prosePages } from '../../model/prose-pages.ts';
import { toText } from '../../model/to-text.ts';
import { mapReferences } from '../body/map-references.ts';
import { cutTypes } from './cut-types.ts';

/** What an edition leaves out of a Handbook, and how links to it are said. */
export interface EditionCut {
  readonly entries: ReadonlySet<string>;
  readonly chapters: ReadonlySet<string>;
  readonly pages: ReadonlySet<Page>;
  readonly terms: ReadonlySet<Term>;
  readonly topics: ReadonlySet<Topic>;
  readonly contributors: ReadonlySet<Handbook['contributors'][number]>;
  /** Names of fields of types.yaml. */
  readonly fields: ReadonlySet<string>;
  /** The words in place of a link, in a file, to an entry that is left out. */
  readonly say: (link: CrossReference, path: string) => readonly Phrasing[];
}

/**
 * The Handbook of an edition: without what the edition leaves out, what only that shows (pictures, topics, old
 * names) and what leads there. A chapter without an introduction of which nothing is left is gone, and so is such a part.
 */
export function editionOf(book: Handbook, cut: EditionCut, memory: Memory): Handbook {
  const isThere = (number: string) => !cut.entries.has(number);
  const hashes = new Map(book.images.map(({ path, sha256 }) => [path, sha256]));
  const saidIn =
    (path: string) =>
    <Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] =>
      crossReferences(nodes).some(({ number }) => !isThere(number))
        ? mapReferences(nodes, (link) => (isThere(link.number) ? undefined : cut.say(link, path)))
        : nodes;
  const chapters = book.chapters
    .filter(({ id }) => !cut.chapters.has(id))
    .map((chapter) => ({
      chapter,
      intro: chapter.intro && !cut.pages.has(chapter.intro) ? chapter.intro : undefined,
      kept: chapter.entries.filter(({ number }) => isThere(number)),
    }))
    .filter(({ chapter, intro, kept }) => kept.length > 0 || intro || chapter.entries.length === 0);
  const all = book.chapters.flatMap(({ entries }) => entries);
  const allKept = chapters.flatMap(({ kept }) => kept);
  const topics = keptTopics(book, cut, allKept);
  const ids = new Set(chapters.map(({ chapter }) => chapter.id));
  const types = book.types && cutTypes(book.types, cut.fields, { all, kept: allKept, chapters: ids });
  const fieldNames = new Set(types?.fields.map(({ name }) => name));
  const topicIds = new Set(topics.map(({ id }) => id));
  const entryOf = (entry: Entry): Entry => {
    const said = saidIn(entry.source.path);
    const own = ownOf(entry, {
      isThere,
      said,
      hasTopic: (id) => topicIds.has(id) || !isTopic(book, id),
      hasField: (name) => fieldNames.has(name),
    });
    if (!own) return entry;
    const made = { ...entry, ...own };
    if (made.replacedBy !== undefined && !isThere(made.replacedBy)) delete made.replacedBy;
    const fresh = { ...made, fingerprint: fingerprint(made, (path) => hashes.get(path) ?? path, types) };
    return memory.keep(entry, `edition ${fresh.fingerprint} ${JSON.stringify(own)}`, () => fresh);
  };
  const pageOf = (page: Page): Page => {
    const said = saidIn(page.source.path);
    return { ...page, body: said(page.body), footnotes: said(page.footnotes) };
  };
  const pagesOf = (pages: readonly Page[]) => pages.filter((page) => !cut.pages.has(page)).map(pageOf);
  const made: Handbook = {
    ...book,
    contributors: book.contributors.filter((one) => !cut.contributors.has(one)),
    front: pagesOf(book.front),
    back: pagesOf(book.back),
    parts: book.parts
      .map((part) => ({ ...part, chapters: part.chapters.filter((id) => ids.has(id)) }))
      .filter((part) => part.chapters.length > 0),
    chapters: chapters.map(({ chapter: { intro: _, ...chapter }, intro, kept }) => ({
      ...chapter,
      ...(intro ? { intro: pageOf(intro) } : {}),
      entries: kept.map(entryOf),
    })),
    topics,
    ...(types ? { types } : {}),
    glossary: book.glossary
      // A condition may leave nothing of what a term means.
      .filter((term) => !cut.terms.has(term) && term.definition.length > 0)
      .map((term) => ({
        ...term,
        definition: saidIn(term.source.path)(term.definition),
        entries: term.entries.filter(isThere),
      })),
    redirects: book.redirects.filter(({ to }) => isThere(to)),
  };
  return { ...made, images: usedImages(made) };
}

/** What of an entry is other in the edition; undefined where nothing is. */
function ownOf(
  { answer, footnotes, question, fields, related, topics, replacedBy }: Entry,
  {
    isThere,
    said,
    hasTopic,
    hasField,
  }: {
    readonly isThere: (number: string) => boolean;
    readonly said: <Node extends AnswerNode>(nodes: readonly Node[]) => readonly Node[];
    readonly hasTopic: (id: string) => boolean;
    readonly hasField: (name: string) => boolean;
  },
): Partial<Entry> | undefined {
  const own = {
    question: said(question),
    answer: said(answer),
    footnotes: said(footnotes),
    related: related.every(isThere) ? related : related.filter(isThere),
    topics: topics.every(hasTopic) ? topics : topics.filter(hasTopic),
    ...(fields
      ? {
          fields: fields
            .filter(({ name }) => hasField(name))
            .flatMap((field) => fieldOf(field, isThere, said)),
        }
      : {}),
  };
  const isSame =
    own.question === question &&
    own.answer === answer &&
    own.footnotes === footnotes &&
    own.related === related &&
    own.topics === topics &&
    (own.fields ?? []).every((field, at) => field === fields?.[at]) &&
    own.fields?.length === fields?.length &&
    (replacedBy === undefined || isThere(replacedBy));
  return isSame ? undefined : own;
}

/** A field that names an entry has nothing to name where that is not there; Markdown in one is said as in an answer. */
function fieldOf(
  field: FieldValue,
  isThere: (number: string) => boolean,
  said: <Node extends AnswerNode>(nodes: readonly Node[]) => readonly Node[],
): readonly FieldValue[] {
  const { prose = [], value } = field;
  const isWhole = (words: readonly Phrasing[]) =>
    crossReferences(words).every(({ number }) => isThere(number));
  if (prose.every(isWhole)) return [field];
  const texts = Array.isArray(value) ? value : [value];
  // What is no list of texts cannot say less than it does.
  if (texts.length !== prose.length || texts.some((text) => typeof text !== 'string')) return [];
  const kept = prose.flatMap((words, at) => {
    if (isWhole(words)) return [{ text: texts[at] ?? '', words }];
    if (crossReferences(words).some(({ number }) => number === texts[at])) return [];
    return [{ text: toText(said(words)), words: said(words) }];
  });
  if (kept.length === 0) return [];
  const own = kept.map(({ text }) => text);
  return [
    { ...field, value: Array.isArray(value) ? own : (own[0] ?? ''), prose: kept.map(({ words }) => words) },
  ];
}

function isTopic({ topics }: Handbook, id: string): boolean {
  return topics.some((topic) => topic.id === id);
}

/** The topics that the edition keeps: not those, and what is below, that are left out, nor those that only left-out entries have. */
function keptTopics(book: Handbook, { topics: left }: EditionCut, kept: readonly Entry[]): readonly Topic[] {
  const byId = new Map(book.topics.map((topic) => [topic.id, topic]));
  const above = (id: string): readonly string[] => {
    const ids = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !ids.has(at); at = byId.get(at)?.broader)
      ids.add(at);
    return [...ids];
  };
  const usedBy = (entries: readonly Entry[]) =>
    new Set(entries.flatMap(({ topics }) => topics.flatMap(above)));
  const before = usedBy(book.chapters.flatMap(({ entries }) => entries));
  const now = usedBy(kept);
  return book.topics.filter(
    ({ id }) =>
      (now.has(id) || !before.has(id)) &&
      above(id).every((one) => {
        const topic = byId.get(one);
        return !topic || !left.has(topic);
      }),
  );
}

function usedImages(handbook: Handbook): Handbook['images'] {
  const { chapters, glossary, cover, images } = handbook;
  const nodes = [
    ...chapters.flatMap(({ entries }) =>
      entries.flatMap((entry) => [...entry.question, ...entryNodes(entry)]),
    ),
    ...prosePages(handbook).flatMap(({ body, footnotes }) => [...body, ...footnotes]),
    ...glossary.flatMap(({ definition }) => definition),
  ];
  const used = new Set([...imagesIn(nodes).map(({ url }) => url), cover?.image]);
  return images.filter(({ path }) => used.has(path));
}
