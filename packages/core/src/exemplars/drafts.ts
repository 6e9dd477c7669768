import { DEFAULT_TYPE } from '../model/own-types.ts';
import { resolveTypes } from '../own-fields/resolve-types.ts';
import type { SchemaTools } from '../own-fields/schema-tools.ts';
import type { Sources } from '../read/read.ts';
import type { Draft } from './exemplar.ts';
import { numbersByChapter } from './exemplar-writer.ts';
import { type OwnExemplars, ownExemplars } from './own-exemplars.ts';
import { drawFrom } from './random.ts';
import type { World } from './schema-walk.ts';

/**
 * Drafts of exemplars for every type in every chapter. The first chapter with the same demands shows all of a type,
 * the others that it may stand there.
 */
export function draftsOf(sources: Sources, tools: SchemaTools | undefined, seed: number): OwnExemplars {
  const book = sources.handbook?.data ?? {};
  const chapters = (book.chapters ?? []).map(({ id }) => id);
  if (!tools)
    return {
      drafts: chapters.map(
        (chapter): Draft => ({ kind: 'valid', type: DEFAULT_TYPE, chapter, about: {}, data: {} }),
      ),
      notes: [],
    };
  const types = resolveTypes(sources);
  const world: World = {
    draw: drawFrom(seed),
    formats: formatTexts(sources),
    isValid: (schema, value) => tools.compile(schema)(value).length === 0,
  };
  const [shown, shownFields] = [new Set<string>(), new Set<string>()];
  const made = chapters.flatMap((chapter) =>
    types.types.map(({ name: type }): OwnExemplars => {
      const demand = types.demands.find((one) => one.chapter === chapter);
      const key = JSON.stringify([type, demand?.fields, demand?.required]);
      const isFirst = !shown.has(key);
      shown.add(key);
      const all = ownExemplars(
        { type, chapter, demand },
        types,
        world,
        tools,
        isFirst ? shownFields : new Set(),
      );
      return isFirst ? all : { drafts: all.drafts.slice(0, 1), notes: [] };
    }),
  );
  return {
    drafts: made.flatMap(({ drafts }) => drafts),
    notes: [...new Set(made.flatMap(({ notes }) => notes))],
  };
}

/** Texts by format; the entry that is referred to is the first of the book. */
function formatTexts(sources: Sources): World['formats'] {
  const { topics, taxonomies, glossary, handbook } = sources;
  const [first] = [...numbersByChapter(sources).values()].flat();
  const names = (handbook?.data.contributors ?? []).map(({ name }) => name);
  return {
    date: ['2026-12-01', '2024-02-29'],
    uri: ['https://example.org/acts/9#s4'],
    email: ['desk@example.org'],
    entry: first === undefined ? [] : [first],
    topic: (topics?.data.topics ?? []).slice(0, 2).map(({ id }) => id),
    term: (glossary?.data.terms ?? []).slice(0, 2).flatMap(({ id }) => id ?? []),
    contributor: names.slice(0, 2),
    ...Object.fromEntries(
      [...taxonomies].map(([id, { data }]) => [
        `taxonomy/${id}`,
        (data.concepts ?? []).slice(0, 2).map((concept) => concept.id),
      ]),
    ),
    markdown: ['Words with *emphasis* and `code`'],
    wrong: ['2026-02-30', 'not an address'],
  };
}
