import type { Entry } from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { questionText } from './entry-text.ts';
import { definitionText, type TermFinder } from './term-finder.ts';

/** Whose words are shown as they are: links, code, headings, formulas, and what has a title of its own. */
const CLOSED = new Set('a abbr code pre kbd h1 h2 h3 h4 h5 h6 math summary th'.split(' '));

/**
 * An answer in which links to other entries have these questions as their title, and the first mention of each term
 * of the glossary is a link to it with the definition as its title. The terms that the entry itself explains are
 * left as they are.
 */
export function explained(site: Site, entry: Entry): ElementContent[] {
  const { terms } = site;
  const seen = new Set(
    site.handbook.glossary.filter(({ entries }) => entries.includes(entry.number)).map(({ id }) => id),
  );
  return explain(site.bodies.answer(entry), { site, terms, seen });
}

interface Explaining {
  readonly site: Site;
  readonly terms: TermFinder;
  /** The terms that are not explained any more. */
  readonly seen: Set<string>;
}

function explain(nodes: readonly ElementContent[], to: Explaining): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return mentions(node.value, to) ?? [node];
    if (node.type !== 'element') return [node];
    if (node.tagName === 'a') return [titled(node, to)];
    if (CLOSED.has(node.tagName)) return [node];
    return [{ ...node, children: explain(node.children, to) }];
  });
}

/** A link to an entry, with the question as its title unless its words tell it. */
function titled(link: Element, { site }: Explaining): Element {
  const to = link.data?.leadsTo;
  const entry = to && site.index.entry.get(to.number);
  if (!entry || link.properties.title !== undefined) return link;
  const title = questionText(entry);
  return textOf(link).includes(title) ? link : { ...link, properties: { ...link.properties, title } };
}

function mentions(text: string, { site, terms, seen }: Explaining): ElementContent[] | undefined {
  const fresh = terms(text).filter(({ term }) => !seen.has(term.id) && seen.add(term.id));
  if (fresh.length === 0) return undefined;
  const parts: ElementContent[] = [];
  let done = 0;
  for (const { term, from, to } of fresh) {
    if (from > done) parts.push({ type: 'text', value: text.slice(done, from) });
    const href = rooted(site.paths.matter.glossary, term.id);
    parts.push(h('a.term', { href, title: definitionText(term) }, text.slice(from, to)));
    done = to;
  }
  return [...parts, ...(done < text.length ? [{ type: 'text' as const, value: text.slice(done) }] : [])];
}

function textOf(node: ElementContent): string {
  if (node.type === 'element') return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : '';
}
