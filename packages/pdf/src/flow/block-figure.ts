import type { Figure } from '@octavo/core';
import { type BlockContext, inlineContext, setIn } from './block-context.ts';
import { pictureFacts, pictureMarks } from './edits.ts';
import { inlineRuns } from './inline.ts';
import { TALLEST } from './insets.ts';
import { anchorPart, partLabel } from './part-label.ts';
import { moved } from './piece.ts';
import { sizedPicture } from './sized-picture.ts';
import { space, stack } from './stack.ts';

/** The space between a picture and its caption. */
const CAPTION_GAP = 7;

/** A figure: the picture at its natural size where it fits, its caption below, both on one page. */
export function figure(node: Figure, context: BlockContext): void {
  const { session, column } = context;
  const { geometry, structure, theme } = session;
  const group = structure.open('Captioned', context.node);
  const picture = sizedPicture(session, node.image, context.edit === 'deleted');
  const room = context.width;
  const tallest = geometry.depth * TALLEST;
  const width = picture ? Math.min(picture.width, room, (tallest * picture.width) / picture.height) : 0;
  const drawing = picture?.draw(
    width,
    structure.content(
      structure.open('Figure', group, { ...pictureFacts(node.image.alt, context), placement: 'Block' }),
    ),
  );
  const element = structure.open('Caption', group);
  const rightToLeft = context.direction === 'rtl';
  // It stands where reading begins.
  const captionWidth = rightToLeft ? room : Math.max(Math.min(room, width), room * 0.6);
  const own = inlineContext(context, element, theme.caption);
  const instead = { type: 'emphasis', children: [{ type: 'text', value: `${node.image.alt}. ` }] } as const;
  const runs = [
    ...(picture ? [] : inlineRuns(session, [instead], own)),
    ...partLabel(node, context, theme.caption, element),
    ...inlineRuns(session, node.edits ?? [{ type: 'text', value: node.caption }], own),
  ];
  const lines = setIn(context, runs, {
    width: captionWidth,
    leading: theme.caption.size * 1.35,
    ...(rightToLeft ? {} : { align: 'left' }),
  });
  const placed = drawing && rightToLeft ? { ...drawing, x: drawing.x + room - width } : drawing;
  const shown = placed
    ? [
        { ...space(placed.height), items: [placed, ...pictureMarks(placed, context.edit, true)] },
        space(lines.length > 0 ? CAPTION_GAP : 0),
      ]
    : [];
  column.space(context.leading * 0.7, 1);
  anchorPart(node, context, group);
  column.add({ ...moved(stack([...shown, ...lines]), context.x, 0), place: context.place });
  column.space(context.leading * 0.7, 1);
}
