import type { FootnoteDefinition } from 'mdast';
import { droppedPart, type FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText, SourceWord } from '../model/source.ts';
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
  const blocks = blockReader({
    names: namesOf(lines),
    drop: (what, said, line) => dropped.push(droppedPart(what, said, { path, line })),
    footnotes,
    depthOf: sectionDepths(),
  })(lines, 1);
  return { content: { kind: 'blocks', blocks }, footnotes, dropped, words: wordsOf(lines), findings: [] };
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
