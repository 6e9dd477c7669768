import type { Text } from 'mdast';
import { type BodyContext, pointWithin, sourceOf } from './context.ts';

/** A mark without its note is plain text to the parser, and a note that a reader misses. */
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
