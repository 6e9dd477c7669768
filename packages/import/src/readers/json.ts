import { parseAllDocuments } from 'yaml';
import { finding } from '../model/finding.ts';
import type { FoundPart } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText, SourceWord } from '../model/source.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { wordsAt } from '../model/words.ts';
import { faqPagesIn, isLinkedData, isObject } from './json/faq-page.ts';
import { kindOf, namesIn, recordsIn } from './json/records.ts';
import { withoutMarkup } from './markup.ts';
import { readText } from './text.ts';

/**
 * Reads JSON: schema.org FAQPage data, arrays of objects with a question and an answer (however the fields
 * are called, grouped into chapters or not), or an object that maps questions to answers. A line of JSON
 * each (JSON Lines) is read too; what is no JSON at all is read as text.
 */
export function readJson(source: SourceText): ReadDocument {
  const { path, text } = source;
  const data = dataOf(source);
  if (data === undefined || tooDeep(data)) {
    const asText = readText({ ...source, kind: 'text' });
    const name = source.kind === 'yaml' ? 'YAML' : 'JSON';
    const told =
      data === undefined
        ? finding(
            'unreadable',
            'warning',
            { path, line: faultLine(text) },
            `this is not valid ${name}: read as plain text`,
          )
        : finding(
            'unreadable',
            'warning',
            { path, line: 1 },
            `the ${name} nests too deep: read as plain text`,
          );
    return { ...asText, findings: [...asText.findings, told] };
  }
  const lineOf = lineFinder(text);
  const linked = isLinkedData(data) ? faqPagesIn(data, path, lineOf) : [];
  const found =
    linked.length > 0
      ? { parts: linked, dropped: [] }
      : recordsIn(data, path, lineOf, { ...source, names: namesIn(data, '', new Map(source.names)) });
  const one = Array.isArray(data) ? data[0] : data;
  const named = isObject(one) ? one : {};
  const first = (values: readonly unknown[], form: RegExp) =>
    values.find((value): value is string => typeof value === 'string' && form.test(value));
  const title = first([named.title, named.name, named.headline], /\S/);
  const isPage = !Array.isArray(data) || linked.length > 0;
  const said = (part: FoundPart) => ('question' in part ? [textOf(part.question), textOf(part.answer)] : '');
  return {
    title: title && isPage ? oneLine(title) : undefined,
    language: first([named.inLanguage, named.language, named.lang], /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/),
    content: { kind: 'parts', parts: found.parts },
    footnotes: new Map(),
    dropped: found.dropped,
    words: wordsOf(linked.length > 0 ? linked.map(said) : data),
    findings: [],
  };
}

/** What the ids in data are called, for the records of other files. */
export function namesOfData(source: SourceText): ReadonlyMap<string, string> {
  const data = dataOf(source);
  return data === undefined || tooDeep(data) ? new Map() : namesIn(data, kindOf(source.path));
}

function dataOf({ kind, text }: SourceText): unknown {
  return kind === 'yaml' ? parseYaml(text) : parse(text);
}

/** The words of every text in the data, keys aside. Each was found or is listed as left out. */
function wordsOf(data: unknown): ReadDocument['words'] {
  const words: SourceWord[] = [];
  const todo: unknown[] = [data];
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    if (typeof value === 'string') for (const word of wordsAt(withoutMarkup(value), 1)) words.push(word);
    else if (Array.isArray(value)) for (let at = value.length - 1; at >= 0; at--) todo.push(value[at]);
    else if (isObject(value))
      for (const [key, item] of Object.entries(value)) if (!key.startsWith('@')) todo.push(item ?? '');
  }
  return words;
}

/** The data of JSON, or of a line of JSON each. */
function parse(text: string): unknown {
  const data = parsed(text);
  const lines = data === undefined ? text.split('\n').filter((line) => line.trim() !== '') : [];
  if (lines.length < 2 || !lines.every((line) => line.trimStart().startsWith('{'))) return data;
  const all = lines.map(parsed);
  return all.includes(undefined) ? undefined : all;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The line that the parser stopped at: the last one when it does not say. */
function faultLine(text: string): number {
  try {
    JSON.parse(text);
    return 1;
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const read = at === undefined ? text : text.slice(0, Number(at));
    return read.trimEnd().split('\n').length;
  }
}

/** The data of YAML, of all its documents where there are several. */
function parseYaml(text: string): unknown {
  const documents = parseAllDocuments(text, { logLevel: 'silent', schema: 'core' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    const data = documents.map((document) => document.toJS({ maxAliasCount: 50 }) as unknown);
    return data.length === 1 ? data[0] : data;
  } catch {
    return undefined;
  }
}

function tooDeep(data: unknown): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; depth < 200; depth++) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

/** The line where a text is first written, from the last one found on. */
function lineFinder(text: string): (value: string) => number {
  let from = 0;
  let line = 1;
  return (value) => {
    const at = text.indexOf(JSON.stringify(value).slice(1, 60).replace(/"$/, ''), from);
    if (at < 0) return line;
    line += text.slice(from, at).split('\n').length - 1;
    from = at;
    return line;
  };
}
