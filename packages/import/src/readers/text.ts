import type { RootContent } from 'mdast';
import { type DroppedKind, droppedPart, type FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { textOf } from '../model/text-of.ts';
import { wordsAt } from '../model/words.ts';
import { asks } from '../recognise/asks.ts';
import { joinLines, linesOf } from '../recognise/phrasing.ts';
import { blocksOfText } from '../text/blocks.ts';
import { takeHeaders, takeModelines } from '../text/modelines.ts';
import { numberedRoles } from '../text/numbering.ts';

/** Reads plain text: paragraphs by blank lines, underlined and capital headings, lists, indented code, `Q:`/`A:` lines, numbered lines by what each is. */
export function readText({ path, text }: SourceText): ReadDocument {
  const dropped: FoundDropped[] = [];
  const drop = (what: DroppedKind, said: string, line: number) =>
    dropped.push(droppedPart(what, said, { path, line }));
  const modelines = takeModelines(text.replace(/\f/g, '\n').split('\n'));
  const { lines, taken } = takeHeaders(modelines.lines);
  const roles = new Map(numberedRoles(lines));
  for (const { text: said, line } of modelines.taken) drop('modeline', said, line);
  for (const { text: said, line } of taken) drop('front matter', said, line);
  for (const [at, role] of [...roles]) {
    if (role !== 'contents') continue;
    drop('contents list', lines[at] ?? '', at + 1);
    lines[at] = '';
    roles.delete(at);
  }
  return {
    content: { kind: 'blocks', blocks: titleApart(blocksOfText(lines, roles)) },
    footnotes: new Map(),
    dropped,
    words: wordsAt(text, 1),
    findings: [],
  };
}

/** A short first line above a version or a date is the title: it stands for itself. */
function titleApart(blocks: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return [...blocks];
  const [title = [], ...others] = linesOf(first.children);
  const text = textOf(title);
  const isTitle = others.length > 0 && others.length < 4 && text.length <= 80 && !/[.:;,]$/.test(text);
  if (!isTitle || asks(text) > 0 || others.some((line) => textOf(line).length > 80)) return [...blocks];
  return [{ ...first, children: title }, { ...first, children: joinLines(others) }, ...rest];
}
