import type { Phrasing } from '../model/answer.ts';
import type { JsonValue } from '../model/compile.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { itemSchema, partOf } from '../model/map-strings.ts';
import { DEFAULT_TYPE, type FieldValue, type OwnField, type Shown, taxonomyIn } from '../model/own-types.ts';
import { sayDate } from './dates.ts';
import type { Fact } from './fact.ts';
import { type Say, sayAddress, sayName, words } from './sentence.ts';

type Schema = OwnField['schema'];
/** The Markdown and the references of a value, taken in its order. */
type Texts = (readonly Phrasing[])[];
type Book = Pick<Handbook, 'types' | 'labels' | 'language' | 'topics' | 'glossary'>;

/** The facts of those of an entry's own fields of which something holds, in the order of its type. */
export function ownFacts(
  entry: Pick<Entry, 'fields'>,
  book: Book,
  holds: (field: OwnField) => boolean,
): readonly Fact[] {
  return (entry.fields ?? []).flatMap((value): Fact[] => {
    const field = book.types?.fields.find(({ name }) => name === value.name);
    if (!field || !holds(field)) return [];
    const values = sayField(field, value, book);
    return values.length > 0 ? [{ name: field.name, label: field.title, values }] : [];
  });
}

/** The title of an entry's type, where it has one: a plain question says nothing of it. */
export function typeTitle(
  { type = DEFAULT_TYPE }: Pick<Entry, 'type'>,
  { types }: Pick<Book, 'types'>,
): string {
  return types?.types.find(({ name }) => name === type)?.title ?? '';
}

/** Whether a field is shown in one place. */
export function shownIn(place: Shown): (field: OwnField) => boolean {
  return ({ shown }) => shown === place;
}

/** What readers see of a field's value: each item of a list is a value of its own. */
function sayField(
  field: OwnField,
  { value, prose = [] }: FieldValue,
  book: Book,
): readonly (readonly Say[])[] {
  const texts = [...prose];
  const said = Array.isArray(value)
    ? (value as readonly JsonValue[]).map((item, at) =>
        sayValue(itemSchema(field.schema, at), item, book, texts),
      )
    : [sayValue(field.schema, value, book, texts)];
  return said.filter((one) => one.length > 0);
}

function sayValue(schema: Schema, value: JsonValue, book: Book, prose: Texts): readonly Say[] {
  if (value === null) return [];
  if (typeof value === 'boolean') return [words(value ? book.labels.yes : book.labels.no)];
  if (typeof value === 'number') return [words(titleOf(schema, value) ?? numberWords(value, book.language))];
  if (typeof value === 'string') return sayText(schema, value, book, prose);
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).flatMap((item, at) => [
      ...(at === 0 ? [] : [words(', ')]),
      ...sayValue(itemSchema(schema, at), item, book, prose),
    ]);
  const properties = partOf(schema.properties);
  return Object.entries(value).flatMap(([key, item], at) => {
    const own = partOf(properties[key]);
    return [
      words(`${at === 0 ? '' : '; '}${typeof own.title === 'string' ? own.title : key}: `),
      ...sayValue(own, item, book, prose),
    ];
  });
}

function sayText(schema: Schema, text: string, book: Book, prose: Texts): readonly Say[] {
  const title = titleOf(schema, text);
  if (title !== undefined) return [words(title)];
  switch (schema.format) {
    case 'date':
      return [sayDate(text, book.language)];
    case 'entry':
      prose.shift();
      return [{ kind: 'entry', number: text }];
    case 'topic':
      return [sayName(book.topics.find(({ id }) => id === text)?.title ?? text)];
    case 'term':
      return [sayName(book.glossary.find(({ id }) => id === text)?.term ?? text)];
    case 'uri':
      return [sayAddress(text)];
    case 'email':
      return [sayAddress(`mailto:${text}`, text)];
    case 'markdown':
      return [{ kind: 'prose', nodes: prose.shift() ?? [] }];
    default: {
      const concepts = (book.types && taxonomyIn(book.types, schema.format))?.concepts ?? [];
      return [sayName(concepts.find(({ id }) => id === text)?.title ?? text)];
    }
  }
}

/** The title that the schema gives one of its values: `oneOf: [{ const: A, title: Strong }]`. */
function titleOf({ oneOf, anyOf }: Schema, value: string | number): string | undefined {
  const choices = [oneOf, anyOf].flatMap((list) =>
    Array.isArray(list) ? (list as readonly JsonValue[]) : [],
  );
  const { title } = choices.map(partOf).find((choice) => choice.const === value) ?? {};
  return typeof title === 'string' ? title : undefined;
}

function numberWords(value: number, language: string): string {
  // A year is no quantity: its four digits stay together.
  const grouped = { maximumFractionDigits: 20, useGrouping: 'min2' } as const;
  return new Intl.NumberFormat([language, 'en'], grouped).format(value);
}
