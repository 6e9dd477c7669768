import type { Link, List, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { plainKey, textOf } from '../model/text-of.ts';
import { isFurnitureText } from './furniture.ts';
import { readNumber } from './number.ts';

const TITLE =
  /^(?:table of )?contents?$|^(?:toc|index|table of questions|(?:list of )?(?:questions|topics|sections)|quick links|jump to|on this page|in this (?:article|page|document|faq)|overview of questions|inhalt(?:sverzeichnis)?|übersicht|sommaire|table des matières|tabla de contenidos?|contenidos?|índice|indice|sumário|inhoud(?:sopgave)?|оглавление|содержание|spis treści|innehåll|içindekiler|المحتويات|الفهرس|תוכן(?: העניינים| עניינים)?|daftar isi|obsah|tartalom(?:jegyzék)?|cuprins|indhold(?:sfortegnelse)?|innhold|sisällys(?:luettelo)?|mục lục|สารบัญ|فهرست(?: مطالب)?|περιεχόμενα|зміст|съдържание|目次|目录|目錄|목차)$/i;

/** Whether a heading or line announces a list of contents. */
export function isContentsTitle(text: string): boolean {
  return TITLE.test(plainKey(text).trim());
}

/** Dots and a page at the end of a line of contents. */
export const LEADERS: RegExp = /[\s.·…_]{4,}\d{1,4}\s*$/;

/** The number of a line and its page taken off, ready to compare. */
export function bareKey(text: string): string {
  // Dots lead to a page.
  return plainKey(text.slice(readNumber(text)?.length ?? 0).replace(LEADERS, ''));
}

/** Whether a block is a list of contents: links into the document, or the words of its headings. */
export function isContents(block: RootContent, titles: ReadonlySet<string>, announced: boolean): boolean {
  if (block.type !== 'list' && block.type !== 'paragraph' && block.type !== 'table') return false;
  const links = linksIn(block).filter(({ url }) => /^(?:#|[\w.-]*\.(?:md|html?|rst)?#)/.test(url));
  const all = weight(textOf(block));
  const linked = links.reduce((sum, link) => sum + weight(textOf(link)), 0);
  const share = all === 0 ? 0 : linked / all;
  if (block.type !== 'list') return share > 0.7 && (links.length >= 3 || (announced && links.length >= 1));
  const lines = itemTexts(block);
  if (lines.length === 0) return false;
  const least = Math.max(announced ? 1 : 2, lines.length * 0.7);
  if (share > 0.75 && links.length >= least) return true;
  const known = lines.filter((line) => titles.has(bareKey(line))).length;
  return lines.length >= 2 && known >= lines.length * (announced ? 0.4 : 0.75) && (known >= 3 || announced);
}

function linksIn(node: Nodes): readonly Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? (node.children as Nodes[]).flatMap(linksIn) : [];
}

function weight(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

/** Lists the texts of the items, each without the lists inside it. */
function itemTexts(list: List): readonly string[] {
  return list.children.flatMap((item) => {
    const own = item.children.filter((child) => child.type !== 'list');
    const inner = item.children.filter((child): child is List => child.type === 'list');
    const text = own.map((child) => textOf(child)).join(' ');
    return [...(text.trim() === '' ? [] : [text]), ...inner.flatMap(itemTexts)];
  });
}

/** The lines of a contents list, to hold against what the document has. */
export function contentsLines(block: RootContent): readonly string[] {
  return block.type === 'list' ? itemTexts(block) : linksIn(block).map((link) => textOf(link));
}

const TOP_TEXT =
  /top|contents?|toc|back|up|index|nach oben|anfang|haut|sommaire|arriba|inicio|índice|наверх|вверх|上|顶|頂|العلى|للأعلى|למעלה|[↑⬆▲⤴🔝^⇧]/iu;
const TOP_TARGET =
  /^#(?:top|toc|contents?|table-of-contents|index|start|home|header|up|faq|main|page-?top|inhalt|readme)?$/i;

/** What may stand around a link back to the top. */
const AROUND = /^[\s[\]()↑⬆^|•·.-]*$/u;

/** Takes links back to the top off the end of a block; returns their words. */
export function takeTopLinks(block: RootContent, tops: ReadonlySet<string>): string {
  if (block.type !== 'paragraph' && block.type !== 'heading') return '';
  const isTop = (node: PhrasingContent): boolean => {
    if (node.type === 'link') {
      const text = textOf(node);
      const leadsUp = TOP_TARGET.test(node.url) || tops.has(node.url);
      const isShort = text.length < 40 && TOP_TEXT.test(text);
      return (leadsUp && isShort) || (node.url.startsWith('#') && isFurnitureText(text));
    }
    if (!('children' in node)) return false;
    const children = (node as Parents).children as PhrasingContent[];
    const isAround = (child: PhrasingContent) => child.type === 'text' && AROUND.test(child.value);
    return children.some(isTop) && children.every((child) => isTop(child) || isAround(child));
  };
  const taken = block.children.filter(isTop);
  if (taken.length === 0) return '';
  const kept = block.children.filter((child) => !taken.includes(child));
  const isEmpty = AROUND.test(textOf(kept)) && !kept.some((child) => child.type === 'image');
  block.children = isEmpty ? [] : kept;
  return taken.map((child) => ` ${textOf(child)}`).join('');
}
