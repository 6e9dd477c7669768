import type { Phrasing } from '../../model/answer.ts';
import { toText } from '../../model/to-text.ts';
import { ALIKE } from '../align.ts';
import { type Edit, editScript, wholly } from '../edit-script.ts';
import { likeness } from '../same-question.ts';
import { saysSomething, tokens } from '../tokens.ts';
import { formOf } from './form.ts';

/** A mark around words: emphasis, a link. One object for each that the author wrote. */
interface Mark {
  readonly node: Phrasing;
  readonly form: string;
}

/** A word, a sign, or something that is not text, with the marks around it from the outermost in. */
interface Leaf {
  readonly node: Phrasing;
  readonly marks: readonly Mark[];
  readonly key: string;
}

/** A leaf of one edition, or one that both have. */
interface Piece {
  readonly kind: Edit<Leaf>['kind'];
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
}

/**
 * Returns running text with its edits, word by word: a word whose marks changed, or whose link leads elsewhere,
 * is another word. Marks that both editions have stay whole around edits in them. Texts that have little in common are
 * exchanged as a whole.
 */
export function redlinePhrasing(
  before: readonly Phrasing[],
  after: readonly Phrasing[],
): readonly Phrasing[] {
  if (before.map(formOf).join() === after.map(formOf).join()) return after;
  const [old, now] = [leavesOf(before, []), leavesOf(after, [])];
  const isAlike = likeness(toText(before), toText(after)) >= ALIKE;
  const edits = isAlike ? editScript(old, now, ({ key }) => key, says) : wholly(old, now);
  return grow(edits.flatMap(piecesOf), 0);
}

function leavesOf(nodes: readonly Phrasing[], marks: readonly Mark[]): readonly Leaf[] {
  const around = marks.map(({ form }) => form).join('');
  return nodes.flatMap((node): readonly Leaf[] => {
    if (node.type === 'text')
      return tokens(node.value).map((value) => ({
        node: { type: 'text', value, ...(node.position ? { position: node.position } : {}) },
        marks,
        key: `${around}"${value}`,
      }));
    if ('children' in node)
      return leavesOf(node.children, [...marks, { node, form: formOf({ ...node, children: [] }) }]);
    return [{ node, marks, key: around + formOf(node) }];
  });
}

function says({ node }: Leaf): boolean {
  return node.type === 'text' ? saysSomething(node.value) : node.type !== 'break';
}

function piecesOf({ kind, before, after }: Edit<Leaf>): readonly Piece[] {
  const longest = before.length > 0 ? before : after;
  return longest.map((_, at) => ({ kind, before: before[at], after: after[at] }));
}

/** A node that one edition has, or both. */
interface Unit {
  readonly kind: Edit<Leaf>['kind'];
  readonly node: Phrasing;
}

/** Puts pieces together again. `depth`: how many of the marks around them are open. */
function grow(pieces: readonly Piece[], depth: number): readonly Phrasing[] {
  const units = runsOf(pieces, depth).flatMap((run): readonly Unit[] => {
    const [first] = run;
    const mark = first && markOf(first, depth);
    if (!first || !mark) return run.map((piece) => ({ kind: piece.kind, node: leafOf(piece).node }));
    // A mark that lies in one edit is part of it, so that a link is read as one.
    const isWhole = run.every(({ kind }) => kind === first.kind);
    const within = isWhole ? run.map((piece) => ({ ...piece, kind: 'same' as const })) : run;
    const node = { ...mark.node, children: grow(within, depth + 1) } as Phrasing;
    return [{ kind: isWhole ? first.kind : 'same', node }];
  });
  return gathered(units);
}

/** What is shown of a piece: this edition's leaf, where it has one. */
function leafOf({ before, after }: Piece): Leaf {
  return (after ?? before) as Leaf;
}

function markOf(piece: Piece, depth: number): Mark | undefined {
  return leafOf(piece).marks[depth];
}

/** Cuts pieces where a mark begins or ends: the same mark of each edition holds a run together. */
function runsOf(pieces: readonly Piece[], depth: number): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  let open: { form: string | undefined; before: Mark | undefined; after: Mark | undefined } | undefined;
  for (const piece of pieces) {
    const form = markOf(piece, depth)?.form;
    const [before, after] = [piece.before?.marks[depth], piece.after?.marks[depth]];
    const fits =
      open !== undefined && open.form === form && isOne(open.before, before) && isOne(open.after, after);
    if (fits) runs.at(-1)?.push(piece);
    else runs.push([piece]);
    open = fits
      ? { form, before: before ?? open?.before, after: after ?? open?.after }
      : { form, before, after };
  }
  return runs;
}

function isOne(known: Mark | undefined, mark: Mark | undefined): boolean {
  return known === undefined || mark === undefined || known === mark;
}

/** Units as nodes: neighbours of one edit in it, and neighboring texts in one. */
function gathered(units: readonly Unit[]): readonly Phrasing[] {
  const nodes: Phrasing[] = [];
  let [kind, open]: [Unit['kind'], Phrasing[]] = ['same', nodes];
  for (const unit of units) {
    if (unit.kind !== kind || open === nodes) {
      kind = unit.kind;
      open = kind === 'same' ? nodes : [];
      if (kind !== 'same') nodes.push({ type: 'editText', kind, children: open });
    }
    const last = open.at(-1);
    if (last?.type === 'text' && unit.node.type === 'text')
      open[open.length - 1] = { ...last, value: last.value + unit.node.value };
    else open.push(unit.node);
  }
  return nodes;
}
