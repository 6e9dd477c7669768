import type { Block, Heading } from '../../model/answer.ts';
import { clauseKey, clausesIn } from '../../model/clause.ts';
import { toText } from '../../model/to-text.ts';

/**
 * Moves headings so that the shallowest one of a body is one level below the entry's own, whatever level the
 * author began at, and gives each an id that is unique in the body: the source's own, else its words as
 * GitHub spells them in an address, with a number where two are alike. Keys of clauses are taken.
 */
export function settleHeadings(blocks: readonly Block[]): readonly Block[] {
  const all = headingsOf(blocks);
  if (all.length === 0) return blocks;
  const shift = Math.min(...all.map(({ depth }) => depth)) - 1;
  const clauses = clausesIn(blocks).flatMap(({ clause, formerly = [] }) => [clause, ...formerly]);
  const ids = idsOf(all, new Set(clauses.map(clauseKey)));
  let at = 0;
  const settle = (heading: Heading): Heading => ({
    ...heading,
    depth: (heading.depth - shift) as Heading['depth'],
    id: ids[at++] ?? '',
  });
  return blocks.map((block) => withHeadings(block, settle));
}

function idsOf(headings: readonly Heading[], clauses: ReadonlySet<string>): readonly string[] {
  const taken = new Set([...clauses, ...headings.flatMap(({ id }) => id ?? [])]);
  const own = new Set(clauses);
  return headings.map((heading) => {
    if (heading.id !== undefined && !own.has(heading.id)) {
      own.add(heading.id);
      return heading.id;
    }
    const wanted = heading.id ?? slugOf(toText(heading.children));
    let id = wanted;
    for (let count = 1; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  });
}

/** Letters and digits of any script, blanks as hyphens. `fn-1` and `fnref-1` are the anchors of notes. */
function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '')
    .replace(/\s/g, '-');
  return slug === '' || /^fn(?:ref)?-\d/.test(slug) ? `section${slug && '-'}${slug}` : slug;
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [block] : inside(block).flatMap(headingsOf)));
}

/** The runs of blocks that a block holds. */
function inside(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case 'blockquote':
    case 'admonition':
    case 'details':
      return [block.children];
    case 'list':
      return block.children.map((item) => item.children);
    default:
      return [];
  }
}

/** A block with its headings, in reading order, replaced. */
function withHeadings(block: Block, settle: (heading: Heading) => Heading): Block {
  const all = (blocks: readonly Block[]) => blocks.map((child) => withHeadings(child, settle));
  switch (block.type) {
    case 'heading':
      return settle(block);
    case 'blockquote':
    case 'admonition':
    case 'details':
      return { ...block, children: all(block.children) };
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ ...item, children: all(item.children) })),
      };
    default:
      return block;
  }
}
