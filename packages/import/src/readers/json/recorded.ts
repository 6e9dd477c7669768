import type { PhrasingContent } from 'mdast';
import type { FoundQuestion } from '../../model/found.ts';
import { textOf } from '../../model/text-of.ts';
import { readNumber } from '../../recognise/number.ts';
import { answerBlocks } from '../inline-answer.ts';

/** A question of a data file, its fields as text. */
export interface Recorded {
  readonly question: string;
  readonly answer: string;
  readonly number?: string;
  readonly id?: string;
  readonly chapter?: string;
  readonly topics?: readonly string[];
}

/** A record as a part; undefined when it has neither a question nor an answer. */
export function recordedQuestion(given: Recorded, path: string, line: number): FoundQuestion | undefined {
  // An id that is a number is one.
  const counts = given.number === undefined && /^#?\d{1,6}(?:\.\d+)*[A-Z]?$/i.test(given.id ?? '');
  const { id, ...others } = given;
  const record: Recorded = counts ? { ...others, number: (id ?? '').replace('#', '') } : given;
  return recorded(record, path, line);
}

function recorded(record: Recorded, path: string, line: number): FoundQuestion | undefined {
  const prefix = record.number === undefined ? readNumber(record.question) : undefined;
  // A number and nothing behind it is what the question says.
  const numbered =
    prefix?.number !== undefined && !prefix.marked && record.question.slice(prefix.length).trim() !== '';
  const asked = answerBlocks(numbered ? record.question.slice(prefix.length) : record.question, line);
  const question: PhrasingContent[] = asked.flatMap((block, at): PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...(block.type === 'paragraph' || block.type === 'heading'
      ? block.children
      : [{ type: 'text' as const, value: textOf(block) }]),
  ]);
  if (textOf(question).trim() === '' && record.answer.trim() === '') return undefined;
  const given =
    record.number === undefined
      ? numbered
        ? prefix.number
        : undefined
      : readNumber(`${record.number}.`)?.number;
  return {
    kind: 'question',
    ...(given ? { number: given } : {}),
    question,
    answer: answerBlocks(record.answer, line),
    anchors: [record.id, given ? undefined : record.number].filter(
      (id): id is string => id !== undefined && id !== '',
    ),
    headings: [textOf(question)],
    ...(record.chapter ? { chapter: record.chapter } : {}),
    ...(record.topics && record.topics.length > 0 ? { topics: record.topics } : {}),
    place: { path, line },
  };
}
