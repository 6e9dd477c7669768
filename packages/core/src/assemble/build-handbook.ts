import { directionOf } from '../labels/direction.ts';
import type { Chapter, Entry, Handbook, ImageFile, Page, Term } from '../model/documents.generated.ts';
import { groupBy } from '../model/group-by.ts';
import type { Labels } from '../model/labels.generated.ts';
import type { OwnTypes } from '../model/own-types.ts';
import type { HandbookSource } from '../model/source.generated.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import type { Sources } from '../read/read.ts';
import { declaredNumbers } from './declare-numbers.ts';
import { settingsOf } from './settings.ts';

interface Pieces {
  readonly entries: readonly { readonly folder: string; readonly entry: Entry }[];
  readonly front: readonly Page[];
  /** The introductions of chapters. */
  readonly intros: readonly Page[];
  readonly back: readonly Page[];
  readonly glossary: readonly Term[];
  readonly types: OwnTypes | undefined;
}

/**
 * The Handbook from its pieces. Entries stand in number order in the chapter that is their folder.
 * Empty placeholders stand in for required keys that were missing or wrong: those have their message.
 */
export function buildHandbook(
  sources: Sources,
  pieces: Pieces,
  images: readonly ImageFile[],
  labels: Labels,
): Handbook {
  const data: Partial<HandbookSource> = sources.handbook?.data ?? {};
  const language = data.language ?? 'und';
  const declared = declaredNumbers(data);
  const { subtitle, description, publisher, license, copyright, cover, volume } = data;
  return {
    schemaVersion: 1,
    id: data.id ?? '',
    title: data.title ?? '',
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(description === undefined ? {} : { description: description.trim() }),
    language,
    direction: data.direction ?? directionOf(language),
    keywords: data.keywords ?? [],
    ...(publisher === undefined ? {} : { publisher }),
    contributors: (data.contributors ?? []).map(({ for: _, ...one }) => one),
    ...(license === undefined ? {} : { license }),
    ...(copyright === undefined ? {} : { copyright }),
    identifiers: data.identifiers ?? {},
    ...(cover === undefined ? {} : { cover }),
    iri: data.iri ?? '',
    ...declared,
    ...(volume === undefined ? {} : { volume }),
    edition: data.edition ?? { version: '', date: '' },
    ...(data.lists ? { lists: data.lists } : {}),
    settings: settingsOf(data),
    labels,
    front: pieces.front,
    back: pieces.back,
    // What a part demands of its entries is said of each chapter, under `types`.
    parts: (data.parts ?? []).map(({ requires: _, for: __, ...part }) => part),
    chapters: chaptersOf(data, pieces, declared.numbers),
    topics: topicsOf(sources),
    ...(pieces.types ? { types: pieces.types } : {}),
    glossary: pieces.glossary,
    images,
    redirects: pieces.entries.flatMap(({ entry }) =>
      entry.aliases.map((from) => ({ from, to: entry.number })),
    ),
  };
}

function chaptersOf(
  data: Partial<HandbookSource>,
  pieces: Pieces,
  numbers: Handbook['numbers'],
): readonly Chapter[] {
  const intros = new Map(pieces.intros.map((page) => [page.id, page]));
  const introOf = (id: string) => {
    const intro = intros.get(id);
    return intro ? { intro } : {};
  };
  const byFolder = groupBy(pieces.entries, ({ folder }) => folder);
  return (data.chapters ?? []).map(({ id, title, summary }) => ({
    id,
    title,
    ...(summary === undefined ? {} : { summary: summary.trim() }),
    ...introOf(id),
    entries: (byFolder.get(id) ?? [])
      .map((piece) => piece.entry)
      .sort((a, b) => compareNumbers(a.number, b.number, numbers)),
  }));
}

function topicsOf(sources: Sources): Handbook['topics'] {
  return (sources.topics?.data.topics ?? []).map(({ description, for: _, ...topic }, index) => ({
    ...topic,
    ...(description === undefined ? {} : { description: description.trim() }),
    source: {
      path: 'topics.yaml',
      ...(sources.topics?.yaml.locate(['topics', index]) ?? { line: 1, column: 1 }),
    },
  }));
}
