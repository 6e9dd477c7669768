import type { PhrasingContent } from 'mdast';
import type { FoundQuestion } from '../../model/found.ts';
import { textOf } from '../../model/text-of.ts';
import { readNumber } from '../../recognise/number.ts';
import { answerBlocks } from '../inline-answer.ts';

/** A question of a data file, its fields as text; what is empty or undefined was not given. */
export interface Recorded {
  readonly question: string;
  readonly answer: string;
  readonly number?: string | undefined;
  readonly id?: string | undefined;
  readonly chapter?: string | undefined;
  /** What the chapter stands in. */
  readonly above?: readonly string[];
  readonly topics?: readonly string[];
  /** Where it is on the web. */
  readonly address?: string | undefined;
  readonly draft?: boolean;
}

/** Whether fields say that what they tell of is not published yet: `draft: true`, `Status: Draft`. */
export function isDraft(names: readonly string[], values: readonly unknown[]): boolean {
  return names.some(
    (name, at) =>
      (/^(?:draft|status|state)$/i.test(name) && /^(?:draft|unpublished)$/i.test(String(values[at]))) ||
      (/^draft$/i.test(name) && /^(?:true|yes|1)$/i.test(String(values[at]))),
  );
}

/** Splits a field into the topics that it lists. */
export function topicsIn(field: string): readonly string[] {
  return field
    .split(/[,;|]/)
    .map((topic) => topic.trim())
    .filter(Boolean);
}

/** The names by which links lead to an address: whole, and as they are written on the same site. */
export function placesOf(address: string): readonly string[] {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return [];
  const { host, pathname } = new URL(address);
  // What follows the number is the title, which changes.
  const path = pathname.replace(/(\/\d{3,})-[^/]*$/, '$1');
  return path === '/' ? [] : [`//${host}${path}`, path];
}

/** A record as a part; undefined when it has neither a question nor an answer. */
export function recordedQuestion(record: Recorded, path: string, line: number): FoundQuestion | undefined {
  const { chapter, above, topics = [] } = record;
  // An id that is a number is one.
  const counts = !record.number && /^#?\d{1,6}(?:\.\d+)*[A-Z]?$/i.test(record.id ?? '');
  const number = record.number || (counts ? record.id?.replace('#', '') : '');
  const prefix = number ? undefined : readNumber(record.question);
  // A number and nothing behind it is what the question says.
  const isNumbered =
    prefix?.number !== undefined && !prefix.marked && record.question.slice(prefix.length).trim() !== '';
  const asked = answerBlocks(isNumbered ? record.question.slice(prefix.length) : record.question, line);
  const question = asked.flatMap((block, at): PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...(block.type === 'paragraph' || block.type === 'heading'
      ? block.children
      : [{ type: 'text' as const, value: textOf(block) }]),
  ]);
  const text = textOf(question);
  if (text.trim() === '' && record.answer.trim() === '') return undefined;
  const given = number ? readNumber(`${number}.`)?.number : isNumbered ? prefix.number : undefined;
  const own = [counts ? undefined : record.id, given || number === '0' ? undefined : number];
  const anchors = [...own, ...placesOf(record.address ?? '')].filter((id) => id);
  return {
    kind: 'question',
    number: given,
    question,
    answer: answerBlocks(record.answer, line),
    anchors: anchors as string[],
    headings: [text],
    chapter: chapter || undefined,
    above,
    topics: topics.length > 0 ? topics : undefined,
    draft: record.draft,
    place: { path, line },
  };
}
