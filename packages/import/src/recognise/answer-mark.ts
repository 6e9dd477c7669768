import type { PhrasingContent, RootContent } from 'mdast';
import { textOf } from '../model/text-of.ts';
import { ANSWER_MARK, ANSWER_WORDS, QUESTION_MARK, toAscii } from './marks.ts';
import { isBlank, splitAt, trimmed } from './phrasing.ts';

/** A letter with a colon, such as "S:". */
const LETTER = /^\s*(?:[[(]\s*)?(\p{L})\s*\d*\s*[\])]?\s*[:：]\s*/u;

/** Whether what stands before words is another letter than the one before the question: in "F: When?" and "S: Now." it marks the answer. */
export function isOtherLetter(asked: string, said: string): boolean {
  const [question, answer] = [LETTER.exec(asked)?.[1], LETTER.exec(said)?.[1]];
  return question !== undefined && answer !== undefined && question !== answer;
}

/** Takes "A:" or "Answer:" off the first paragraph of an answer, also when it stands alone or in bold. `asked` is what stood before the question. */
export function stripAnswerMark(
  blocks: readonly RootContent[],
  asked: string,
): {
  readonly blocks: readonly RootContent[];
  readonly taken: string;
} {
  const [first, ...rest] = blocks;
  if (!first || (first.type !== 'paragraph' && first.type !== 'heading')) return { blocks, taken: '' };
  const text = textOf(first);
  const mark = (isOtherLetter(asked, text) ? LETTER : ANSWER_MARK).exec(`${toAscii(text.slice(0, 60))} `);
  // Where questions have no marks, a letter with a point is an initial ("A. Smith"), and "C:" is a drive.
  const isInitial =
    !QUESTION_MARK.test(toAscii(asked)) && /^\s*(?:\p{L}\s*[.)]|[CՊउ]\s*[:：])/u.test(mark?.[0] ?? '');
  const found = isInitial ? null : mark;
  const alone = first.type === 'heading' && new RegExp(`^(?:${ANSWER_WORDS})$`, 'iu').test(text.trim());
  if (!found && !alone) return { blocks, taken: '' };
  const length = alone ? text.length : Math.min(found?.[0].length ?? 0, text.length);
  const [, after] = splitAt(first.children as PhrasingContent[], length);
  const children = trimmed(after);
  const kept: RootContent[] = isBlank(children) ? [] : [{ ...first, children } as RootContent];
  return { blocks: [...kept, ...rest], taken: text.slice(0, length) };
}
