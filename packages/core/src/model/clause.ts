import type { Block, ListItem } from './answer.ts';

/** A part of an answer that has an address of its own. */
export type Clause = ListItem & { readonly label: string; readonly clause: string };

/** The words of labels, however they are spelt: `2` and `b` of `(2)(b)`, `2)b)`, `2. b.`; `1.2` is one. */
function wordsOf(labels: string): readonly string[] {
  return labels.normalize('NFKC').match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
}

/** An address as it is written and cited, each label in brackets whatever it is printed with: `(2)(b)`. */
export function clauseAddress(labels: string): string {
  return wordsOf(labels)
    .map((word) => `(${word})`)
    .join('');
}

/** The key of a clause among the anchors of its entry: the words of its labels, joined by hyphens: `2-b`, and `1.2` of 1.2. */
export function clauseKey(address: string): string {
  return wordsOf(address).join('-');
}

/** The clauses among blocks, in reading order. */
export function clausesIn(blocks: readonly Block[]): readonly Clause[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.children.flatMap((item) => [...(isClause(item) ? [item] : []), ...clausesIn(item.children)])
      : [],
  );
}

/** Every address that a clause of an answer once had, whether something stands there now or not. */
export function formerAddresses(
  { clause, formerly = [] }: Clause,
  all: readonly Clause[],
): readonly string[] {
  const left = all.filter(({ movedTo }) => movedTo !== undefined && clauseKey(movedTo) === clauseKey(clause));
  return [...formerly, ...left.map((item) => item.clause)];
}

/** Whether an item is a clause. */
export function isClause(item: ListItem): item is Clause {
  return item.label !== undefined && item.clause !== undefined;
}
