import type { Element } from 'hast';
import type { DroppedKind } from '../model/found.ts';

/** Elements without a place in a handbook. */
export const SKIPPED: Readonly<Record<string, DroppedKind>> = {
  script: 'script',
  style: 'script',
  template: 'script',
  noscript: 'script',
  svg: 'drawing',
  canvas: 'drawing',
  object: 'embedded content',
  embed: 'embedded content',
  applet: 'embedded content',
  select: 'form control',
  textarea: 'form control',
  input: 'form control',
  datalist: 'form control',
};

const FURNITURE =
  /(?:^|[-_ ])(?:navbar|breadcrumbs?|sidebar|cookie[-_]?(?:banner|bar|consent|notice)|skip[-_]?(?:link|to[-_]content)|site[-_]?(?:header|footer|nav)|toc|table[-_]of[-_]contents|headerlink|pagination|prev[-_]?next)(?:[-_ ]|$)/i;

/** What of a page stands around its text: navigation, footers, banners. */
export function pageChrome(node: Element): DroppedKind | undefined {
  const { role, ariaHidden, hidden } = node.properties;
  const name = node.tagName;
  if (
    name === 'nav' ||
    name === 'footer' ||
    role === 'navigation' ||
    role === 'contentinfo' ||
    role === 'search'
  )
    return 'navigation';
  if (name === 'form') return hasBlocks(node) ? undefined : 'form control';
  if (name === 'head') return undefined;
  if (/^(?:html|body|main|article)$/.test(name)) return undefined;
  const classes = [node.properties.className, node.properties.id].flat().join(' ');
  if (name === 'a' && /headerlink|anchor-?link|permalink/i.test(classes)) return 'navigation';
  if (ariaHidden === 'true' && name === 'a') return 'navigation';
  if (hidden === true && name === 'dialog') return 'navigation';
  return FURNITURE.test(classes) && !hasHeading(node) ? 'navigation' : undefined;
}

function hasHeading(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (/^h[1-6]$/.test(child.tagName) || hasHeading(child)),
  );
}

function hasBlocks(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' && (/^(?:h[1-6]|p|dl|ul|ol|table)$/.test(child.tagName) || hasBlocks(child)),
  );
}
