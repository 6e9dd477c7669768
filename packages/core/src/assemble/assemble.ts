import type { Phrasing } from '../model/answer.ts';
import type { Entry, Handbook } from '../model/handbook.ts';
import { toText } from '../model/to-text.ts';
import type { EntryFile, Sources } from '../read/read.ts';
import { report, type Severity } from '../report.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { assembleEntry } from './assemble-entry.ts';
import { assemblePages } from './assemble-pages.ts';
import { assembleTerms } from './assemble-terms.ts';
import type { BodyContext, ContextFor } from './body/context.ts';
import { buildHandbook } from './build-handbook.ts';
import { chooseLabels } from './choose-labels.ts';
import { imageShelf, useCover } from './images.ts';
import { inlineSource } from './inline-source.ts';
import { outerBooks } from './outer-books.ts';
import { type SourceMap, sourceMap } from './place.ts';
import { indexReferences, type References } from './references.ts';
import { severitiesOf } from './severities.ts';

export interface AssembleOptions {
  /** Disallowed HTML stays as text, with a warning. */
  readonly lenient?: boolean;
}

/** A handbook put together, with what the rules need beside it. */
export interface Assembled {
  readonly handbook: Handbook;
  /** Every entry, by path: also those in a folder that is no chapter. */
  readonly entries: readonly Entry[];
  readonly references: References;
  readonly places: SourceMap;
  readonly sources: Sources;
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
  const shelf = imageShelf(sources.others);
  const labels = chooseLabels(book, book.data.language ?? 'und');
  const outer = outerBooks(sources, labels);
  const severity = severitiesOf(book);
  let references: References | undefined;
  const contextFor: ContextFor = (source) => {
    const tell: BodyContext['report'] = (ruleId, finding, given) =>
      void report(source.file, ruleId, finding, given ?? severity(ruleId));
    return {
      file: source.file,
      lenient: options.lenient ?? false,
      outer,
      report: tell,
      resolve: (reference) => references?.resolve(reference, source.file.path),
      image: (url, place) => shelf.use(url, source.file.path, tell, place),
    };
  };
  const questions = new Map<EntryFile, readonly Phrasing[]>(
    sources.entries.map((source) => [
      source,
      inlineSource(source.data.question ?? '', source.yaml.locate(['question']), contextFor(source)),
    ]),
  );
  references = indexReferences(sources, (source) => toText(questions.get(source) ?? []));
  const hashes = new Map<string, string>();
  const imageHash = (path: string) => {
    if (!hashes.has(path)) for (const image of shelf.used()) hashes.set(image.path, image.sha256);
    return hashes.get(path) ?? path;
  };
  const entries = sources.entries.map((source) => {
    const context = { ...contextFor(source), text: source.text };
    return {
      folder: source.folder,
      entry: assembleEntry(source, questions.get(source) ?? [], context, context.resolve, imageHash),
    };
  });
  const pages = (folder: 'front' | 'back') => assemblePages(sources, folder, contextFor);
  const pieces = {
    entries,
    front: pages('front'),
    back: pages('back'),
    glossary: assembleTerms(sources, contextFor),
  };
  useCover(book, shelf);
  const handbook = buildHandbook(sources, pieces, shelf.used(), labels);
  const read = [
    ...[book, sources.topics, sources.glossary].filter((source) => source !== undefined),
    ...sources.entries,
    ...sources.pages.values(),
    ...sources.approvals.values(),
  ];
  return {
    handbook,
    entries: entries.map(({ entry }) => entry),
    references,
    sources,
    severity,
    places: sourceMap(read),
  };
}
