import type { Fields } from '../../model/fields.ts';
import { droppedPart, type FoundDropped, type FoundPart } from '../../model/found.ts';
import type { SourceText } from '../../model/source.ts';
import { asks } from '../../recognise/asks.ts';
import { fieldsOf } from '../../recognise/fields.ts';
import { isObject } from './faq-page.ts';
import { isDraft, type Recorded, recordedQuestion, topicsIn } from './recorded.ts';

interface Records {
  readonly parts: readonly FoundPart[];
  readonly dropped: FoundDropped[];
}

type Data = Readonly<Record<string, unknown>>;

/** Questions and answers anywhere in a JSON value; keys above them name chapters. Text of fields without a use is listed as dropped. */
export function recordsIn(
  data: unknown,
  path: string,
  lineOf: (text: string) => number,
  { columns, names = new Map() }: Pick<SourceText, 'columns' | 'names'>,
): Records {
  const parts: FoundPart[] = [];
  const dropped: FoundDropped[] = [];
  const drop = (text: string) => dropped.push(droppedPart('data field', text, { path, line: 1 }));
  const isTitled = titleIn(data) !== undefined;
  /** `chain` are the names of what the record stands in, that of the whole document among them. */
  const add = (recorded: Recorded, chain: readonly string[]) => {
    const isFiled = Boolean(recorded.chapter);
    const above = isFiled ? [] : chain.slice(isTitled ? 1 : 0, -1);
    const given = { ...recorded, above, chapter: recorded.chapter || chain.at(-1) };
    const part = recordedQuestion(given, path, lineOf(recorded.question));
    if (part) parts.push(part);
  };
  const record = (value: Data, keys: Fields, chain: readonly string[]) => {
    const field = (name: keyof Fields) => {
      const given = keys[name] === undefined ? undefined : value[keys[name]];
      return name === 'question' || name === 'answer' || isText(given) ? asText(given) : '';
    };
    const topics = keys.topics === undefined ? undefined : value[keys.topics];
    add(
      {
        question: field('question'),
        answer: field('answer'),
        number: field('number'),
        id: field('id'),
        chapter:
          nameOf(names, keys.chapter ?? '', field('chapter')) ??
          (/id$/i.test(keys.chapter ?? '') ? '' : field('chapter')),
        address: field('address'),
        draft: isDraft(Object.keys(value), Object.values(value)),
        topics: Array.isArray(topics)
          ? topics.map((topic) => String(topic).trim())
          : topicsIn(asText(topics)),
      },
      chain,
    );
    const { address: _, ...shown } = keys;
    const used = new Set(Object.values(shown));
    for (const [key, item] of Object.entries(value))
      if (!used.has(key) && item !== null && item !== '') drop(`${key}: ${asText(item)}`);
  };
  const visit = (value: unknown, chain: readonly string[]): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, chain);
    else if (!isObject(value)) {
      if (isText(value)) drop(asText(value));
    } else {
      const keys = fieldsIn(value, columns);
      if (isRecord(value, keys)) record(value, keys, chain);
      else if (isMap(value))
        for (const [question, answer] of Object.entries(value))
          add({ question, answer: asText(answer) }, chain);
      else {
        const title = titleIn(value);
        const inside = Object.entries(value).filter(([, item]) => typeof item === 'object' && item !== null);
        const isKeyed = inside.some(([, item]) => isObject(item) && isRecord(item, fieldsIn(item, columns)));
        const named = title === undefined ? chain : [...chain, title];
        // What says its own title is not called by its key as well.
        const isCalled = title === undefined && inside.length > 1 && !isKeyed;
        for (const [key, item] of inside)
          visit(item, isCalled && titleIn(item) === undefined ? [...chain, key] : named);
        for (const [key, item] of Object.entries(value))
          if (isText(item) && (item !== title || inside.length === 0)) drop(`${key}: ${asText(item)}`);
      }
    }
  };
  visit(data, []);
  return { parts, dropped };
}

/** What an object that holds records is called. */
function titleIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { title, name, category, section, chapter } = value;
  return [title, name, category, section, chapter].find((one): one is string => typeof one === 'string');
}

/** Which keys of an object hold what: none of them holds nothing, or data of its own. */
function fieldsIn(value: Data, columns: Fields | undefined): Fields {
  const keys = Object.keys(value).filter((key) => isText(value[key]));
  return fieldsOf(keys, columns);
}

/** What ids are called (`section_id: 7`), by the kind of list in which the objects stand: two lists may give the same id. */
export type Names = ReadonlyMap<string, string>;

/** The names of objects with an id that are no records themselves. `kind` is what the file that holds them is called. */
export function namesIn(
  data: unknown,
  kind: string,
  names: Map<string, string> = new Map(),
): Map<string, string> {
  if (typeof data !== 'object' || data === null) return names;
  for (const [key, item] of Object.entries(data))
    namesIn(item, Array.isArray(data) || GENERIC.test(key) ? kind : kindOf(key), names);
  if (!isObject(data)) return names;
  const { id, name = data.title } = data;
  if (!isText(id) || typeof name !== 'string' || isRecord(data, fieldsIn(data, undefined))) return names;
  names.set(`${kind} ${id}`, name);
  if (!PEOPLE.test(kind)) names.set(`parent ${id}`, name);
  return names;
}

/** Names of lists that say nothing of what is in them. */
const GENERIC = /^(?:data|items|results|records|list|entries|content|pages)$/i;
const PEOPLE =
  /^(?:user|author|admin|agent|person|people|teammate|member|contact|owner|editor|organi[sz]ation|brand)$/;

/** What a list (`sections`), a field (`section_id`) or a file (`sections.json`) is about: `section`. */
export function kindOf(name: string): string {
  const plain = name
    .replace(/^.*\/|\.\w+$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]*ids?$/i, '');
  const word =
    plain
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? '';
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

/** What the id in a field is called; an id in a list of no kind is that of any field. */
function nameOf(names: Names, field: string, id: string): string | undefined {
  return names.get(`${kindOf(field)} ${id}`) ?? names.get(` ${id}`);
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
  );
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join('\n\n');
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `{ "How …?": "So …" }`. */
function isMap(value: Data): boolean {
  const entries = Object.entries(value);
  const asking = entries.filter(([key, item]) => /[?？؟]\s*$/.test(key) && isText(item));
  return asking.length > entries.length / 2;
}

/** Says whether an object is a question with its answer: its keys say so, or its text asks under keys of any kind (`name`, `description`). */
function isRecord(value: Data, { question, answer }: Fields): boolean {
  if (question === undefined || !isText(value[question])) return false;
  if (answer === undefined) return /^q(?:uestion)?$/i.test(question);
  if (!isText(value[answer])) return false;
  const asksByName = !/^(?:name|title|heading|prompt|query)$/i.test(question);
  // An article: its title, its text, and nothing that it would hold.
  const isArticle =
    /^(?:content|body|html|markdown)$/i.test(answer) &&
    !Object.values(value).some((item) => Array.isArray(item) && item.some(isObject));
  const answersByName = !/^(?:content|body|description|text|html|markdown)$/i.test(answer);
  return isArticle || asksByName || answersByName || asks(asText(value[question])) >= 0.6;
}
