import { type Memory, NO_MEMORY } from '../../cache/memory.ts';
import { didYouMean } from '../../message/nearest.ts';
import { report } from '../../message/report.ts';
import type { EditionSource, HandbookSource } from '../../model/source.generated.ts';
import type { Sources } from '../../read/read.ts';
import type { YamlSource } from '../../read/read-yaml.ts';
import { type Choice, type Condition, choiceOf, isKept } from '../condition.ts';
import { editionIri, relationsOf } from './relations.ts';

/** One of the editions of a book, as it is loaded. */
export interface ChosenEdition {
  readonly name: string;
  readonly choice: Choice;
  /** How it relates to the other editions. */
  readonly relations: ReturnType<typeof relationsOf>;
}

/** The sources as one edition sees them, with that edition; the sources themselves for the whole book. */
export interface EditionView {
  readonly sources: Sources;
  readonly edition?: ChosenEdition;
}

/**
 * The sources with what `editions:` of handbook.yaml says of one of them in place of what the book says. Reports a
 * name that no edition has (`edition-sound`).
 */
export function editionView(
  sources: Sources,
  name: string | undefined,
  memory: Memory = NO_MEMORY,
): EditionView {
  const book = sources.handbook;
  if (name === undefined || !book) return { sources };
  const { editions = {}, conditions } = book.data;
  const own = Object.hasOwn(editions, name) ? editions[name] : undefined;
  if (!own) {
    report(book.file, 'edition-sound', {
      reason: `there is no edition "${name}"${didYouMean(name, Object.keys(editions), (found) => `"${found}"`)}`,
      place: book.yaml.locateKey(['editions']),
      expected: Object.keys(editions).length > 0 ? Object.keys(editions) : 'a name under "editions:"',
    });
    return { sources };
  }
  const handbook = memory.keep(book, `edition ${name}`, () => ({ ...book, data: withOwn(book, name, own) }));
  const relations = relationsOf(name, book.data);
  return {
    sources: { ...sources, handbook },
    edition: { name, choice: choiceOf(own.for, conditions), relations },
  };
}

function withOwn(
  { data }: YamlSource<HandbookSource>,
  name: string,
  { for: _, name: __, iri, variables, html, pdf, epub, ...own }: EditionSource,
): Partial<HandbookSource> {
  return {
    ...data,
    ...own,
    iri: editionIri(data.iri, name, iri),
    ...(data.variables || variables ? { variables: { ...data.variables, ...variables } } : {}),
    ...(html ? { html: { ...data.html, ...html } } : {}),
    ...(pdf ? { pdf: { ...data.pdf, ...pdf } } : {}),
    ...(epub ? { epub: { ...data.epub, ...epub } } : {}),
  };
}

/** What an edition leaves out, and how it says so. */
export interface LeftOut {
  /** Paths of the files of entries and pages. */
  readonly paths: ReadonlySet<string>;
  /** The ids of chapters. */
  readonly chapters: ReadonlySet<string>;
  readonly keeps: (condition: Condition | undefined) => boolean;
}

/** What an edition leaves out as a whole: entries by their own condition, that of their chapter or of its part. */
export function leftOut({ handbook, entries, pages }: Sources, { choice }: ChosenEdition): LeftOut {
  const keeps = (condition: Condition | undefined) => !condition || isKept(condition, choice);
  const { parts = [], chapters = [] } = handbook?.data ?? {};
  const without = new Set([
    ...parts.filter((part) => !keeps(part.for)).flatMap((part) => part.chapters),
    ...chapters.filter((chapter) => !keeps(chapter.for)).map(({ id }) => id),
  ]);
  const introOf = new Set([...without].map((id) => `${id}/index`));
  const paths = [
    ...entries.filter(({ folder, data }) => without.has(folder) || !keeps(data.for)),
    ...[...pages].flatMap(([path, page]) => (introOf.has(path) || !keeps(page.data.for) ? [page] : [])),
  ].map(({ file }) => file.path);
  return { paths: new Set(paths), chapters: without, keeps };
}
