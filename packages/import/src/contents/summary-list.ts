import type { Link, List, RootContent } from 'mdast';
import { parseMarkdown } from '../markdown/parse.ts';
import { textOf } from '../model/text-of.ts';
import type { Group, ListedPage } from './listed-page.ts';

/** The pages of a SUMMARY.md or _sidebar.md: lists of links, whose headings but the first are parts. */
export function listedInSummary(text: string): readonly ListedPage[] {
  const found: ListedPage[] = [];
  let part: readonly Group[] = [];
  let isFirst = true;
  for (const block of parseMarkdown(text).children) {
    if (block.type === 'heading') {
      const title = textOf(block).trim();
      // The title of the list itself.
      part = isFirst && block.depth === 1 ? [] : [{ title }];
    } else if (block.type === 'thematicBreak') part = [];
    else if (block.type === 'list') fromList(block, part, found);
    else for (const link of linksIn(block)) found.push(listed(link, []));
    isFirst = false;
  }
  return found;
}

function fromList({ children }: List, above: readonly Group[], found: ListedPage[]): void {
  for (const item of children) {
    const [first] = item.children;
    const link = first && linksIn(first)[0];
    if (link && link.url !== '') found.push(listed(link, above));
    const title = first === undefined ? '' : textOf(first).trim();
    const inner = title === '' ? above : [...above, { title, page: link?.url || undefined }];
    for (const block of item.children) if (block.type === 'list') fromList(block, inner, found);
  }
}

function listed(link: Link, above: readonly Group[]): ListedPage {
  return { page: safely(link.url), title: textOf(link).trim() || undefined, above };
}

function linksIn(block: RootContent): readonly Link[] {
  return block.type === 'paragraph' ? block.children.filter((child) => child.type === 'link') : [];
}

function safely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
