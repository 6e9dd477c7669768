import type { PhrasingContent } from 'mdast';
import { textOf } from '../model/text-of.ts';
import { endsAsking } from './asks.ts';
import { ANSWER_MARK, toAscii } from './marks.ts';
import { joinLines, linesOf, splitAt, trimmed } from './phrasing.ts';

/** Where the question of a paragraph ends: at the line that ends in a question mark, before "A:", or (behind a number) at the first question mark. */
export function cutQuestion(
  children: readonly PhrasingContent[],
  numbered: boolean,
  marked: boolean,
): { question: PhrasingContent[]; rest: PhrasingContent[] } {
  const lines = linesOf(children);
  const texts = lines.map((line) => textOf(line));
  const answerAt = texts.findIndex((text, at) => at > 0 && ANSWER_MARK.test(toAscii(text)));
  const limit = answerAt > 0 ? answerAt : lines.length;
  const cutBehind = (count: number) => ({
    question: joinLines(lines.slice(0, count)),
    rest: joinLines(lines.slice(count)),
  });
  for (let count = 1; count <= Math.min(limit, 8); count++) {
    const text = texts.slice(0, count).join(' ');
    if (endsAsking(text)) return cutBehind(count);
    const inner = numbered ? /[?？؟]["'”’)\]]*\s/.exec(text) : undefined;
    if (!inner) continue;
    const [question, rest] = splitAt(joinLines(lines), inner.index + inner[0].length);
    return { question: trimmed(question), rest: trimmed(rest) };
  }
  if (answerAt > 0) return cutBehind(answerAt);
  return cutBehind(marked || texts.join(' ').length <= 200 ? lines.length : 1);
}
