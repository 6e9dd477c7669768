import type { PhrasingContent, RootContent } from 'mdast';
import { textOf } from '../model/text-of.ts';
import { ANSWER_MARK, toAscii } from './marks.ts';
import { isBlank, splitAt, trimmed } from './phrasing.ts';

/** Takes "A:" or "Answer:" off the first paragraph of an answer, also when it stands alone or in bold. */
export function stripAnswerMark(blocks: readonly RootContent[]): {
  readonly blocks: readonly RootContent[];
  readonly taken: string;
} {
  const [first, ...rest] = blocks;
  if (!first || (first.type !== 'paragraph' && first.type !== 'heading')) return { blocks, taken: '' };
  const text = textOf(first);
  const found = ANSWER_MARK.exec(`${toAscii(text.slice(0, 60))} `);
  const alone =
    first.type === 'heading' &&
    /^(?:answer|antwort|réponse|respuesta|risposta|ответ|回答|答え?|جواب|תשובה)$/iu.test(text.trim());
  if (!found && !alone) return { blocks, taken: '' };
  const length = alone ? text.length : Math.min(found?.[0].length ?? 0, text.length);
  const [, after] = splitAt(first.children as PhrasingContent[], length);
  const children = trimmed(after);
  const kept: RootContent[] = isBlank(children) ? [] : [{ ...first, children } as RootContent];
  return { blocks: [...kept, ...rest], taken: text.slice(0, length) };
}
