import type { Code } from '@octavo/core';
import type { RunEdit, TextStyle } from '../text/text-run.ts';
import { expandedCode } from './code-lines.ts';
import { openEdit } from './edits.ts';
import type { Session } from './session.ts';

/** The whole of a code in order: what both editions have, and what only one of them has. */
export type CodeEdits = NonNullable<Code['edits']>;

/** This is a stretch of code that both editions have, or only one of them. It counts in the code without tabs. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly content: number;
  readonly look: Partial<TextStyle>;
  /** A reader of the tags hears these words before the first part of the segment and behind the last. */
  readonly words: RunEdit;
}

/** Puts the segments of a code below its element. */
export function codeSegments(session: Session, edits: CodeEdits, element: number): readonly Segment[] {
  let before = '';
  let start = 0;
  return edits.map(({ kind, text }) => {
    before += text;
    const place = { start, end: edits.length > 1 ? expandedCode(before).length : Number.POSITIVE_INFINITY };
    start = place.end;
    if (kind === 'same')
      return { ...place, content: session.structure.content(element), look: {}, words: {} };
    const { node, look, opens, close } = openEdit(session, kind, element);
    const content = session.structure.content(node);
    return { ...place, content, look, words: { opens, closes: close() } };
  });
}

/** A part of a line of one look. */
export interface CodePart {
  readonly from: number;
  readonly to: number;
  readonly look: Partial<TextStyle>;
}

/** This is a part of a line that lies in one segment. */
interface SegmentPart extends CodePart {
  readonly segment: Segment;
}

/** Returns the segment that holds a place of the code, or the last one. */
export function segmentAt(segments: readonly Segment[], at: number): Segment {
  return segments.find(({ end }) => end > at) ?? (segments.at(-1) as Segment);
}

/** Cuts the parts of a line, which begins `at` so far into its code, where its segments end. */
export function bySegment(
  parts: readonly CodePart[],
  at: number,
  segments: readonly Segment[],
): readonly SegmentPart[] {
  return parts.flatMap((part) => {
    const own: SegmentPart[] = [];
    for (let { from } = part; from < part.to || own.length === 0; ) {
      const segment = segmentAt(segments, at + from);
      const to = Math.min(part.to, Math.max(from, segment.end - at));
      own.push({ ...part, from, to, segment });
      if (to === from) break;
      from = to;
    }
    return own;
  });
}

/** Returns which words each part of a code's lines says: those of its segment where that begins and where it ends. */
export function partWords(
  lines: readonly (readonly SegmentPart[])[],
): (part: SegmentPart) => RunEdit | undefined {
  const parts = lines.flat().filter(({ segment }) => segment.words.opens);
  const firsts = new Map(parts.toReversed().map((part) => [part.segment, part]));
  const lasts = new Map(parts.map((part) => [part.segment, part]));
  return (part) => {
    const { opens, closes } = part.segment.words;
    if (!opens) return undefined;
    return {
      opens: firsts.get(part.segment) === part ? opens : undefined,
      closes: lasts.get(part.segment) === part ? closes : undefined,
    };
  };
}
