import type { List, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { plainKey, textOf } from '../model/text-of.ts';
import { isFurnitureText } from './furniture.ts';
import { readNumber } from './number.ts';

const TITLE =
  /^(?:table of )?contents?$|^(?:toc|index|table of questions|(?:list of )?(?:questions|topics|sections)|quick links|jump to|on this page|in this (?:article|page|document|faq)|overview of questions|inhalt(?:sverzeichnis)?|übersicht|sommaire|table des matières|tabla de contenidos?|contenidos?|índice|indice|sumário|inhoud(?:sopgave)?|оглавление|содержание|spis treści|innehåll|içindekiler|المحتويات|الفهرس|תוכן(?: העניינים| עניינים)?|目次|目录|目錄|목차)$/i;

/** Whether a heading or line announces a list of contents. */
export function isContentsTitle(text: string): boolean {
  return TITLE.test(plainKey(text).trim());
}

/** The number of a line taken off, ready to compare. */
export function bareKey(text: string): string {
  return plainKey(text.slice(readNumber(text)?.length ?? 0));
}

/** Whether a block is a list of contents: links into the document, or the words of its headings. */
export function isContents(block: RootContent, titles: ReadonlySet<string>, announced: boolean): boolean {
  if (block.type === 'list') return isContentsList(block, titles, announced);
  if (block.type !== 'paragraph' && block.type !== 'table') return false;
  const { links, linked, all } = linksIn(block);
  const share = all === 0 ? 0 : linked / all;
  return share > 0.7 && (links >= 3 || (announced && links >= 1));
}

function isContentsList(list: List, titles: ReadonlySet<string>, announced: boolean): boolean {
  const { links, linked, all } = linksIn(list);
  const share = all === 0 ? 0 : linked / all;
  const lines = itemTexts(list);
  if (lines.length === 0) return false;
  if (share > 0.75 && links >= Math.max(1, lines.length * 0.7) && (links >= 2 || announced)) return true;
  const known = lines.filter((line) => titles.has(bareKey(line))).length;
  return lines.length >= 2 && known >= lines.length * (announced ? 0.4 : 0.75) && (known >= 3 || announced);
}

/** Links to places in the document: how many, and how much of the text they are. */
function linksIn(node: Nodes): { links: number; linked: number; all: number } {
  const all = weight(textOf(node));
  let links = 0;
  let linked = 0;
  const visit = (item: Nodes) => {
    if (item.type === 'link' && /^(?:#|[\w.-]*\.(?:md|html?|rst)?#)/.test(item.url)) {
      links++;
      linked += weight(textOf(item));
    } else if ('children' in item) for (const child of item.children) visit(child as Nodes);
  };
  visit(node);
  return { links, linked, all };
}

function weight(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

/** The text of each item, without the lists inside it. */
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
  if (block.type === 'list') return itemTexts(block);
  const found: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'link') found.push(textOf(node));
    else if ('children' in node) for (const child of node.children) visit(child as Nodes);
  };
  visit(block);
  return found;
}

const TOP_TEXT =
  /top|contents?|toc|back|up|index|nach oben|anfang|haut|sommaire|arriba|inicio|índice|наверх|вверх|上|顶|頂|العلى|للأعلى|למעלה|[↑⬆▲⤴🔝^⇧]/iu;
const TOP_TARGET =
  /^#(?:top|toc|contents?|table-of-contents|index|start|home|header|up|faq|main|page-?top|inhalt|readme)?$/i;

/** Takes links back to the top off the end of a block; returns their words. */
export function takeTopLinks(block: RootContent, tops: ReadonlySet<string>): string {
  if (block.type !== 'paragraph' && block.type !== 'heading') return '';
  let taken = '';
  const isTop = (node: PhrasingContent): boolean => {
    if (node.type === 'link')
      return (
        ((TOP_TARGET.test(node.url) || tops.has(node.url)) &&
          textOf(node).length < 40 &&
          TOP_TEXT.test(textOf(node))) ||
        (node.url.startsWith('#') && isFurnitureText(textOf(node)))
      );
    return (
      'children' in node &&
      node.children.length > 0 &&
      (node as Parents).children.every(
        (child) =>
          isTop(child as PhrasingContent) ||
          (child.type === 'text' && /^[\s[\]()↑⬆^|•·.-]*$/.test(child.value)),
      ) &&
      (node as Parents).children.some((child) => isTop(child as PhrasingContent))
    );
  };
  const kept = block.children.filter((child) => {
    if (!isTop(child)) return true;
    taken += ` ${textOf(child)}`;
    return false;
  });
  if (taken === '') return '';
  const rest = textOf(kept);
  // What is left around the link is brackets.
  if (/^[\s[\]()↑⬆^|•·.-]*$/u.test(rest) && !kept.some((child) => child.type === 'image'))
    block.children = [];
  else block.children = kept as typeof block.children;
  return taken;
}
