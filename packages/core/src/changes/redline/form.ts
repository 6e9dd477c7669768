import type { AnswerNode } from '../../model/answer.ts';

/** Where something was written, how it was spelled, and what follows from its place. */
const ACCIDENTS: ReadonlySet<string> = new Set(
  'position written spread index id numbered clause formerly movedTo'.split(' '),
);

/** What a node says, as a key: two nodes with the same form say the same. */
export function formOf(node: AnswerNode): string {
  return JSON.stringify(node, (key, value) => (ACCIDENTS.has(key) ? undefined : value));
}
