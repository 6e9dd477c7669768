import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, FootnoteReference } from '../model/answer.ts';
import type { ToHastOptions } from './options.ts';

/** How often each footnote (by identifier) has been cited so far. */
export type MarkCounts = Map<string, number>;

/**
 * The mark of a footnote in the text: a superscript link (DPUB-ARIA 1.1 `doc-noteref`). After another mark,
 * it has a space before it: "1 2" are two notes, "12" would be one.
 */
export function footnoteMark(
  node: FootnoteReference,
  options: ToHastOptions,
  counts: MarkCounts,
  isBesideMark: boolean,
): Element {
  const count = (counts.get(node.identifier) ?? 0) + 1;
  counts.set(node.identifier, count);
  const epub = options.dialect === 'epub' ? { 'epub:type': 'noteref' } : {};
  const properties = {
    id: markId(node.index, count, options),
    href: `#${noteId(node.index, options)}`,
    role: 'doc-noteref',
    ...epub,
  };
  const link = h('a', properties, String(node.index));
  return h('sup.footnote-mark', isBesideMark ? ['\u00a0', link] : [link]);
}

/** A note of the section, `body` already hast, with a link back to each of its marks (`doc-backlink`). */
export function footnoteItem(
  note: FootnoteDefinition,
  body: readonly ElementContent[],
  options: ToHastOptions,
  counts: MarkCounts,
): Element {
  const links = Array.from({ length: counts.get(note.identifier) ?? 1 }, (_, index) =>
    backlink(note.index, index + 1, options),
  );
  const spaced = links.flatMap((link): ElementContent[] => [{ type: 'text', value: ' ' }, link]);
  const last = body.at(-1);
  const content =
    last?.type === 'element' && last.tagName === 'p'
      ? [...body.slice(0, -1), { ...last, children: [...last.children, ...spaced] }]
      : [...body, h('p', links)];
  const epub = options.dialect === 'epub' ? { 'epub:type': 'endnote' } : {};
  return h('li', { id: noteId(note.index, options), ...epub }, content);
}

function backlink(index: number, count: number, options: ToHastOptions): Element {
  const mark = count === 1 ? '' : `-${count}`;
  return h(
    'a.footnote-back',
    {
      role: 'doc-backlink',
      href: `#${markId(index, count, options)}`,
      ariaLabel: `${options.labels.backToText} (${index}${mark})`,
    },
    '\u21A9\uFE0E',
  );
}

function noteId(index: number, options: ToHastOptions): string {
  return `${options.idPrefix}fn-${index}`;
}

function markId(index: number, count: number, options: ToHastOptions): string {
  return `${options.idPrefix}fnref-${index}${count === 1 ? '' : `-${count}`}`;
}
