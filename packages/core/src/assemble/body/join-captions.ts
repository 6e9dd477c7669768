import type { Block, Paragraph, Phrasing, Table } from '../../model/answer.ts';
import type { BodyContext } from '../body-context.ts';
import { mapRuns } from './map-runs.ts';
import { captionMark, OWN_ID } from './own-id.ts';
import { trim } from './plain-text.ts';

/**
 * Gives every table the caption that stands in a paragraph before it: `Table: Fees of the year {#fees}`. Reports
 * a caption with an id that stands before no table (`numbered-complete`).
 */
export function joinCaptions(blocks: readonly Block[], context: BodyContext): readonly Block[] {
  return mapRuns(blocks, (run) => {
    const joined: Block[] = [];
    for (const [at, block] of run.entries()) {
      const caption = block.type === 'paragraph' ? captionOf(block, context) : undefined;
      const next = run[at + 1];
      if (caption && next?.type === 'table') continue;
      if (caption?.id !== undefined)
        context.report('numbered-complete', {
          reason: `the caption with the id "${caption.id}" stands before no table`,
          place: block.position,
          expected: 'the table below it, after an empty line',
        });
      const before = run[at - 1];
      const own = before?.type === 'paragraph' ? captionOf(before, context) : undefined;
      joined.push(block.type === 'table' && own ? { ...block, ...own } : block);
    }
    return joined;
  });
}

/** The caption that a paragraph is, and its id. */
function captionOf(
  { children, position }: Paragraph,
  { text, tableWord }: BodyContext,
): Pick<Table, 'caption' | 'id'> | undefined {
  const [first] = children;
  const source = text.slice(position?.start.offset, position?.end.offset);
  const mark = captionMark(source, tableWord);
  if (first?.type !== 'text' || mark === undefined) return undefined;
  const id = OWN_ID.exec(source)?.[1];
  const words: Phrasing[] = [{ ...first, value: first.value.slice(mark.length) }, ...children.slice(1)];
  const last = words.at(-1);
  if (id !== undefined && last?.type === 'text')
    words[words.length - 1] = { ...last, value: last.value.replace(OWN_ID, '') };
  const caption = trim(words).filter((node) => node.type !== 'text' || node.value !== '');
  return caption.length === 0 ? undefined : { caption, ...(id === undefined ? {} : { id }) };
}
