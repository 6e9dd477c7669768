import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { type Finding, finding } from '../model/finding.ts';
import { droppedPart, type FoundDropped } from '../model/found.ts';
import { splitTitle } from '../model/nodes.ts';
import { lineOf, place } from '../model/place.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { candidateOf, itemCandidates } from './candidate.ts';
import { bareKey, contentsLines, isContents, isContentsTitle, takeTopLinks } from './contents.ts';
import { isFurniture } from './furniture.ts';

interface Rest {
  readonly blocks: RootContent[];
  readonly dropped: readonly FoundDropped[];
  readonly findings: readonly Finding[];
}

/** Takes contents lists (with their headings) and links back to the top out of a document. Lines that name nothing the document has are said. */
export function dropContents(
  blocks: readonly RootContent[],
  anchors: ReadonlyMap<RootContent, readonly string[]>,
  path: string,
): Rest {
  const titles = titlesOf(blocks);
  const dropped: FoundDropped[] = [];
  const findings: Finding[] = [];
  const kept: RootContent[] = [];
  const topNames = new Set<string>();
  const drop = (block: RootContent, what: FoundDropped['what'], text: string) => {
    const own = anchors.get(block) ?? [];
    for (const id of own) topNames.add(`#${id}`);
    dropped.push(droppedPart(what, text, { path, line: lineOf(block) }, own));
  };
  /** A heading or line that announces a contents list; it is kept when none follows. */
  let announced: RootContent | undefined;
  let following = false;
  for (const block of linkLists(blocks)) {
    const text = block.type === 'heading' || block.type === 'paragraph' ? textOf(block) : '';
    if ((block.type === 'heading' || text.length < 60) && isContentsTitle(text)) {
      if (announced) kept.push(announced);
      announced = block;
      following = false;
    } else if (isContents(block, titles, announced !== undefined || (following && block.type === 'list'))) {
      if (announced) drop(announced, 'contents list', textOf(announced));
      drop(block, 'contents list', textOf(block));
      findings.push(...staleLines(block, titles, path));
      announced = undefined;
      following = true;
    } else {
      // Headings of chapters stand between the lists of a long contents.
      if (block.type !== 'heading' && block.type !== 'paragraph') following = false;
      if (announced) kept.push(announced);
      announced = undefined;
      kept.push(block);
    }
  }
  if (announced) kept.push(announced);
  const first = kept.findIndex(({ type }) => type === 'heading');
  const rest = kept.filter((block, at) => {
    if (isFurniture(block, at < Math.max(first, 0) || (at <= first + 1 && first < 3))) {
      drop(block, 'navigation', textOf(block));
      return false;
    }
    const taken = takeTopLinks(block, topNames);
    if (taken !== '') drop(block, 'link back to the top', taken);
    return !((block.type === 'paragraph' || block.type === 'heading') && block.children.length === 0);
  });
  return { blocks: rest, dropped, findings };
}

/** Paragraphs that are a link to a place of the document each, as the list that they are: so Google Docs writes its contents. */
function linkLists(blocks: readonly RootContent[]): RootContent[] {
  const isLink = (block: RootContent | undefined) => {
    const [only, ...others] = block?.type === 'paragraph' ? block.children : [];
    return only?.type === 'link' && only.url.startsWith('#') && others.length === 0;
  };
  const made: RootContent[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = made.at(-1);
    if (!isLink(block) || (!isLink(blocks[at - 1]) && !isLink(blocks[at + 1]))) made.push(block);
    else {
      const item = place<ListItem>({ type: 'listItem', children: [block as Paragraph] }, lineOf(block));
      if (last?.type === 'list' && isLink(blocks[at - 1])) last.children.push(item);
      else made.push(place<List>({ type: 'list', children: [item] }, lineOf(block)));
    }
  }
  return made;
}

/** What the document has: headings, folded blocks, terms, and answered questions of other kinds. */
function titlesOf(blocks: readonly RootContent[]): ReadonlySet<string> {
  const titles = new Set<string>();
  for (const block of blocks) {
    if (block.type === 'heading') titles.add(bareKey(textOf(block)));
    else if (block.type === 'containerDirective') titles.add(bareKey(textOf(splitTitle(block).title)));
    else if (block.type === 'list') {
      for (const { answer, question } of itemCandidates(block))
        if (answer.some(({ type }) => type !== 'list')) titles.add(bareKey(textOf(question)));
    } else {
      const found = candidateOf(block);
      if (found && (found.cls === 'bold' || found.cls === 'mark' || found.asks >= 0.6))
        titles.add(bareKey(textOf(found.question)));
    }
  }
  titles.delete('');
  return titles;
}

function staleLines(block: RootContent, titles: ReadonlySet<string>, path: string): readonly Finding[] {
  const place = { path, line: lineOf(block) };
  return contentsLines(block)
    .filter((line) => line.trim() !== '' && !titles.has(bareKey(line)))
    .slice(0, 20)
    .map((line) =>
      finding(
        'contents-stale',
        'info',
        place,
        `the contents list names "${excerpt(line)}", which is no heading of the document`,
      ),
    );
}
