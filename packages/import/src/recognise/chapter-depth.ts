import { type Choice, choose } from './choose.ts';
import { holdsQuestion, questionAt } from './holds-question.ts';
import type { Item } from './outline.ts';

/** The level of the headings that hold questions right below them; 0 when none does. */
export function depthOfChapters(items: readonly Item[], choice: Choice, forced: boolean): number {
  const depths = items.flatMap((item, at) =>
    item.depth !== undefined &&
    !questionAt(items, at, choice, forced) &&
    !isTitle(items, at) &&
    holdsQuestion(items, at + 1, item.end, choice, forced)
      ? [item.depth]
      : [],
  );
  return depths.length > 0 ? Math.max(...depths) : 0;
}

/** Whether another heading of its level holds questions. */
export function isBesideChapters(
  items: readonly Item[],
  at: number,
  choice: Choice,
  forced: boolean,
): boolean {
  const depth = items[at]?.depth;
  return items.some(
    (other, index) =>
      index !== at && other.depth === depth && holdsQuestion(items, index + 1, other.end, choice, forced),
  );
}

/** Whether questions stand before and after a section. */
export function isBetween(items: readonly Item[], at: number, choice: Choice, forced: boolean): boolean {
  const end = items[at]?.end ?? at;
  return (
    holdsQuestion(items, 0, at, choice, forced) && holdsQuestion(items, end, items.length, choice, forced)
  );
}

/** The headings of a section at the level of the document's questions, each with something under it. */
export function entriesBelow(items: readonly Item[], at: number, depth: number): readonly number[] {
  const found: number[] = [];
  for (let index = at + 1; index < (items[at]?.end ?? at); index++) {
    const item = items[index];
    const filled = (item?.end ?? index) > index + 1;
    if (item?.depth === depth && item.candidate && filled) found.push(index);
  }
  return found;
}

/** A section that holds questions of another kind than the document's: lists, bold lines, folded blocks. */
export function localChoice(items: readonly Item[], from: number, to: number): Choice | undefined {
  const blocks = items
    .slice(from, to)
    .map(({ block }) => block)
    .filter((block) => block.type !== 'heading');
  const found = choose(blocks);
  return found && !found.guessed && found.score >= (isStrong(found) ? 0.9 : 1.6) ? found : undefined;
}

/** Questions that are marked as such, not only written like some. */
function isStrong({ primary }: Choice): boolean {
  return primary === 'details' || primary === 'mark' || primary === 'asked';
}

/** Too little to make a chapter of what else would be a question. */
export function isWeak(choice: Choice): boolean {
  return !isStrong(choice) && choice.score < 3;
}

/** The first heading, when nothing else stands at its level or above. */
export function isTitle(items: readonly Item[], at: number): boolean {
  const depth = items[at]?.depth;
  if (depth === undefined || at > 12 || items.length < 2) return false;
  if (items.slice(0, at).some((other) => other.depth !== undefined)) return false;
  return !items.some((other, index) => index !== at && other.depth !== undefined && other.depth <= depth);
}
