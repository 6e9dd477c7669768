import type { FoundPart } from '../../model/found.ts';
import { type Recorded, recordedQuestion } from './recorded.ts';

/** Reads the questions of schema.org FAQPage or QAPage data (an object, a list, or an `@graph`) as parts. */
export function faqPagesIn(
  data: unknown,
  path: string,
  lineOf: (text: string) => number = () => 1,
): readonly FoundPart[] {
  return questionsIn(data).flatMap((record) => recordedQuestion(record, path, lineOf(record.question)) ?? []);
}

function questionsIn(data: unknown, depth = 0): readonly Recorded[] {
  if (depth > 40) return [];
  if (Array.isArray(data)) return data.flatMap((item) => questionsIn(item, depth + 1));
  if (!isObject(data)) return [];
  if (hasType(data, 'Question')) {
    const question = stringIn(data.name) ?? stringIn(data.text) ?? stringIn(data.headline);
    if (question === undefined) return [];
    const answers = [data.acceptedAnswer, data.suggestedAnswer].flat().flatMap((answer) => {
      const text = isObject(answer) ? (stringIn(answer.text) ?? stringIn(answer.name)) : stringIn(answer);
      return text === undefined ? [] : [text];
    });
    const id = stringIn(data['@id']) ?? stringIn(data.url);
    const anchor = id?.includes('#') ? id.slice(id.indexOf('#') + 1) : undefined;
    const position = typeof data.position === 'number' ? String(data.position) : stringIn(data.position);
    return [{ question, answer: answers.join('\n\n'), id: anchor, number: position }];
  }
  return [data.mainEntity, data['@graph'], data.hasPart, data.itemListElement, data.item].flatMap((item) =>
    questionsIn(item, depth + 1),
  );
}

/** Whether data is schema.org, as far as it says so. */
export function isLinkedData(data: unknown): boolean {
  const one = Array.isArray(data) ? data[0] : data;
  return isObject(one) && ('@context' in one || '@graph' in one || '@type' in one);
}

function hasType(data: Readonly<Record<string, unknown>>, name: string): boolean {
  return [data['@type']]
    .flat()
    .some((type) => typeof type === 'string' && type.replace(/^.*[/:#]/, '') === name);
}

function stringIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return stringIn(value[0]);
  return isObject(value) && typeof value['@value'] === 'string' ? value['@value'] : undefined;
}

/** Says whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
