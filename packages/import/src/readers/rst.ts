import type { FootnoteDefinition, RootContent } from 'mdast';
import { type DroppedKind, droppedPart, type FoundDropped } from '../model/found.ts';
import { lineOf } from '../model/place.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText, SourceWord } from '../model/source.ts';
import { textOf } from '../model/text-of.ts';
import { wordsAt } from '../model/words.ts';
import { blockReader } from '../rst/blocks.ts';
import { namesOf } from '../rst/names.ts';
import { sectionDepths } from '../rst/sections.ts';

/**
 * Reads reStructuredText: sections, lists, definitions, fields, literal blocks, tables, footnotes, targets,
 * the directives and roles of docutils and Sphinx that show something. Own code: npm has no kept parser of it
 * that reads a broken document without throwing. What it does not know stays as text, or is listed.
 */
export function readRst({ path, text }: SourceText): ReadDocument {
  const lines = text.replace(/\t/g, '        ').split('\n');
  const dropped: FoundDropped[] = [];
  const footnotes = new Map<string, FootnoteDefinition>();
  const leave = (what: DroppedKind, said: string, line: number) =>
    dropped.push(droppedPart(what, said, { path, line }));
  const blocks = blockReader({
    names: namesOf(lines),
    drop: leave,
    footnotes,
    depthOf: sectionDepths(),
  })(lines, 1);
  return {
    content: { kind: 'blocks', blocks: withoutIndices(blocks, leave) },
    footnotes,
    dropped,
    words: wordsOf(lines),
    findings: [],
  };
}

/** What the links are called that Sphinx sets below its first page: they lead to pages that it makes. */
const INDICES = /^#(?:genindex|modindex|py-modindex|search)$/;

/** Takes out the lists of Sphinx's own pages, each with the heading over it. */
function withoutIndices(
  blocks: readonly RootContent[],
  leave: (what: DroppedKind, said: string, line: number) => void,
): readonly RootContent[] {
  const own = blocks.map(
    (block) =>
      block.type === 'list' &&
      block.children.every(({ children: [first] }) => {
        const [link, ...others] = first?.type === 'paragraph' ? first.children : [];
        return link?.type === 'link' && others.length === 0 && INDICES.test(link.url);
      }),
  );
  return blocks.filter((block, at) => {
    const next = blocks[at + 2];
    const isOver = block.type === 'heading' && own[at + 1] && (!next || next.type === 'heading');
    if (!own[at] && !isOver) return true;
    leave('navigation', textOf(block), lineOf(block));
    return false;
  });
}

/** Lists the words of lines without the markup that shows nothing: names of directives, roles and targets, addresses. */
function wordsOf(lines: readonly string[]): readonly SourceWord[] {
  return lines.flatMap((line, at) => {
    if (
      /^\s*(?:\.\. _|__\s)/.test(line) ||
      /^\s*:[\w-]+:(?:\s|$)/.test(line) ||
      /^\s*https?:\S+\s*$/.test(line)
    )
      return [];
    const seen = line
      .replace(
        /^(\s*)\.\. (?:\|[^|]*\| )?(?:(?:image|figure|code-block|code|sourcecode|highlight|include|literalinclude)::.*|[\w:.+-]+::)/,
        '$1',
      )
      .replace(/(:ref:`)[\w/.-]+:(?=\S)/g, '$1')
      .replace(/:[\w:.+-]+:`/g, '`')
      .replace(/\s*<[^<>\s][^<>]*>`/g, '`')
      .replace(/<[^<>\s]+$/g, '')
      .replace(/^\S+>`__?/g, '')
      .replace(/\[#?[\w-]*\]_(?!\w)/g, '')
      .replace(/^(\s*)\.\. \[[^\]]*\]/, '$1')
      .replace(/\|[^|\s][^|]*\|/g, '')
      .replace(/^\s*\(?(?:\d+|[A-Za-z]|#)[.)]\s/, '');
    return wordsAt(seen, at + 1);
  });
}
