import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { anchor } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { trimmed } from './phrasing.ts';

/** Marks that generators set beside a heading as a link to itself; the letters are what screen readers are told. */
const MARK =
  /^[\s\u200b\u2060\ufeff¶#§🔗⚓∞❡⌗]*$|^(?:permalink|permanent link|direct link|link|anchor|copy link|heading link)(?: (?:to|for) .*)?$/iu;

/** What a site says around its text, and no document says in it; arrows and the like around it are taken off first. */
const FURNITURE = new RegExp(
  `^(?:${`(?:back to|return to|go to|to)(?: the)? (?:top|contents|table of contents|toc|index)(?: of (?:the )?page)?|top(?: of page)?
  edit(?: this)?(?: page| article)?(?: on (?:github|gitlab|bitbucket))?|(?:improve|suggest edits to|view source of|report an issue with|print|share|bookmark|email) this (?:page|article)
  copy(?: code| link| to clipboard)?|copied!?|toggle (?:navigation|menu)|skip to (?:main )?content|(?:page|seite|página|pagina|halaman|strona|страница|sayfa|sida|side|oldal) \\d+(?: (?:of|von|de|di|dari|z|из|sur) \\d+)?|expand all|collapse all|(?:expand|collapse) all [|/] (?:expand|collapse) all
  was this (?:page|article|answer|information)? ?helpful(?: yes no)?|did (?:this|you find what you were looking for)(?: (?:article|page))?(?: answer your question)?(?: yes no)?|yes no|(?:\\d+ out of )?\\d+ found this helpful
  last (?:updated|modified|edited|reviewed)(?: on| at)?(?: by)? .{4,40}|(?:previous|prev|next)(?: page)?|table of contents toggle
  nach oben|zum seitenanfang|zurück nach oben|seite bearbeiten|haut de page|retour en haut|modifier cette page|volver arriba|editar esta página|torna su|voltar ao topo|naar boven|наверх|вернуться наверх|ページの先頭へ|トップへ戻る|返回顶部|回到頂部|맨 위로|العودة إلى الأعلى|חזרה למעלה`
    .split(/\n\s*/)
    .join('|')})$`,
  'iu',
);

function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}|/!]+/gu, ' ')
    .replace(/^[ |/!]+|[ |/!]+$/g, '')
    .slice(0, 120);
}

/** Whether a text is a site's own: "Back to top", "Edit this page", "Copy". */
export function isFurnitureText(text: string): boolean {
  // "Yes. No." answers; buttons have no full stops.
  return text.length < 160 && FURNITURE.test(bare(text)) && !/^\s*yes\s*[.!]/i.test(text);
}

/** Whether a block is a site's own: such words alone, or (before the first heading) where the page is on its site. */
export function isFurniture(block: RootContent, atHead: boolean): boolean {
  if (block.type === 'list')
    return block.children.length > 0 && block.children.every((item) => isFurnitureText(textOf(item)));
  if (block.type !== 'paragraph') return false;
  const text = textOf(block);
  return isFurnitureText(text) || (atHead && isBreadcrumb(block.children, text));
}

/** Says whether a paragraph is such as `Home › Help › Payments`: its steps are short, and all but the last are links. */
function isBreadcrumb(children: readonly PhrasingContent[], text: string): boolean {
  const steps = text.split(/\s*(?:[›»>→]|\s\/\s|\s\|\s)\s*/).filter((step) => step !== '');
  const links = children.filter(({ type }) => type === 'link').length;
  return (
    links > 0 && links >= steps.length - 1 && steps.length >= 2 && text.length < 160 && !/[.?!:]/.test(text)
  );
}

/** Takes the links of a heading to itself out of it: a mark goes, its own words stay; its names become anchors. `known` are the names of other places. */
export function withoutPermalinks(
  children: readonly PhrasingContent[],
  known: ReadonlySet<string>,
): PhrasingContent[] {
  const ids: string[] = [];
  const whole = trimmed(children.filter((child) => child.type !== 'textDirective'));
  const kept = children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'text' && /[\u200b¶🔗]/u.test(child.value))
      return [{ ...child, value: child.value.replace(/(?:\u200b|¶|🔗|\ufe0f)+\s*/gu, '') }];
    if (child.type !== 'link' || child.children.some(({ type }) => type === 'image')) return [child];
    const fragment = /#([^#\s]+)$/.exec(child.url)?.[1];
    const isMark = MARK.test(textOf(child).trim()) && fragment !== undefined;
    const isOwn = child.url.startsWith('#') && whole.length === 1 && whole[0] === child;
    if (!isMark && !isOwn) return [child];
    if (fragment !== undefined && !known.has(fragment)) ids.push(fragment);
    return isMark ? [] : child.children;
  });
  return [...ids.map((id): PhrasingContent => anchor(id)), ...trimmed(kept)];
}

/** Collects the names of all places in a document. */
export function namesIn(blocks: readonly Nodes[]): ReadonlySet<string> {
  const names = new Set<string>();
  const todo: Nodes[] = [...blocks];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'textDirective' && node.name === 'anchor') names.add(String(node.attributes?.id ?? ''));
    if ('children' in node) for (const child of node.children as Nodes[]) todo.push(child);
  }
  return names;
}
