import { digest } from '../model/digest.ts';
import type { Labels } from '../model/labels.generated.ts';
import type { OwnTypes } from '../model/own-types.ts';
import type { HandbookSource } from '../model/source.generated.ts';
import type { EntryFile, Sources } from '../read/read.ts';
import type { Numbering } from './body/part-number.ts';

/** What handbook.yaml says of all answers. */
export interface AnswerSettings {
  /** Whether labels in the answer of an entry make clauses. */
  readonly hasClauses: (source: EntryFile) => boolean;
  readonly numbering: Omit<Numbering, 'number'> | undefined;
  /** A digest of everything that an entry depends on beside its text. */
  readonly digest: string;
}

/** Reads what handbook.yaml says of all answers; `types` are those of types.yaml, which decide too what an entry becomes. */
export function answerSettings(
  { inventories: files }: Pick<Sources, 'inventories'>,
  data: Partial<HandbookSource>,
  labels: Labels,
  lenient: boolean,
  types: OwnTypes | undefined,
): AnswerSettings {
  const { inventories = {}, rules = {}, volume, iri, numbers, chapters = [] } = data;
  const { clauses = false, numbered, conditions, variables, language } = data;
  const clausesIn = new Map(chapters.map((chapter) => [chapter.id, chapter.clauses ?? clauses]));
  const grammar = numbers && [numbers, chapters.map(({ prefix }) => prefix)];
  const books = [...files].map(([prefix, { data: book }]) => [prefix, book]);
  return {
    hasClauses: (source) => source.data.clauses ?? clausesIn.get(source.folder) ?? clauses,
    numbering: numbered && { kinds: new Set(numbered), labels },
    digest: digest([
      ...[lenient, rules, inventories, volume, books.length > 0 ? iri : null, labels, books, grammar ?? null],
      ...[[...clausesIn], numbered ?? null, types ?? null],
      // Values are asked for one by one; what is wrong with a use follows from these.
      ...[conditions ?? null, variables !== undefined, language ?? null],
    ]),
  };
}
