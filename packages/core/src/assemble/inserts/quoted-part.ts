import { nearest } from '../../message/nearest.ts';
import type { Block, ListItem } from '../../model/answer.ts';
import { partsIn } from '../../model/answer-part.ts';
import { walk } from '../../model/children.ts';
import { clauseKey, clausesIn } from '../../model/clause.ts';
import { originOf } from './insert.ts';

/** What of an answer is quoted, and what a link to it adds to the entry's number. */
export interface QuotedPart {
  readonly blocks: readonly Block[];
  readonly link: string;
}

/** What is wrong with the name of a part. */
export interface PartFault {
  readonly reason: string;
  readonly expected: string | readonly string[];
}

/**
 * Finds what `part` names in an answer: a clause by its address, `(2)(b)`; a heading with what is below it, or a
 * figure, table or formula, by its id; a paragraph by its number among those that the whole entry has in its own
 * file, which is `whole`, so that it is the same one in every edition.
 */
export function quotedPart(
  answer: readonly Block[],
  whole: readonly Block[],
  part: string | undefined,
  number: string,
): QuotedPart | PartFault {
  if (part === undefined) return { blocks: answer, link: '' };
  const find = /^\d+$/.test(part) ? paragraphOf : part.startsWith('(') ? clauseOf : partOf;
  const found = find(answer, whole, part, number);
  if (answer === whole || 'blocks' in found || 'reason' in find(whole, whole, part, number)) return found;
  return {
    reason: `this edition leaves out ${part} of ${number}`,
    expected: `a part that every edition has, or the quotation under the same condition: ":::only{…}" around it`,
  };
}

type FindPart = (
  answer: readonly Block[],
  whole: readonly Block[],
  part: string,
  number: string,
) => QuotedPart | PartFault;

const partOf: FindPart = (answer, _, part, number) => {
  const id = part.replace(/^#/, '');
  const at = answer.findIndex((block) => 'id' in block && block.id === id);
  const found = answer[at];
  if (found?.type === 'heading') {
    const behind = answer.slice(at + 1);
    const end = behind.findIndex((block) => block.type === 'heading' && block.depth <= found.depth);
    return { blocks: [found, ...behind.slice(0, end < 0 ? undefined : end)], link: `/${id}` };
  }
  const inner = found ?? partsIn(answer).find((one) => one.id === id);
  if (inner) return { blocks: [inner as Block], link: `/${id}` };
  const ids = partsIn(answer).flatMap((one) => one.id ?? []);
  return fault(
    `nothing in ${number} has the id "${id}"`,
    id,
    ids,
    `an id of a part of ${number}: it has none`,
  );
};

const paragraphOf: FindPart = (answer, whole, part, number) => {
  const own = ({ type, position }: Block) => type === 'paragraph' && !originOf(position);
  const paragraphs = whole.filter(own);
  const wanted = paragraphs[Number(part) - 1]?.position?.start.offset;
  const found = answer.find((block) => own(block) && block.position?.start.offset === wanted);
  if (found && wanted !== undefined) return { blocks: [found], link: '' };
  return {
    reason: `${number} has no paragraph ${part}`,
    expected: paragraphs.length === 0 ? 'an entry with paragraphs of its own' : `1 to ${paragraphs.length}`,
  };
};

const clauseOf: FindPart = (answer, _, part, number) => {
  const clauses = clausesIn(answer);
  const found = clauses.find(({ clause }) => clauseKey(clause) === clauseKey(part));
  if (!found)
    return fault(
      `there is no clause ${part} in ${number}`,
      part,
      clauses.map(({ clause }) => clause),
      `an entry with clauses: ${number} has none`,
    );
  const list = [...walk(answer)].find(
    (node) => node.type === 'list' && node.children.includes(found as ListItem),
  );
  if (list?.type !== 'list') return { blocks: found.children, link: found.clause };
  return { blocks: [{ ...list, children: [found] }], link: found.clause };
};

function fault(reason: string, part: string, known: readonly string[], none: string): PartFault {
  const near = nearest(part, known);
  return {
    reason: `${reason}${near === undefined ? '' : `; did you mean ${near}?`}`,
    expected: known.length === 0 ? none : known.slice(0, 12),
  };
}
