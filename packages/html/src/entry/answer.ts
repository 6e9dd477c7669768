import { createHash } from 'node:crypto';
import { type Entry, type Handbook, toText } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted, type SitePaths } from '../site-paths.ts';
import { explained } from './explain.ts';
import { oldAnchors } from './heading.ts';

/** How many words of a paragraph its anchor is made of, and how long the anchor's own part is. */
const WORDS = 8;
const LENGTH = 5;

/**
 * An answer whose paragraphs have an anchor, `q618_x3k9f`, and a sign that leads to it on the entry's own page. The
 * anchor is made of the entry's number and the paragraph's first eight words, without regard to case and
 * punctuation: it stays when paragraphs are put in, moved or continued, and a paragraph that begins
 * otherwise has another. (No id of a source has an underscore.)
 */
function withAnchors(
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
    const sign: Element = h('a.to-here', { href, ariaLabel });
    return { ...node, properties: { ...node.properties, id }, children: [...node.children, sign] };
  });
}

function anchorOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const hash = createHash('sha256').update(words.slice(0, WORDS).join(' ')).digest();
  return (hash.readUInt32BE() % 36 ** LENGTH).toString(36).padStart(LENGTH, '0');
}

/** An answer as both pages show it that an entry stands on: with explained words, and anchors of its paragraphs. */
export function answer(site: Site, entry: Entry): ElementContent[] {
  const parts = withAnchors(entry, explained(site, entry), site.paths, site.handbook.labels);
  const old = new Set(oldAnchors(site, entry));
  const former = entry.aliases.map(entryAnchor).filter((anchor) => old.has(anchor));
  return withFormerAnchors(parts, entryAnchor(entry.number), former);
}

/**
 * An answer in which the anchors of its parts (clauses, headings, paragraphs) also work with the numbers that the
 * entry once had: before the part `q618-2-b` of an entry that was 77 stands an empty `q77-2-b`.
 *
 * @param anchor of the entry now, `q618`
 * @param former anchors that numbers of the entry once were, `q77`
 */
function withFormerAnchors(
  nodes: readonly ElementContent[],
  anchor: string,
  former: readonly string[],
): ElementContent[] {
  if (former.length === 0) return [...nodes];
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const children = withFormerAnchors(node.children, anchor, former);
    const id = `${node.properties.id ?? ''}`;
    const part = id.startsWith(anchor) ? id.slice(anchor.length) : '';
    if (!/^[-_](?!fn-|fnref-)/.test(part)) return { ...node, children };
    const old = former.map((one) => h('span', { id: one + part, className: ['anchor'] }));
    return { ...node, children: [...old, ...children] };
  });
}
