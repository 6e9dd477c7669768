import type { FoundDropped, FoundPart } from '../../model/found.ts';
import { asks } from '../../recognise/asks.ts';
import { type Fields, fieldsOf } from '../../recognise/fields.ts';
import { isObject } from './faq-page.ts';
import { type Recorded, recordedQuestion } from './recorded.ts';

interface Records {
  readonly parts: readonly FoundPart[];
  readonly dropped: FoundDropped[];
}

/** Questions and answers anywhere in a JSON value; keys above them name chapters. Text of fields without a use is listed as dropped. */
export function recordsIn(
  data: unknown,
  path: string,
  lineOf: (text: string) => number,
  columns?: Fields,
): Records {
  const parts: FoundPart[] = [];
  const dropped: FoundDropped[] = [];
  const drop = (text: string) =>
    dropped.push({ kind: 'dropped', what: 'data field', text, anchors: [], place: { path, line: 1 } });
  const visit = (value: unknown, chapter: string | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, chapter);
    } else if (isObject(value)) {
      const keys = fieldsOf(Object.keys(value), columns);
      if (isRecord(value, keys)) {
        record(value, keys, chapter);
      } else if (isMap(value)) {
        for (const [question, answer] of Object.entries(value))
          add({ question, answer: asText(answer) }, chapter);
      } else {
        const title = [value.title, value.name, value.category, value.section, value.chapter].find(
          (name): name is string => typeof name === 'string',
        );
        const inside = Object.entries(value).filter(([, item]) => typeof item === 'object' && item !== null);
        for (const [key, item] of inside) visit(item, title ?? (inside.length > 1 ? key : chapter));
        for (const [key, item] of Object.entries(value))
          if (isText(item) && item !== title) drop(`${key}: ${asText(item)}`);
      }
    } else if (isText(value)) drop(asText(value));
  };
  const record = (
    value: Readonly<Record<string, unknown>>,
    keys: ReturnType<typeof fieldsOf>,
    chapter: string | undefined,
  ) => {
    const field = (name: keyof typeof keys) => (keys[name] === undefined ? undefined : value[keys[name]]);
    const topics = field('topics');
    add(
      {
        question: asText(field('question')),
        answer: asText(field('answer')),
        ...optional('number', field('number')),
        ...optional('id', field('id')),
        ...optional('chapter', field('chapter')),
        ...(topics === undefined
          ? {}
          : {
              topics: (Array.isArray(topics) ? topics : String(topics).split(/[,;]/)).map((topic) =>
                String(topic).trim(),
              ),
            }),
      },
      chapter,
    );
    const used = new Set(Object.values(keys));
    for (const [key, item] of Object.entries(value))
      if (!used.has(key) && item !== null && item !== '') drop(`${key}: ${asText(item)}`);
  };
  const add = (recorded: Recorded, chapter: string | undefined) => {
    const part = recordedQuestion(
      chapter && !recorded.chapter ? { ...recorded, chapter } : recorded,
      path,
      lineOf(recorded.question),
    );
    if (part) parts.push(part);
  };
  visit(data, undefined);
  return { parts, dropped };
}

function optional(name: string, value: unknown): Record<string, string> {
  return isText(value) && asText(value) !== '' ? { [name]: asText(value) } : {};
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join('\n\n');
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `{ "How …?": "So …" }`. */
function isMap(value: Readonly<Record<string, unknown>>): boolean {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.filter(([key, item]) => /[?？؟]\s*$/.test(key) && isText(item)).length > entries.length / 2
  );
}

/** A question with its answer: by names that say so, or by names of any kind (`name`, `description`) when the text asks. */
function isRecord(value: Readonly<Record<string, unknown>>, { question, answer }: Fields): boolean {
  if (question === undefined || !isText(value[question])) return false;
  const strong = !/^(?:name|title|heading|prompt|query)$/i.test(question);
  if (answer === undefined) return /^q(?:uestion)?$/i.test(question);
  if (!isText(value[answer])) return false;
  const answers = !/^(?:content|body|description|text|html|markdown)$/i.test(answer);
  return strong || answers || asks(asText(value[question])) >= 0.6;
}
