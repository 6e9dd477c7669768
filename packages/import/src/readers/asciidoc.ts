import { convert, LoggerManager, NullLogger } from '@asciidoctor/core';
import { droppedPart, type FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { variableName } from '../model/variable-name.ts';
import { attributesOf, valuesInCode, valuesOf } from './asciidoc-attributes.ts';
import { readHtml } from './html.ts';
import { placeByWords } from './place-by-words.ts';

/** In a document with more repeated titles than these, sections get no ids of their own. */
const MOST_REPEATS = 200;

/** Reads AsciiDoc (through Asciidoctor): as the page that it is, without what it includes: those lines are listed. */
export async function readAsciidoc(source: SourceText): Promise<ReadDocument> {
  LoggerManager.logger = new NullLogger();
  // For a title that is repeated, Asciidoctor tries each id that it gave before.
  const titles = source.text.match(/^=+ .+/gm) ?? [];
  const isRepeating = titles.length - new Set(titles).size > MOST_REPEATS;
  const attributes = {
    ...{
      showtitle: '',
      experimental: '',
      'toc!': '',
      'sectanchors!': '',
      'webfonts!': '',
      'table-caption!': '',
    },
    ...(isRepeating ? { 'sectids!': '' } : {}),
  };
  const dropped: FoundDropped[] = [];
  // Where a file that is included would stand, nothing does.
  const lines = source.text.split('\n').map((line, at) => {
    if (!/^include::\S.*\[.*\]\s*$/.test(line)) return line;
    dropped.push(droppedPart('directive', line.trim(), { path: source.path, line: at + 1 }));
    return '';
  });
  const given = source.variables ? attributesOf(source.text) : undefined;
  const named = Object.fromEntries(
    [...(given?.keys() ?? [])].map((name) => [name, `{{${variableName(name)}}}`]),
  );
  const html = String(
    await convert(lines.join('\n'), {
      safe: 'secure',
      standalone: false,
      attributes: { ...attributes, ...named },
    }),
  );
  const read = readHtml({ ...source, text: `<html><body>${html}</body></html>`, kind: 'html' });
  const language = /^:lang:\s*([\w-]+)\s*$/m.exec(source.text)?.[1] ?? read.language;
  const blocks = read.content.kind === 'blocks' ? read.content.blocks : [];
  if (given) for (const block of blocks) valuesInCode(block, given);
  return {
    ...read,
    language,
    ...(given ? { variables: valuesOf(given) } : {}),
    dropped: [...read.dropped, ...dropped],
    content: { kind: 'blocks', blocks: placeByWords(blocks, source.text) },
  };
}
