import type { VFile } from 'vfile';
import type { RuleId, Severity } from '../message/catalogue.ts';
import { report } from '../message/report.ts';
import type { Handbook } from '../model/documents.generated.ts';
import type { EntryFile, Sources } from '../read/read.ts';
import type { BodyContext, Conditions, ContextFor } from './body-context.ts';
import { conditionFaults } from './condition.ts';
import { type ChosenEdition, type LeftOut, leftOut } from './conditions/chosen-edition.ts';
import { isSecret } from './conditions/cut-edition.ts';
import type { ImageShelf } from './images.ts';
import { type BookInserts, bookInserts, type InsertSettings } from './inserts/book-inserts.ts';
import type { OuterBooks } from './outer-books.ts';
import type { References } from './references.ts';
import { type BookVariables, bookVariables } from './variables/book-variables.ts';

/** Makes the contexts of a book; references are resolved once they are `known`. */
export function contextsOf(
  { sources, book, shelf, outer, labels, severity, hasClauses }: BookParts,
  { edition, lenient = false }: { readonly edition?: ChosenEdition | undefined; readonly lenient?: boolean },
): {
  readonly contextFor: ContextFor;
  readonly variables: BookVariables;
  readonly inserts: BookInserts;
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
  const shown: InsertSettings['shown'] = (source, from) =>
    !edition || !left || left.paths.has(from) || !left.paths.has(source.file.path)
      ? 'words'
      : isSecret(source, book, edition.choice)
        ? 'nothing'
        : 'number';
  const inserts = bookInserts(sources, { hasClauses, shown, keeps: left?.keeps, severity });
  const contextFor: ContextFor = (source) => {
    const tell: BodyContext['report'] = (ruleId, finding, given) =>
      void report(source.file, ruleId, finding, given ?? severity(ruleId));
    return {
      file: source.file,
      lenient,
      outer,
      tableWord: labels.table,
      report: tell,
      resolve: (reference, from = source.file.path) => references?.resolve(reference, from),
      image: (url, place, seen) => shelf.use(url, seen?.path ?? source.file.path, seen?.tell ?? tell, place),
      variables: {
        ...variables,
        look: (name) => {
          inserts.note(source.isLeftOut ? '' : source.file.path, `{{${name}}}`);
          return variables.look(name);
        },
      },
      inserts: inserts.of(source.isLeftOut ? '' : source.file.path),
      conditions: conditionsOf(source.file),
    };
  };
  const variables = bookVariables(book, () => contextFor(book), imageHashes(shelf));
  return {
    contextFor,
    variables,
    inserts,
    left,
    know: (found) => {
      references = found;
      variables.settle();
    },
  };
}

/** What is known of a book before its texts are read. */
export interface BookParts {
  readonly sources: Sources;
  readonly book: NonNullable<Sources['handbook']>;
  readonly shelf: ImageShelf;
  readonly outer: OuterBooks;
  readonly labels: Handbook['labels'];
  readonly severity: (ruleId: RuleId) => Severity;
  readonly hasClauses: (source: EntryFile) => boolean;
}

/** Gives the SHA-256 of an image that is used, by its path. */
export function imageHashes(shelf: ImageShelf): (path: string) => string {
  const hashes = new Map<string, string>();
  return (path) => {
    if (!hashes.has(path)) for (const image of shelf.used()) hashes.set(image.path, image.sha256);
    return hashes.get(path) ?? path;
  };
}
