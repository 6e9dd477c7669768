import { convert, LoggerManager, NullLogger } from '@asciidoctor/core';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { droppedPart, type FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { variableName } from '../model/variable-name.ts';
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

/** The attributes of a document that its text names, with their values. Those of Asciidoctor itself are no variables. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const set = [...text.matchAll(/^:([a-z]\w[\w-]*):[ \t]+(\S[^\n]*?)[ \t]*$/gm)];
  return new Map(
    set.flatMap(([, name = '', value = '']) =>
      text.includes(`{${name}}`) && !OWN_ATTRIBUTE.test(name) && variableName(name) !== undefined
        ? [[name, value] as const]
        : [],
    ),
  );
}

const OWN_ATTRIBUTE =
  /^(?:lang|toc.*|sect.*|icons.*|experimental|imagesdir|source-.*|doctype|rev\w+|author.*|email|idprefix|idseparator|.*-caption|.*-label|docinfo.*|url-.*|uri-.*|attribute-.*|page-.*)$/;

/** Code holds no variables: it shows their values. */
function valuesInCode(block: RootContent, given: ReadonlyMap<string, string>): void {
  const values = new Map([...given].map(([name, value]) => [variableName(name), value]));
  visit(block, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode')
      node.value = node.value.replace(
        /\{\{([\w-]+)\}\}/g,
        (whole, name: string) => values.get(name) ?? whole,
      );
  });
}

/** Values of attributes as values of variables, which may name others. */
function valuesOf(given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...given].map(([name, value]) => [
      variableName(name) ?? name,
      value.replace(/\{([a-z]\w[\w-]*)\}/g, (whole, other: string) =>
        given.has(other) ? `{{${variableName(other)}}}` : whole,
      ),
    ]),
  );
}
