import { createHash } from 'node:crypto';
import { type Entry, type Handbook, toText } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { rooted, type SitePaths } from '../site-paths.ts';

/** How many words of a paragraph its anchor is made of, and how long the anchor's own part is. */
const WORDS = 8;
const LENGTH = 5;

/**
 * An answer whose paragraphs have an anchor, `q618_x3k9f`, and a sign that leads to it on the entry's own page. The
 * anchor is made of the entry's number and the paragraph's first eight words, without regard to case and
 * punctuation: it stays when paragraphs are put in, moved or continued, and a paragraph that begins
 * otherwise has another. (No id of a source has an underscore.)
 */
export function withAnchors(
  entry: Entry,
  answer: readonly ElementContent[],
  paths: SitePaths,
  { paragraphLink: ariaLabel }: Handbook['labels'],
): ElementContent[] {
  const taken = new Map<string, number>();
  const texts = entry.answer.filter(({ type }) => type === 'paragraph').map((node) => toText([node]));
  return answer.map((node): ElementContent => {
    if (node.type !== 'element' || node.tagName !== 'p') return node;
    const own = anchorOf(texts.shift() ?? '');
    const before = taken.get(own) ?? 0;
    taken.set(own, before + 1);
    const id = `${entryAnchor(entry.number)}_${own}${before === 0 ? '' : `_${before + 1}`}`;
    const href = rooted(paths.entry(entry.number), id);
    const sign: Element = h('a', { className: ['to-here'], href, ariaLabel });
    return { ...node, properties: { ...node.properties, id }, children: [...node.children, sign] };
  });
}

function anchorOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const hash = createHash('sha256').update(words.slice(0, WORDS).join(' ')).digest();
  return (hash.readUInt32BE() % 36 ** LENGTH).toString(36).padStart(LENGTH, '0');
}
