import type { RootContent } from 'mdast';
import type { FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';
import { blocksOfText } from '../text/blocks.ts';
import { takeModelines } from '../text/modelines.ts';

/** Reads plain text: paragraphs by blank lines, underlined and capital headings, lists, indented code, `Q:`/`A:` lines, numbered lines. */
export function readText({ path, text }: SourceText): ReadDocument {
  const { lines, taken } = takeModelines(text.replace(/\f/g, '\n').split('\n'));
  const dropped: FoundDropped[] = taken.map(({ line, text: said }) => ({
    kind: 'dropped',
    what: 'modeline',
    text: said,
    anchors: [],
    place: { path, line },
  }));
  const blocks: RootContent[] = blocksOfText(lines);
  return {
    content: { kind: 'blocks', blocks },
    footnotes: new Map(),
    dropped,
    words: wordsAt(text, 1),
    findings: [],
  };
}
