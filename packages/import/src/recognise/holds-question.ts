import { accepts, isHeading } from './accepts.ts';
import type { Candidate } from './candidate.ts';
import type { Choice } from './choose.ts';
import type { Item } from './outline.ts';

/** The question that a block asks; a heading that asks, above questions of another kind, is their chapter. */
export function questionAt(
  items: readonly Item[],
  at: number,
  choice: Choice,
  forced: boolean,
): Candidate | undefined {
  const { candidate, end = at } = items[at] ?? {};
  if (!candidate || !accepts(candidate, choice, forced)) return undefined;
  const isChapter =
    isHeading(candidate.cls) &&
    !isHeading(choice.primary) &&
    holdsQuestion(items, at + 1, end, choice, forced);
  return isChapter ? undefined : candidate;
}

export function holdsQuestion(
  items: readonly Item[],
  from: number,
  to: number,
  choice: Choice,
  forced: boolean,
): boolean {
  return items
    .slice(from, to)
    .some(
      (item) =>
        (item.candidate && accepts(item.candidate, choice, forced)) ||
        (choice.primary === 'item' && item.items.length > 0),
    );
}
