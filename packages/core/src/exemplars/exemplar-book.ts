import { stringify } from 'yaml';
import type { GlossarySource, HandbookSource, TopicsSource } from '../model/source.generated.ts';
import type { Sources } from '../read/read.ts';

/** What of a handbook.yaml decides about entries. */
const KEPT = [
  'schemaVersion',
  'title',
  'language',
  'edition',
  'publisher',
  'contributors',
  'license',
  'numbers',
  'clauses',
  'numbered',
  'requires',
  'rules',
] as const satisfies readonly (keyof HandbookSource)[];
const OF_CHAPTER = ['id', 'title', 'prefix', 'clauses', 'requires'] as const;

/** A drawing for exemplars with a picture. */
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60"><path d="M10 50 110 10" stroke="#333" stroke-width="4"/></svg>\n';

/** The files of the handbook that exemplars stand in, without the exemplars: what the book demands of entries, and nothing else. */
export function exemplarBook({
  handbook,
  topics,
  glossary,
  types,
  taxonomies,
}: Sources): ReadonlyMap<string, string> {
  const data = handbook?.data ?? {};
  const { id = 'book', parts, chapters = [] } = data;
  const book = {
    id: `${id}-exemplars`,
    iri: `https://exemplars.invalid/${id}/`,
    ...Object.fromEntries(KEPT.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]]))),
    ...(parts ? { parts } : {}),
    chapters: chapters.map((chapter) =>
      Object.fromEntries(
        OF_CHAPTER.flatMap((key) => (chapter[key] === undefined ? [] : [[key, chapter[key]]])),
      ),
    ),
  };
  return new Map([
    ['handbook.yaml', yaml(book)],
    ...(topics ? [['topics.yaml', yaml(plainTopics(topics.data))] as const] : []),
    ...(glossary ? [['glossary.yaml', yaml(plainTerms(glossary.data))] as const] : []),
    ...(types ? [['types.yaml', String(types.file)] as const] : []),
    ...[...taxonomies.values()].map(({ file }) => [file.path, String(file)] as const),
    ['assets/exemplar.svg', DRAWING],
  ]);
}

function plainTopics({ topics = [] }: Partial<TopicsSource>): TopicsSource {
  return { topics: topics.map(({ id, title, broader }) => ({ id, title, ...(broader ? { broader } : {}) })) };
}

/** Definitions may lead to entries, which are not here. */
function plainTerms({ terms = [] }: Partial<GlossarySource>): GlossarySource {
  return {
    terms: terms.map(({ id, term }) => ({ ...(id ? { id } : {}), term, definition: 'A term of the book.' })),
  };
}

export function yaml(value: object): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
