import type { RootContent } from 'mdast';
import { textOf } from '../model/text-of.ts';
import { ANSWER_MARK, QUESTION_MARK, toAscii } from './marks.ts';

/** Marks that stand alone (`Q` in a cell of its own) put before what they mark, where a document has several of both. */
export function joinMarks(blocks: readonly RootContent[]): RootContent[] {
  const marks = blocks.map(markOf);
  const count = (kind: RegExp) => marks.filter((mark) => mark !== undefined && kind.test(mark)).length;
  if (count(QUESTION_MARK) < 2 || count(ANSWER_MARK) < 2) return [...blocks];
  return blocks.flatMap((block, at): RootContent[] => {
    const before = marks[at - 1];
    if (marks[at] !== undefined && blocks[at + 1]?.type === 'paragraph') return [];
    if (before === undefined || block.type !== 'paragraph') return [block];
    return [{ ...block, children: [{ type: 'text', value: before }, ...block.children] }];
  });
}

function markOf(block: RootContent): string | undefined {
  const text = block.type === 'paragraph' ? toAscii(textOf(block)).trim() : '';
  const mark = `${text.replace(/[.:)]$/, '')}: `;
  const isMark = [QUESTION_MARK, ANSWER_MARK].some((form) => form.exec(mark)?.[0] === mark);
  return text !== '' && text.length < 20 && isMark ? mark : undefined;
}
