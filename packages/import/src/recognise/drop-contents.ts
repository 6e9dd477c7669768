import type { Paragraph, RootContent } from 'mdast';
import type { Finding } from '../model/finding.ts';
import type { FoundDropped } from '../model/found.ts';
import { splitTitle } from '../model/nodes.ts';
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
    dropped.push({
      kind: 'dropped',
      what,
      text,
      anchors: own,
      place: { path, line: block.position?.start.line ?? 1 },
    });
  };
  let announced: RootContent | undefined;
  let following = false;
  for (const block of blocks) {
    const title =
      block.type === 'heading' || (block.type === 'paragraph' && textOf(block).length < 60)
        ? isContentsTitle(textOf(block))
        : false;
    if (title) {
      if (announced) kept.push(announced);
      announced = block;
      following = false;
      continue;
    }
    if (isContents(block, titles, announced !== undefined || (following && block.type === 'list'))) {
      if (announced) drop(announced, 'contents list', textOf(announced));
      drop(block, 'contents list', textOf(block));
      findings.push(...staleLines(block, titles, path));
      announced = undefined;
      following = true;
      continue;
    }
    // Headings of chapters stand between the lists of a long contents.
    if (following && block.type !== 'heading' && block.type !== 'paragraph') following = false;
    if (announced) kept.push(announced);
    announced = undefined;
    kept.push(block);
  }
  if (announced) kept.push(announced);
  const first = kept.findIndex(({ type }) => type === 'heading');
  const rest = kept.flatMap((block, at): RootContent[] => {
    if (isFurniture(block, at < Math.max(first, 0) || (at <= first + 1 && first < 3))) {
      drop(block, 'navigation', textOf(block));
      return [];
    }
    const taken = takeTopLinks(block, topNames);
    if (taken !== '') drop(block, 'link back to the top', taken);
    return isEmptied(block) ? [] : [block];
  });
  return { blocks: rest, dropped, findings };
}

function isEmptied(block: RootContent): boolean {
  return (
    (block.type === 'paragraph' || block.type === 'heading') && (block as Paragraph).children.length === 0
  );
}

/** What the document has: headings, folded blocks, terms, and answered questions of other kinds. */
function titlesOf(blocks: readonly RootContent[]): ReadonlySet<string> {
  const titles = new Set<string>();
  for (const block of blocks) {
    if (block.type === 'heading') titles.add(bareKey(textOf(block)));
    else if (block.type === 'containerDirective') titles.add(bareKey(textOf(splitTitle(block).title)));
    else if (block.type === 'list') {
      for (const { answer, question } of itemCandidates(block))
        if (answer.length > 0) titles.add(bareKey(textOf(question)));
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
  return contentsLines(block)
    .filter((line) => line.trim() !== '' && !titles.has(bareKey(line)))
    .slice(0, 20)
    .map((line) => ({
      kind: 'contents-stale',
      severity: 'info',
      place: { path, line: block.position?.start.line ?? 1 },
      reason: `the contents list names "${excerpt(line)}", which is no heading of the document`,
    }));
}
