import type { Memory } from '../../cache/memory.ts';
import { fillLabel } from '../../labels/labels-for.ts';
import { report } from '../../message/report.ts';
import type { CrossReference, Phrasing } from '../../model/answer.ts';
import type { Handbook } from '../../model/documents.generated.ts';
import { prosePages } from '../../model/prose-pages.ts';
import type { HandbookSource } from '../../model/source.generated.ts';
import type { EntryFile, Sources } from '../../read/read.ts';
import type { YamlSource } from '../../read/read-yaml.ts';
import { axisOf, type Choice, type Condition, choiceOf, isKept } from '../condition.ts';
import { withFieldTerms } from '../field-terms.ts';
import type { ChosenEdition, LeftOut } from './chosen-edition.ts';
import { editionOf } from './edition-of.ts';

/** An edition, and what of the book it leaves out. */
export interface CutEdition extends ChosenEdition {
  readonly left: LeftOut;
}

/**
 * The Handbook of an edition, from that of the whole book. A link to an entry that the edition leaves out is its
 * words, and the number with the name of the edition that has it; its words alone where the axis that leaves the
 * entry out is secret. Reports a secret one without words, and an edition of which nothing is left (`edition-sound`).
 */
export function cutEdition(
  handbook: Handbook,
  sources: Sources,
  edition: CutEdition,
  memory: Memory,
): Handbook {
  const book = sources.handbook;
  if (!book) return handbook;
  const { left, name } = edition;
  const isLeft = ({ source }: { readonly source: { readonly path: string } }) => left.paths.has(source.path);
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries).filter(isLeft);
  const files = new Map(sources.entries.map((source) => [source.file.path, source]));
  const leftFiles = new Map(
    entries.flatMap(({ number, source }) => {
      const file = files.get(source.path);
      return file ? [[number, file] as const] : [];
    }),
  );
  const keeps = (one: { readonly for?: Condition } | undefined) => left.keeps(one?.for);
  const made = editionOf(
    handbook,
    {
      entries: new Set(entries.map(({ number }) => number)),
      chapters: left.chapters,
      pages: new Set(prosePages(handbook).filter(isLeft)),
      terms: new Set(handbook.glossary.filter((_, at) => !keeps(sources.glossary?.data.terms?.[at]))),
      topics: new Set(handbook.topics.filter((_, at) => !keeps(sources.topics?.data.topics?.[at]))),
      fields: new Set(
        Object.entries(sources.types?.data.fields ?? {}).flatMap(([own, field]) =>
          keeps(field) ? [] : [own],
        ),
      ),
      contributors: new Set(handbook.contributors.filter((_, at) => !keeps(book.data.contributors?.[at]))),
      say: (link, path) => {
        const source = leftFiles.get(link.number);
        if (!source || !isSecret(source, book, edition.choice))
          return sayLeftOut(link, source, book, handbook);
        const file = sources.files.get(path);
        if (link.automatic && file)
          report(file, 'edition-sound', {
            reason: `the link to ${link.number} has no words of its own, and the edition "${name}" says nothing of ${link.number}`,
            place: link.position,
            expected: `[words](${link.written}), or the link within :only[…]{…}`,
          });
        return link.automatic ? [] : link.children;
      },
    },
    memory,
  );
  if (made.chapters.every((chapter) => chapter.entries.length === 0) && entries.length > 0)
    report(book.file, 'edition-sound', {
      reason: `the edition "${name}" has no entry`,
      place: book.yaml.locateKey(['editions', name]),
      note: 'Let "for:" of the edition, or of some chapter or entry, name more values.',
    });
  return { ...withFieldTerms(made, memory), ...edition.relations };
}

/** The conditions of an entry: its own, that of its chapter, and those of the parts of that. */
function conditionsOf(
  { data, folder }: EntryFile,
  { data: book }: YamlSource<HandbookSource>,
): readonly Condition[] {
  const { parts = [], chapters = [] } = book;
  return [
    data.for,
    chapters.find(({ id }) => id === folder)?.for,
    ...parts.filter((part) => part.chapters.includes(folder)).map((part) => part.for),
  ].filter((condition) => condition !== undefined);
}

/** Whether the axis that leaves an entry out is secret. */
export function isSecret(source: EntryFile, book: YamlSource<HandbookSource>, choice: Choice): boolean {
  return conditionsOf(source, book).some((condition) =>
    Object.entries(condition).some(([axis, values]) => {
      const declared = axisOf(book.data.conditions, axis);
      return declared && !Array.isArray(declared) && declared.secret && !isKept({ [axis]: values }, choice);
    }),
  );
}

/** "in the internal edition": the first edition of handbook.yaml that has the entry. */
export function inEdition(
  source: EntryFile | undefined,
  book: YamlSource<HandbookSource>,
  { labels }: Handbook,
): string | undefined {
  const { editions = {}, conditions } = book.data;
  const asked = source ? conditionsOf(source, book) : [];
  const has = Object.entries(editions).find(([, own]) => {
    const choice = choiceOf(own.for, conditions);
    return asked.every((condition) => isKept(condition, choice));
  });
  return has && fillLabel(labels.inEdition, { edition: has[1].name ?? has[0] });
}

/** "618, in the internal edition": the number, and an edition that has the entry. */
function sayLeftOut(
  { number, clause = '', automatic, children, position }: CrossReference,
  source: EntryFile | undefined,
  book: YamlSource<HandbookSource>,
  handbook: Handbook,
): readonly Phrasing[] {
  const where = [inEdition(source, book, handbook) ?? []].flat();
  const text = (value: string): Phrasing => ({ type: 'text', value, ...(position ? { position } : {}) });
  if (automatic) return [text([number + clause, ...where.map((words) => `(${words})`)].join(' '))];
  return [...children, text(` (${[number + clause, ...where].join(', ')})`)];
}
