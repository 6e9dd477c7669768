import type { Blockquote, Paragraph, Text } from 'mdast';
import type { Admonition } from '../../model/answer.ts';
import { type BodyContext, pointWithin, sourceOf } from '../body-context.ts';

/** GitHub's alerts, and the admonition that each is; two of them have a name of their own here. */
const ALERTS: ReadonlyMap<string, { readonly kind: Admonition['kind']; readonly title?: string }> = new Map([
  ['note', { kind: 'note' }],
  ['tip', { kind: 'tip' }],
  ['important', { kind: 'warning', title: 'Important' }],
  ['warning', { kind: 'warning' }],
  ['caution', { kind: 'warning', title: 'Caution' }],
] as const);

/** A quote that is an alert: its kind, and what it holds without the mark. */
export interface Alert {
  readonly kind: Admonition['kind'];
  readonly title?: string;
  readonly children: Blockquote['children'];
}

/**
 * A quote that begins with `[!NOTE]` on a line of its own, as GitHub reads it. Reports other names, a title
 * behind the mark and an alert that holds nothing (`directive-known`); those stay quotes.
 */
export function alertOf(quote: Blockquote, context: BodyContext): Alert | undefined {
  const [first, ...rest] = quote.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined;
  const [mark, name = '', behind = ''] = /^\[!([\w-]+)\][-+]?[ \t]*([^\n]*)\n?/.exec(text.value) ?? [];
  if (mark === undefined) return undefined;
  const known = ALERTS.get(name.toLowerCase());
  const alone =
    behind === '' && (text.value.includes('\n') || first.children.length === 1 || startsLine(first));
  const children = [...withoutMark(first, mark, context), ...rest];
  if (known && alone && children.length > 0) return { ...known, children };
  const kind = known?.kind ?? 'note';
  context.report('directive-known', {
    reason: known
      ? alone
        ? `the alert "[!${name}]" holds nothing and stays as text`
        : `"[!${name}]" stays as text: an alert has nothing else on its first line`
      : `"[!${name}]" is none of GitHub's alerts and stays as text`,
    place: text.position,
    expected: [...ALERTS.keys()].map((key) => `[!${key.toUpperCase()}]`),
    note: `Write the admonition as ":::${kind}[Title]", its text, and a line ":::".`,
  });
  return undefined;
}

/** Whether the mark is followed by a hard break, which is a line of its own as well. */
function startsLine({ children }: Paragraph): boolean {
  return children[1]?.type === 'break';
}

/** What stands behind the mark begins where it is written: on the line below. */
function withoutMark(paragraph: Paragraph, mark: string, context: BodyContext): Paragraph[] {
  const [text, ...others] = paragraph.children;
  const value = text?.type === 'text' ? text.value.slice(mark.length) : '';
  const kept = text?.type === 'text' && value !== '' ? [movedTo(text, value, context), ...others] : others;
  const children = kept[0]?.type === 'break' ? kept.slice(1) : kept;
  const [first] = children;
  if (!first) return [];
  const { position } = paragraph;
  const start = first.position?.start;
  return [{ ...paragraph, children, ...(position && start ? { position: { ...position, start } } : {}) }];
}

/** A text without its first line. */
function movedTo(text: Text, value: string, context: BodyContext): Text {
  const { position } = text;
  const first = /^[^\n]*\n[ \t>]*/.exec(sourceOf(text, context))?.[0].length;
  if (!position || first === undefined) return { ...text, value };
  const place = pointWithin(position.start, sourceOf(text, context), first);
  const start = { ...place, offset: (position.start.offset ?? 0) + first };
  return { ...text, value, position: { ...position, start } };
}
