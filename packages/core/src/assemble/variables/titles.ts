import type { Handbook } from '../../model/documents.generated.ts';
import type { KeyPath } from '../../read/parse-yaml.ts';

/** Fills the values into a text of a file, written under the given keys. */
export type FillTitle = (text: string, path: string, keys: KeyPath) => string;

/** The handbook with the values of variables in the titles and descriptions that handbook.yaml and topics.yaml give. */
export function fillTitles(handbook: Handbook, fill: FillTitle): Handbook {
  const own = <Key extends string>(
    data: Readonly<Partial<Record<Key, string>>>,
    keys: readonly Key[],
    path: string,
    ...above: (string | number)[]
  ) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const text = data[key];
        return text === undefined ? [] : [[key, fill(text, path, [...above, key])]];
      }),
    ) as Readonly<Record<Key, string>>;
  const book = 'handbook.yaml';
  return {
    ...handbook,
    ...own(handbook, ['title', 'subtitle', 'description', 'copyright'], book),
    parts: handbook.parts.map((part, at) => ({ ...part, ...own(part, ['title'], book, 'parts', at) })),
    chapters: handbook.chapters.map((chapter, at) => ({
      ...chapter,
      ...own(chapter, ['title', 'summary'], book, 'chapters', at),
    })),
    ...(handbook.lists
      ? {
          lists: handbook.lists.map((list, at) =>
            typeof list === 'string'
              ? list
              : { ...list, ...own<'title'>(list, ['title'], book, 'lists', at) },
          ),
        }
      : {}),
    topics: handbook.topics.map((topic, at) => ({
      ...topic,
      ...own(topic, ['title', 'description'], 'topics.yaml', 'topics', at),
    })),
  };
}
