import { type Memory, NO_MEMORY } from '../cache/memory.ts';
import type { SourceCache } from '../cache/source-cache.ts';
import type { RuleId, Severity } from '../message/catalogue.ts';
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
import type { ContextFor, InlineContext } from './body-context.ts';
import { buildHandbook } from './build-handbook.ts';
import { chooseLabels } from './choose-labels.ts';
import type { ChosenEdition } from './conditions/chosen-edition.ts';
import type { CutEdition } from './conditions/cut-edition.ts';
import { contextsOf, imageHashes } from './contexts.ts';
import { epochOf } from './epoch.ts';
import { withFieldTerms } from './field-terms.ts';
import { type ImageShelf, imageShelf, useCover } from './images.ts';
import { outerBooks } from './outer-books.ts';
import { type SourceMap, sourceMap } from './place.ts';
import { indexReferences, type References } from './references.ts';
import { reuseEntry, reuseQuestion } from './reuse-entry.ts';
import { sayReferences } from './say-references.ts';
import { severitiesOf } from './severities.ts';
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
  /** See `Loaded.uses`. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
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
  const { lenient = false, cache } = options;
  const types = asksMore(sources) ? resolveTypes(sources) : undefined;
  const { digest, numbering, hasClauses } = answerSettings(sources, book.data, labels, lenient, types);
  const parts = { sources, book, shelf, outer, labels, severity, hasClauses };
  const { contextFor, variables, inserts, left, know } = contextsOf(parts, options);
  const imageHash = imageHashes(shelf);
  const memory = options.memory ?? NO_MEMORY;
  const epoch = epochOf(sources, lenient, memory);
  const questions = new Map<EntryFile, readonly Phrasing[]>(
    sources.entries.map((source) => [source, reuseQuestion(source, contextFor(source), epoch, memory)]),
  );
  const references = indexReferences(sources, (source) => toText(questions.get(source) ?? []));
  know(references);
  const shelves = { epoch, memory, cache, settings: digest, edition: edition?.name };
  const assembled = sources.entries.map((source) => {
    const question = questions.get(source) ?? [];
    const work = {
      source,
      question,
      context: contextFor(source),
      quietImage: (url: string, from = source.file.path) => soundImage(shelf, url, from),
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
  const prose = prosePages(book.data, (named) => {
    const made = assemblePages(sources, named, contextFor);
    return says ? made.map(says.page) : made;
  });
  const terms = assembleTerms(sources, contextFor, left?.keeps);
  const glossary = says ? terms.map(says.term) : terms;
  const pieces = { entries, ...prose, glossary, types };
  useCover(book, shelf);
  const places = placesIn(sources);
  const built = fillTitles(buildHandbook(sources, pieces, shelf.used(), labels), (text, path, keys) =>
    filled(text, contextFor({ file: sources.files.get(path) ?? book.file }), {
      place: places.locate(path, keys),
    }),
  );
  // The index of an edition has the fields that it keeps.
  const handbook = edition ? built : withFieldTerms(built, memory);
  if (sources.unread.length === 0 && !edition) {
    variables.tellUnused(usedInEditions(book), severity('variable-used'));
    inserts.tellUnused();
  }
  return {
    handbook,
    entries: entries.map(({ entry }) => entry),
    references,
    sources,
    edition: edition && left && { ...edition, left },
    uses: inserts.uses,
    hasClauses,
    severity,
    places,
  };
}

/** The pages of a book that are prose, by where they stand. */
function prosePages<Page>(
  data: NonNullable<Sources['handbook']>['data'],
  pages: (named: readonly NamedPage[]) => readonly Page[],
): { readonly front: readonly Page[]; readonly intros: readonly Page[]; readonly back: readonly Page[] } {
  const inFolder = (folder: 'front' | 'back') =>
    pages((data[folder] ?? []).map((id) => ({ id, path: `${folder}/${id}` })));
  const front = inFolder('front');
  const intros = pages((data.chapters ?? []).map(({ id, title }) => ({ id, title, path: `${id}/index` })));
  return { front, intros, back: inFolder('back') };
}

/** The `{{…}}` that only editions have: in what `editions:` says in place of the book. */
function usedInEditions({ data }: NonNullable<Sources['handbook']>): ReadonlySet<string> {
  const uses = JSON.stringify(data.editions ?? {}).match(/\{\{[^{}]*\}\}/g) ?? [];
  return new Set(uses.flatMap((use) => readUse(use)?.name ?? []));
}

/** The path of an image without a fault. */
function soundImage(shelf: ImageShelf, url: string, from: string): string | undefined {
  let told = false;
  const path = shelf.use(url, from, () => {
    told = true;
  });
  return told ? undefined : path;
}

function placesIn(sources: Sources): SourceMap {
  const { handbook, topics, types, glossary, entries, pages, snippets, approvals, files } = sources;
  const some = [handbook, topics, types, glossary].filter((source) => source !== undefined);
  return sourceMap(files, [
    ...some,
    ...entries,
    ...pages.values(),
    ...snippets.values(),
    ...approvals.values(),
  ]);
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
