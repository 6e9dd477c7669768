import type { Block, ListItem } from '../../model/answer.ts';
import { clauseAddress, clauseKey } from '../../model/clause.ts';
import { toText } from '../../model/to-text.ts';
import type { BodyContext } from '../body-context.ts';

/** A whole clause in brackets, whatever the language: `(c) [deleted]`, `(c) [aufgehoben]`. */
const WITHDRAWN = /^(?:\[.*\]|［.*］)$/su;

/**
 * Gives every clause its address, and those that moved their former ones; says which were taken away. Reports two
 * clauses with one address (`clause-unique`).
 *
 * @param moved former addresses, each with the address of now
 */
export function settleClauses(
  blocks: readonly Block[],
  { report }: Pick<BodyContext, 'report'>,
  moved: Readonly<Record<string, string>>,
): readonly Block[] {
  const seen = new Map<string, ListItem>();
  const labelled = new Set(keysIn(blocks, ''));
  const settle = (list: readonly Block[], above: string): readonly Block[] =>
    list.map((block) => {
      if (block.type !== 'list') return block;
      const children = block.children.map((item) => settleItem(item, above));
      const spread = block.spread || children.some((item) => item.spread);
      return { ...block, spread: block.labelled ? spread : block.spread, children };
    });
  const settleItem = (item: ListItem, above: string): ListItem => {
    if (item.label === undefined) return { ...item, children: settle(item.children, above) };
    const clause = addressOf(item.label, above);
    const key = clauseKey(clause);
    const other = seen.get(key);
    if (other)
      report('clause-unique', {
        reason: `the clause ${clause} is there twice: first on line ${other.position?.start.line}`,
        place: item.position?.start,
        actual: clause,
        note: 'Give it the next label that is free, or one behind it, as (2a) is behind (2); indent it below the clause that it belongs to. A list that is no clause has bullets.',
      });
    else seen.set(key, item);
    const formerly = Object.keys(moved).filter(
      (old) => clauseKey(moved[old] ?? '') === key && !labelled.has(clauseKey(old)),
    );
    const { type, label, position, ...rest } = item;
    const children = settle(rest.children, clause);
    return {
      type,
      label,
      clause,
      ...(formerly.length > 0 ? { formerly } : {}),
      ...(WITHDRAWN.test(toText(children).trim()) ? { withdrawn: true, ...whereTo(key, moved) } : {}),
      spread: children.filter((child) => child.type !== 'list').length > 1,
      children,
      ...(position ? { position } : {}),
    };
  };
  return settle(blocks, '');
}

function whereTo(key: string, moved: Readonly<Record<string, string>>): Pick<ListItem, 'movedTo'> {
  const to = Object.keys(moved).find((old) => clauseKey(old) === key);
  return to === undefined ? {} : { movedTo: clauseAddress(moved[to] ?? '') };
}

/** The keys of all clauses. */
function keysIn(blocks: readonly Block[], above: string): readonly string[] {
  return blocks.flatMap((block) =>
    block.type !== 'list'
      ? []
      : block.children.flatMap(({ label, children }) => {
          const clause = label === undefined ? above : addressOf(label, above);
          return [...(label === undefined ? [] : [clauseKey(clause)]), ...keysIn(children, clause)];
        }),
  );
}

/** `2.` and `b)` are `(2)(b)`; `1.2` holds the number above it already. */
function addressOf(label: string, above: string): string {
  const own = clauseAddress(label);
  const holdsAbove = own.includes('.') && clauseKey(own).startsWith(`${clauseKey(above)}.`);
  return holdsAbove ? own : above + own;
}
