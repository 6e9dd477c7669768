import type { Element } from 'hast';
import type { DroppedKind } from '../model/found.ts';
import { oneLine } from '../model/text-of.ts';
import { wordsOf } from './words-of.ts';

/** Elements that have no place in a handbook, and what they are listed as. */
export const SKIPPED: Readonly<Record<string, DroppedKind>> = {
  ...{ script: 'script', style: 'script', template: 'script', noscript: 'script' },
  ...{ svg: 'drawing', canvas: 'drawing', 'octavo-comment': 'comment', 'octavo-contents': 'contents list' },
  ...{ object: 'embedded content', embed: 'embedded content', applet: 'embedded content' },
  ...{ select: 'form control', textarea: 'form control', input: 'form control', datalist: 'form control' },
};

const FURNITURE =
  /(?:^|[-_ ])(?:navbar|breadcrumbs?|sidebar|cookie[-_]?(?:banner|bar|consent|notice)|skip[-_]?(?:link|to[-_]content)|site[-_]?(?:header|footer|nav)|toc|table[-_]of[-_]contents|headerlink|pagination|prev[-_]?next)(?:[-_ ]|$)/i;
/** What sites of help centres and wikis set around an article, with headings of its own. */
const AROUND =
  /(?:^| )(?:page-metadata|pageSection|footer-body|page-header-icon|article-(?:meta|votes|share|author|comments|sidebar|more-questions|relatives)|related-articles|recent-articles)(?: |$)/;
/** What a page lets its readers do with the text beside it. */
const COPY =
  /^(?:(?:copy|share|print)(?: (?:code|link|page|to clipboard|this page))?|copied!?|kopieren|copier|copiar|copia|kopiëren|копировать|コピー|复制|複製)$/i;
const ROLES = /^(?:navigation|contentinfo|search)$/;

/** What of a page stands around its text: navigation, footers, banners. `within`: the nearest element of those that hold a text (`isHolder`). */
export function pageChrome(node: Element, within: string): DroppedKind | undefined {
  const { role, ariaHidden, hidden, className, id } = node.properties;
  const name = node.tagName;
  if (name === 'button' && COPY.test(oneLine(wordsOf(node)))) return 'navigation';
  // What a quotation ends with is who says it, and what a section begins with is of the section.
  if (name === 'footer' && /^(?:blockquote|figure)$/.test(within)) return undefined;
  if (name === 'nav' || name === 'footer' || ROLES.test(String(role))) return 'navigation';
  if (name === 'form') return holds(node, /^(?:h[1-6]|p|dl|ul|ol|table)$/) ? undefined : 'form control';
  if (/^(?:head|html|body|main|article)$/.test(name)) return undefined;
  const classes = [className, id].flat().join(' ');
  const isMark = ariaHidden === 'true' || /headerlink|anchor-?link|permalink/i.test(classes);
  if ((name === 'a' && isMark) || (name === 'dialog' && hidden === true)) return 'navigation';
  const isBanner = name === 'header' && within === '' && !holds(node, /^(?:h[1-6]|p)$/);
  if (AROUND.test(classes) || isBanner) return 'navigation';
  return FURNITURE.test(classes) && !holds(node, /^h[1-6]$/) ? 'navigation' : undefined;
}

/** Whether an element holds a text with a head and a foot of its own (HTML 4.3.8). */
export function isHolder({ tagName }: Element): boolean {
  return /^(?:article|section|main|aside|blockquote|figure|li|td)$/.test(tagName);
}

/** Whether an element with such a name is inside another. */
export function holds(node: Element, name: RegExp): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (name.test(child.tagName) || holds(child, name)),
  );
}
