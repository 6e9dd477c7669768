import type { Block, Heading } from '../../model/answer.ts';
import { type AnswerPart, partsIn } from '../../model/answer-part.ts';
import { clauseKey, clausesIn } from '../../model/clause.ts';
import { toText } from '../../model/to-text.ts';
import type { BodyContext } from '../body-context.ts';
import { mapRuns } from './map-runs.ts';
import { isNumbered, partCounter } from './part-number.ts';

/** The anchors of notes. */
const OF_NOTES = /^fn(?:ref)?-\d/;

/**
 * Settles the parts of a body. Headings move so that the shallowest one is one level below the entry's own,
 * whatever level the author began at. Headings, and what has a number, get an id that is unique in the body: the
 * source's own, else their words as GitHub spells them in an address, with a number where two are alike. What
 * the book numbers gets its number. Reports ids that are there twice (`anchor-unique`), and those of parts that
 * nothing can lead to (`numbered-complete`).
 */
export function settleParts(
  blocks: readonly Block[],
  { report, numbering }: Pick<BodyContext, 'report' | 'numbering'>,
): readonly Block[] {
  const parts = partsIn(blocks);
  if (parts.length === 0) return blocks;
  const headings = parts.filter((part) => part.type === 'heading');
  const shift = Math.min(...headings.map(({ depth }) => depth)) - 1;
  const ids = idsOf(parts, blocks, { report, numbering });
  const count = numbering && partCounter(numbering);
  const settled = new Map<Block, Block>();
  for (const [at, part] of parts.entries()) {
    const own = part.type === 'heading' ? { ...part, depth: (part.depth - shift) as Heading['depth'] } : part;
    const id = ids[at];
    const numbered = count && isNumbered(part, numbering) ? count(own) : undefined;
    settled.set(part, {
      ...own,
      ...(id === undefined ? {} : { id }),
      ...(numbered === undefined ? {} : { numbered }),
    });
  }
  return mapRuns(blocks, (run) => run.map((block) => settled.get(block) ?? block));
}

/** Reports the ids of parts that nothing can lead to: of a prose page, or of a note (`numbered-complete`). */
export function refuseIds(
  blocks: readonly Block[],
  { report }: Pick<BodyContext, 'report'>,
  where: string,
): void {
  for (const part of partsIn(blocks))
    if (part.id !== undefined && part.type !== 'heading')
      report('numbered-complete', {
        reason: `"${part.id}" is the id of a ${NAMES[part.type]} in ${where}, and no link can lead there`,
        place: part.position,
        note: `Remove "{#${part.id}}", or move the ${NAMES[part.type]} to the answer of an entry.`,
      });
}

const NAMES: Readonly<Record<AnswerPart['type'], string>> = {
  figure: 'figure',
  table: 'table',
  math: 'formula',
  heading: 'heading',
};

function idsOf(
  parts: readonly AnswerPart[],
  blocks: readonly Block[],
  { report, numbering }: Pick<BodyContext, 'report' | 'numbering'>,
): readonly (string | undefined)[] {
  const clauses = clausesIn(blocks).flatMap(({ clause, formerly = [] }) => [clause, ...formerly]);
  const holders = new Map(clauses.map((clause) => [clauseKey(clause), `the anchor of the clause ${clause}`]));
  const taken = new Set([...holders.keys(), ...parts.flatMap(({ id }) => id ?? [])]);
  return parts.map((part) => {
    const { id: own, position } = part;
    if (own === undefined && part.type !== 'heading' && !isNumbered(part, numbering)) return undefined;
    const holder = own === undefined || !OF_NOTES.test(own) ? holders.get(own ?? '') : 'the anchor of a note';
    if (own !== undefined && holder === undefined) {
      holders.set(own, `that of the ${NAMES[part.type]} on line ${position?.start.line}`);
      return own;
    }
    if (own !== undefined && holder !== undefined)
      report('anchor-unique', {
        reason: `the id "${own}" is ${holder} as well`,
        place: position,
        actual: own,
        note: `Give the ${NAMES[part.type]} another id: each is unique in its entry.`,
      });
    const wanted = own ?? slugOf(wordsOf(part));
    let id = wanted;
    for (let count = 1; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  });
}

function wordsOf(part: AnswerPart): string {
  switch (part.type) {
    case 'heading':
      return toText(part.children);
    case 'figure':
      return beginning(part.caption);
    case 'table':
      return beginning(toText(part.caption ?? []));
    case 'math':
      return '';
  }
}

/** A caption is a sentence, and an address is not. */
function beginning(caption: string): string {
  return caption.trim().split(/\s+/).slice(0, 8).join(' ');
}

/** Letters and digits of any script, blanks as hyphens. `fn-1` and `fnref-1` are the anchors of notes. */
function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '')
    .replace(/\s/g, '-');
  return slug === '' || OF_NOTES.test(slug) ? `section${slug && '-'}${slug}` : slug;
}
