import type { Effective, Entry, Handbook, JsonValue, OwnField } from '@octavo/core';
import { atLength } from './at-length.ts';
import { plainPhrasing } from './plain-text.ts';

type Schema = OwnField['schema'];

/** What readers must see of an entry's own type and fields: lines of words, by the place they are shown in. */
export interface OwnLines {
  /** The type's title and the badges, one line; undefined when there are none. */
  readonly badges: string | undefined;
  readonly facts: readonly string[];
  readonly after: readonly string[];
  /** The lines of badges and facts where each is an item of a list. */
  readonly items: readonly string[];
}

/** Works out from the values and the schemas alone what every format must show of an entry's own fields. */
export function ownLines(entry: Entry, handbook: Handbook, questionOf: (number: string) => string): OwnLines {
  const { type = 'question', fields = [], status } = entry;
  const effective = status === 'withdrawn' ? undefined : entry.effective;
  const { types } = handbook;
  const lines = (shown: OwnField['shown']): string[] =>
    fields.flatMap(({ name }) => {
      const field = types?.fields.find((one) => one.name === name);
      if (field?.shown !== shown) return [];
      const said = spokenValues(entry, field, handbook, questionOf);
      // A question may have commas, and is set apart by its number.
      const plain = spokenValues(entry, field, handbook);
      const between = plain.some((one) => /[,;] /.test(one)) ? ' · ' : ', ';
      return said.length === 0 ? [] : [`${field.title} ${said.join(between)}`];
    });
  const title = types?.types.find(({ name }) => name === type)?.title ?? '';
  const badges = [title, effective ? inForceLine(effective, handbook) : '', ...lines('badge')].filter(
    Boolean,
  );
  const facts = lines('facts');
  return {
    badges: badges.length === 0 ? undefined : badges.join(' '),
    facts,
    after: lines('after'),
    items: [...badges, ...facts],
  };
}

/** What the days of an entry mean on the date of the edition. */
function inForceLine({ from, until }: Effective, handbook: Handbook): string {
  const { labels, language } = handbook;
  const days =
    from === undefined ? labels.untilDate : until === undefined ? labels.fromDate : labels.fromUntil;
  const said: Readonly<Record<string, string | undefined>> = { date: from ?? until, from, until };
  const spelt = days.replace(/\{(\w+)\}/g, (_, name) => atLength(said[name] ?? '', language));
  return `${labels[inForce({ from, until }, handbook)]} ${spelt}`;
}

/** The label of what an entry is on the date of the edition. */
export function inForce(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  { edition }: Handbook,
): 'inForce' | 'notYetInForce' | 'noLongerInForce' {
  const today = edition.date.slice(0, 10);
  if (from !== undefined && from > today) return 'notYetInForce';
  return until !== undefined && until < today ? 'noLongerInForce' : 'inForce';
}

/** The values of one field as readers see them, each by itself. */
export function spokenValues(
  entry: Entry,
  { name, schema }: OwnField,
  handbook: Handbook,
  questionOf?: (number: string) => string,
): readonly string[] {
  const own = entry.fields?.find((field) => field.name === name);
  if (!own) return [];
  const texts = (own.prose ?? []).map((nodes) => plainPhrasing(nodes));
  const setting = { handbook, questionOf: questionOf ?? (() => ''), texts };
  const said = itemsOf(schema, own.value).map(([of, item]) => spoken(of, item, setting));
  return said.filter((one) => one !== '');
}

interface Setting {
  readonly handbook: Handbook;
  readonly questionOf: (number: string) => string;
  /** The Markdown and the references of the value, taken in its order. */
  readonly texts: string[];
}

function spoken(schema: Schema, value: JsonValue, setting: Setting): string {
  const { labels, language } = setting.handbook;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  if (typeof value === 'string') return titleOf(schema, value) ?? text(schema.format, value, setting);
  if (typeof value === 'number') return titleOf(schema, value) ?? numberWords(value, language);
  if (Array.isArray(value))
    return itemsOf(schema, value)
      .map(([of, item]) => spoken(of, item, setting))
      .join(', ');
  const properties = asSchema(schema.properties);
  return Object.entries(value)
    .map(([key, item]) => {
      const own = asSchema(properties[key]);
      return `${typeof own.title === 'string' ? own.title : key}: ${spoken(own, item, setting)}`;
    })
    .join('; ');
}

/** The items of a list, each with its schema; a value that is no list is one item. */
export function itemsOf(schema: Schema, value: JsonValue): readonly (readonly [Schema, JsonValue])[] {
  if (!Array.isArray(value)) return [[schema, value]];
  const first = Array.isArray(schema.prefixItems) ? (schema.prefixItems as readonly JsonValue[]) : [];
  return value.map((item: JsonValue, at) => [asSchema(at < first.length ? first[at] : schema.items), item]);
}

/** A number as the language writes it. */
export function numberWords(value: number, language: string): string {
  return new Intl.NumberFormat([language, 'en'], {
    maximumFractionDigits: 20,
    useGrouping: Math.abs(value) >= 10_000,
  }).format(value);
}

/** The addresses that are values of own fields. */
export function ownAddresses({ chapters }: Handbook): ReadonlySet<string> {
  const fields = chapters.flatMap(({ entries }) => entries.flatMap((entry) => entry.fields ?? []));
  const texts = JSON.stringify(fields.map(({ value }) => value)).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return new Set(texts.map((text): string => JSON.parse(text)).flatMap((text) => [text, `mailto:${text}`]));
}

function text(
  format: JsonValue | undefined,
  value: string,
  { handbook, questionOf, texts }: Setting,
): string {
  if (format === 'date') return atLength(value, handbook.language);
  if (format === 'topic') return handbook.topics.find(({ id }) => id === value)?.title ?? value;
  if (format === 'term') return handbook.glossary.find(({ id }) => id === value)?.term ?? value;
  const concepts = handbook.types?.taxonomies.find(({ id }) => `taxonomy/${id}` === format)?.concepts;
  if (concepts) return concepts.find(({ id }) => id === value)?.title ?? value;
  const read = format === 'markdown' || format === 'entry' ? texts.shift() : undefined;
  if (format === 'entry') return `${value} ${questionOf(value)}`.trim();
  return read ?? value;
}

function titleOf(schema: Schema, value: string | number): string | undefined {
  const choices = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const choice = choices.map(asSchema).find((one) => one.const === value);
  return typeof choice?.title === 'string' ? choice.title : undefined;
}

function asSchema(value: JsonValue | undefined): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {};
}
