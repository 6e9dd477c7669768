import type { VFile } from 'vfile';
import { type Memory, NO_MEMORY } from '../cache/memory.ts';
import type { SourceCache } from '../cache/source-cache.ts';
import type { RuleId, Severity } from '../message/catalogue.ts';
import { report } from '../message/report.ts';
import type { Phrasing } from '../model/answer.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { toText } from '../model/to-text.ts';
import { resolveTypes } from '../own-fields/resolve-types.ts';
import { asksMore } from '../own-fields/type-sources.ts';
import type { EntryFile, Sources } from '../read/read.ts';
import { answerSettings } from './answer-settings.ts';
import { assembleEntry } from './assemble-entry.ts';
import { assemblePages, type NamedPage } from './assemble-pages.ts';
import { assembleTerms } from './assemble-terms.ts';
import type { BodyContext, Conditions, ContextFor, InlineContext } from './body-context.ts';
import { buildHandbook } from './build-handbook.ts';
import { chooseLabels } from './choose-labels.ts';
import { conditionFaults } from './condition.ts';
import { type ChosenEdition, type LeftOut, leftOut } from './conditions/chosen-edition.ts';
import type { CutEdition } from './conditions/cut-edition.ts';
import { epochOf } from './epoch.ts';
import { withFieldTerms } from './field-terms.ts';
import { imageShelf, useCover } from './images.ts';
import { type OuterBooks, outerBooks } from './outer-books.ts';
import { type SourceMap, sourceMap } from './place.ts';
import { indexReferences, type References } from './references.ts';
import { reuseEntry, reuseQuestion } from './reuse-entry.ts';
import { sayReferences } from './say-references.ts';
import { severitiesOf } from './severities.ts';
import { type BookVariables, bookVariables } from './variables/book-variables.ts';
import { filled } from './variables/fill.ts';
import { fillTitles } from './variables/titles.ts';
import { readUse } from './variables/variable-use.ts';

export interface AssembleOptions {
  /** Disallowed HTML stays as text, with a warning. */
  readonly lenient?: boolean;
  /** Entries assembled before; it never changes the result. */
  readonly cache?: SourceCache;
  /** What earlier loads left. */
  readonly memory?: Memory;
  /** The edition that is made; without one, it is the whole book. */
  readonly edition?: ChosenEdition | undefined;
}

/** A handbook put together, with what the rules need beside it. */
export interface Assembled {
  readonly handbook: Handbook;
  /** Every entry, by path: also those in a folder that is no chapter. */
  readonly entries: readonly Entry[];
  readonly references: References;
  readonly places: SourceMap;
  readonly sources: Sources;
  /** The edition that is made, and what it leaves out. */
  readonly edition: CutEdition | undefined;
  /** Whether labels in the answer of an entry make clauses. */
  readonly hasClauses: (source: EntryFile) => boolean;
  /** The severity of each rule in this book. */
  readonly severity: (ruleId: RuleId) => Severity;
}

/**
 * Puts the sources together: links become cross-references by number, images are measured, settings
 * get their defaults. What is wrong becomes messages on the files; whatever can be assembled is.
 * Returns undefined when there is no usable handbook.yaml.
 */
export function assemble(sources: Sources, options: AssembleOptions = {}): Assembled | undefined {
  const book = sources.handbook;
  if (!book) return undefined;
  const shelf = imageShelf(sources);
  const labels = chooseLabels(book, book.data.language ?? 'und');
  const outer = outerBooks(sources, labels);
  const severity = severitiesOf(book);
  const { edition } = options;
  const parts = { sources, book, shelf, outer, labels, severity };
  const { contextFor, variables, left, know } = contextsOf(parts, options);
  const imageHash = imageHashes(shelf);
  const memory = options.memory ?? NO_MEMORY;
  const epoch = epochOf(sources, options.lenient ?? false, memory);
  const questions = new Map<EntryFile, readonly Phrasing[]>(
    sources.entries.map((source) => [source, reuseQuestion(source, contextFor(source), epoch, memory)]),
  );
  const references = indexReferences(sources, (source) => toText(questions.get(source) ?? []));
  know(references);
  const { lenient = false, cache } = options;
  const types = asksMore(sources) ? resolveTypes(sources) : undefined;
  const { digest, numbering, hasClauses } = answerSettings(sources, book.data, labels, lenient, types);
  const shelves = { epoch, memory, cache, settings: digest, edition: edition?.name };
  const assembled = sources.entries.map((source) => {
    const question = questions.get(source) ?? [];
    const work = {
      source,
      question,
      context: contextFor(source),
      quietImage: (url: string) => soundImage(shelf, url, source),
      imageHash,
      make: (context: InlineContext) =>
        assembleEntry(
          source,
          question,
          withText(context, source),
          context.resolve,
          imageHash,
          hasClauses(source),
          numbering,
          types,
        ),
    };
    return { folder: source.folder, entry: reuseEntry(work, shelves) };
  });
  const whole = assembled.map(({ entry }) => entry);
  const says = numbering && sayReferences(whole, memory);
  const entries = says ? assembled.map((own) => ({ ...own, entry: says.entry(own.entry) })) : assembled;
  const pages = (named: readonly NamedPage[]) => {
    const made = assemblePages(sources, named, contextFor);
    return says ? made.map(says.page) : made;
  };
  const inFolder = (folder: 'front' | 'back') =>
    pages((book.data[folder] ?? []).map((id) => ({ id, path: `${folder}/${id}` })));
  const intros = pages(
    (book.data.chapters ?? []).map(({ id, title }) => ({ id, title, path: `${id}/index` })),
  );
  const terms = assembleTerms(sources, contextFor);
  const glossary = says ? terms.map(says.term) : terms;
  const pieces = { entries, front: inFolder('front'), intros, back: inFolder('back'), glossary, types };
  useCover(book, shelf);
  const places = placesIn(sources);
  const built = fillTitles(buildHandbook(sources, pieces, shelf.used(), labels), (text, path, keys) =>
    filled(text, contextFor({ file: sources.files.get(path) ?? book.file }), {
      place: places.locate(path, keys),
    }),
  );
  // The index of an edition has the fields that it keeps.
  const handbook = edition ? built : withFieldTerms(built, memory);
  if (sources.unread.length === 0 && !edition) variables.tellUnused(usedInEditions(book));
  return {
    handbook,
    entries: entries.map(({ entry }) => entry),
    references,
    sources,
    edition: edition && left && { ...edition, left },
    hasClauses,
    severity,
    places,
  };
}

