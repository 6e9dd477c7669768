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
  readonly topics?: readonly string[];
}

/** Splits a field into the topics that it lists. */
export function topicsIn(field: string): readonly string[] {
  return field
    .split(/[,;|]/)
    .map((topic) => topic.trim())
    .filter(Boolean);
}

/** A record as a part; undefined when it has neither a question nor an answer. */
export function recordedQuestion(record: Recorded, path: string, line: number): FoundQuestion | undefined {
  const { chapter, topics = [] } = record;
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
  const anchors = [counts ? undefined : record.id, given ? undefined : number].filter((id) => id);
  return {
    kind: 'question',
    number: given,
    question,
    answer: answerBlocks(record.answer, line),
    anchors: anchors as string[],
    headings: [text],
    chapter: chapter || undefined,
    topics: topics.length > 0 ? topics : undefined,
    place: { path, line },
  };
}
