import type { Text } from 'mdast';
import { type BodyContext, pointWithin, sourceOf } from '../body-context.ts';

/** Reports a mark without its note, which is plain text to the parser, and a note that a reader misses (`footnote-resolves`). */
export function refuseUndefinedNotes(node: Text, context: BodyContext): void {
  if (!node.value.includes('[^')) return;
  const source = sourceOf(node, context);
  for (const { 1: label = '', index } of source.matchAll(/(?<!\\)\[\^([^\s\]]+)\]/g)) {
    context.report('footnote-resolves', {
      reason: `there is no footnote "[^${label}]"`,
      place: pointWithin(node.position?.start, source, index),
      expected: `a line "[^${label}]: …" in the same file`,
      note: 'Write the note, or "\\[^" if text is what you mean.',
    });
  }
}
