import type { Link, PhrasingContent } from 'mdast';
import type { Point } from 'unist';
import { type BodyContext, pointWithin, sourceOf } from './context.ts';

/** Full-width punctuation, which no address holds: GFM takes it for a part of one. */
const STOP =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d-\uff64]/;
/** What GFM leaves out at the end of an address. */
const TRAIL = /[?!.,:*_~'"]+$/;

/**
 * An address that was written without marks, ended where Chinese, Japanese and Korean end it: before
 * full-width punctuation. What follows is text, or the next address. Any other link stays as it is.
 */
export function cutLiteralAddress(link: Link, context: BodyContext): readonly PhrasingContent[] {
  const [only] = link.children;
  if (only?.type !== 'text' || !STOP.test(only.value) || link.children.length > 1) return [link];
  const written = link.position ? sourceOf(link, context) : only.value;
  const scheme = link.url.slice(0, link.url.length - only.value.length);
  if (written !== only.value || scheme + only.value !== link.url) return [link];
  return cut(written, scheme, link.position?.start);
}

function cut(written: string, scheme: string, start: Point | undefined): PhrasingContent[] {
  const stop = written.search(STOP);
  const head = stop < 0 ? written : written.slice(0, stop).replace(TRAIL, '');
  const rest = written.slice(head.length);
  const next = rest.search(/https?:\/\/[^\s]/);
  const between = next < 0 ? rest : rest.slice(0, next);
  const at = (offset: number) => pointAt(start, written, offset);
  const end = head.length + between.length;
  const text = (value: string, from: number): PhrasingContent => ({
    type: 'text',
    value,
    ...(start ? { position: { start: at(from), end: at(from + value.length) } } : {}),
  });
  return [
    { ...text(head, 0), type: 'link', url: scheme + head, children: [text(head, 0)] } as PhrasingContent,
    ...(between === '' ? [] : [text(between, head.length)]),
    ...(next < 0 ? [] : cut(written.slice(end), '', start && at(end))),
  ];
}

function pointAt(start: Point | undefined, text: string, index: number): Point {
  return { ...pointWithin(start, text, index), offset: (start?.offset ?? 0) + index };
}