/** The `{{…}}` that only editions have: in what `editions:` says in place of the book. */
function usedInEditions({ data }: NonNullable<Sources['handbook']>): ReadonlySet<string> {
  const uses = JSON.stringify(data.editions ?? {}).match(/\{\{[^{}]*\}\}/g) ?? [];
  return new Set(uses.flatMap((use) => readUse(use)?.name ?? []));
}

/** Makes the contexts of a book; references are resolved once they are `known`. */
function contextsOf(
  { sources, book, shelf, outer, labels, severity }: BookParts,
  { edition, lenient = false }: AssembleOptions,
): {
  readonly contextFor: ContextFor;
  readonly variables: BookVariables;
  readonly left: LeftOut | undefined;
  readonly know: (references: References) => void;
} {
  let references: References | undefined;
  const left = edition && leftOut(sources, edition);
  const conditionsOf = ({ path }: VFile): Conditions => ({
    faults: (condition) => conditionFaults(condition, book.data),
    // What is left out as a whole is read as in the whole book.
    leavesOut: left !== undefined && !left.paths.has(path),
    keeps: (condition) => !left || left.paths.has(path) || left.keeps(condition),
  });
  const contextFor: ContextFor = (source) => {
    const tell: BodyContext['report'] = (ruleId, finding, given) =>
      void report(source.file, ruleId, finding, given ?? severity(ruleId));
    return {
      file: source.file,
      lenient,
      outer,
      tableWord: labels.table,
      report: tell,
      resolve: (reference) => references?.resolve(reference, source.file.path),
      image: (url, place) => shelf.use(url, source.file.path, tell, place),
      variables,
      conditions: conditionsOf(source.file),
    };
  };
  const variables = bookVariables(book, () => contextFor(book), imageHashes(shelf));
  return {
    contextFor,
    variables,
    left,
    know: (found) => {
      references = found;
      variables.settle();
    },
  };
}

/** What is known of a book before its texts are read. */
interface BookParts {
  readonly sources: Sources;
  readonly book: NonNullable<Sources['handbook']>;
  readonly shelf: Shelf;
  readonly outer: OuterBooks;
  readonly labels: Handbook['labels'];
  readonly severity: Assembled['severity'];
}

type Shelf = ReturnType<typeof imageShelf>;

/** Gives the SHA-256 of an image that is used, by its path. */
function imageHashes(shelf: Shelf): (path: string) => string {
  const hashes = new Map<string, string>();
  return (path) => {
    if (!hashes.has(path)) for (const image of shelf.used()) hashes.set(image.path, image.sha256);
    return hashes.get(path) ?? path;
  };
}

/** The path of an image without a fault. */
function soundImage(shelf: Shelf, url: string, { file }: EntryFile): string | undefined {
  let told = false;
  const path = shelf.use(url, file.path, () => {
    told = true;
  });
  return told ? undefined : path;
}

function placesIn(sources: Sources): SourceMap {
  const { handbook, topics, types, glossary, entries, pages, approvals, files } = sources;
  const some = [handbook, topics, types, glossary].filter((source) => source !== undefined);
  return sourceMap(files, [...some, ...entries, ...pages.values(), ...approvals.values()]);
}

/** The text is decoded only where something is read from it. */
function withText(
  context: ReturnType<ContextFor>,
  source: EntryFile,
): ReturnType<ContextFor> & { readonly text: string } {
  return Object.defineProperty({ ...context, text: '' }, 'text', {
    get: () => source.text,
    enumerable: true,
  });
}
