import type { PhrasingContent, RootContent } from 'mdast';
import { saysNothing } from './assign/says-nothing.ts';
import { decode } from './detect/decode.ts';
import { kindOf } from './detect/kind.ts';
import { withoutHash } from './detect/notion.ts';
import { isZip } from './detect/zip.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { Fields } from './model/fields.ts';
import { type Finding, finding } from './model/finding.ts';
import {
  droppedPart,
  type FoundDocument,
  type FoundDropped,
  type FoundPart,
  type FoundQuestion,
} from './model/found.ts';
import { place } from './model/place.ts';
import type { ReadDocument, Reader } from './model/read-document.ts';
import { isPackage, type SourceFile, type SourceKind, type SourceText } from './model/source.ts';
import { plainKey, textOf } from './model/text-of.ts';
import { whyBroken } from './model/why-broken.ts';
import { readAsciidoc } from './readers/asciidoc.ts';
import { brokenDocument } from './readers/broken-document.ts';
import { readCsv } from './readers/csv.ts';
import { readDocx } from './readers/docx.ts';
import { readEpub } from './readers/epub.ts';
import { readHtml } from './readers/html.ts';
import { namesOfData, readJson } from './readers/json.ts';
import { readMarkdown } from './readers/markdown.ts';
import { readMhtml } from './readers/mhtml.ts';
import { readOdt } from './readers/odt.ts';
import { readOrg } from './readers/org.ts';
import { readRst } from './readers/rst.ts';
import { readText } from './readers/text.ts';
import { readXlsx } from './readers/xlsx.ts';
import { asks } from './recognise/asks.ts';
import { readNumber } from './recognise/number.ts';
import { type RecogniseOptions, recognise } from './recognise/recognise.ts';

const READERS: Readonly<Record<SourceKind, Reader>> = {
  markdown: readMarkdown,
  text: readText,
  html: readHtml,
  csv: readCsv,
  json: readJson,
  yaml: readJson,
  rst: readRst,
  asciidoc: readAsciidoc,
  org: readOrg,
  docx: readDocx,
  odt: readOdt,
  xlsx: readXlsx,
  epub: readEpub,
  mhtml: readMhtml,
};

/**
 * Decodes, reads and understands one file. `among` others, a file without questions of its own may be one question, or,
 * among files of several questions each, a `page`.
 */
export async function understand(
  file: SourceFile,
  among: boolean | 'page',
  options: RecogniseOptions & {
    readonly encoding?: string;
    readonly columns?: Fields;
    readonly names?: ReadonlyMap<string, string>;
    readonly variables?: boolean;
    /** The file is about the folder that is called like it. */
    readonly index?: boolean;
  },
): Promise<FoundDocument> {
  const { path, bytes } = file;
  const decoded = isZip(bytes) ? { text: '', findings: [] } : decode(path, bytes, options.encoding);
  const kind = kindOf(path, decoded.text, bytes);
  const { columns, names, variables } = options;
  const source = { path, text: decoded.text, bytes, kind, columns, names, variables };
  const { document, findings } = await readSafely(source);
  const {
    parts,
    title,
    findings: said,
  } = recognise(document, path, among === 'page' ? { questions: 'none' } : options);
  const single = among === true ? asOneQuestion(document, parts, title, path, options.index) : undefined;
  const bare = among && !single ? headingAlone(parts) : undefined;
  const { language, date, base, order, footnotes, words } = document;
  const told = said.filter((one) => !single || one.kind !== 'kind-guessed');
  return {
    path,
    kind,
    // What a reader of the document sees counts for more than what its front matter or window says.
    title: single ? textOf(single[0].question) : (title ?? document.title ?? bare?.text),
    ...{ language, date, base, order, footnotes, words, variables: document.variables },
    parts: [
      ...(single ?? (bare ? [bare, ...parts.filter(({ kind }) => kind === 'dropped')] : parts)),
      ...document.dropped,
    ],
    single: single !== undefined,
    findings: [...decoded.findings, ...document.findings, ...findings, ...told],
  };
}

/** The heading of a page that says nothing more: it lists others, as the first page of a folder does. */
function headingAlone(parts: readonly FoundPart[]): FoundDropped | undefined {
  const [only, ...others] = parts.filter(({ kind }) => kind !== 'dropped');
  if (only?.kind !== 'prose' || only.title === undefined || others.length > 0) return undefined;
  return saysNothing(only.body)
    ? droppedPart('empty heading', only.title, only.place, only.anchors)
    : undefined;
}

/** What the ids are called that files of data name in one another. */
export function namesOfFile({ path, bytes }: SourceFile): ReadonlyMap<string, string> {
  const { text } = decode(path, bytes);
  return namesOfData({ path, bytes, text, kind: kindOf(path, text, bytes) });
}

/** A parser's own fault must not cost a word: what it cannot read is read as plain text, and that is said. A package holds no plain text. */
async function readSafely(
  source: SourceText,
): Promise<{ document: ReadDocument; findings: readonly Finding[] }> {
  try {
    return { document: await READERS[source.kind](source), findings: [] };
  } catch (error) {
    if (isPackage(source.kind))
      return { document: brokenDocument(source.path, source.kind, error), findings: [] };
    const reason = `this cannot be read as ${source.kind} (${whyBroken(error)}): read as plain text`;
    const told = finding('unreadable', 'warning', { path: source.path, line: 1 }, reason);
    return { document: readText({ ...source, kind: 'text' }), findings: [told] };
  }
}

/** A question per file: the title (of the front matter, or the one heading) asks, or nothing in the file does. */
function asOneQuestion(
  document: ReadDocument,
  parts: readonly FoundPart[],
  heading: string | undefined,
  path: string,
  index = false,
): readonly [FoundQuestion, ...FoundPart[]] | undefined {
  if (document.content.kind !== 'blocks') return undefined;
  const questions = parts.filter((part) => part.kind === 'question');
  // In a vault of notes the name of a file is its title.
  const name = withoutHash(path).replace(/^.*\/|\.\w+$/g, '');
  const named = /\s/.test(name) && asks(name) >= 0.6 ? name : undefined;
  const title = document.title ?? named ?? heading;
  if (title === undefined || /(^|\/)(?:_?index|readme)\.\w+$/i.test(path)) return undefined;
  const titleAsks = asks(title) >= 0.6;
  if (index && !titleAsks) return undefined;
  // A line that asks under a title that the file declares is the beginning of its answer.
  const declared = named === title || (document.title !== undefined && document.declared === true);
  const weak = questions.every(
    ({ question, headed }) => asks(textOf(question)) < 0.6 || (declared && questions.length === 1 && !headed),
  );
  if (!titleAsks && !(document.title !== undefined && weak) && questions.length > 0) return undefined;
  if (titleAsks && !weak && questions.length > 2) return undefined;
  const { parts: whole, title: head = title } = recognise(document, path, { questions: 'none' });
  const found = whole.filter((part) => part.kind !== 'dropped');
  const headings = found.flatMap((part) => (part.kind === 'chapter' ? [] : part.headings));
  const prefix = readNumber(title);
  const fileNumber = /(?:^|\/)(?!\d{4}-\d\d|\d{6,})0*([1-9]\d*)[-_. ][^/]*$/.exec(path)?.[1];
  return [
    {
      kind: 'question',
      number: prefix?.number ?? document.number ?? fileNumber,
      question: inlineOf(title.slice(prefix?.length ?? 0) || title),
      // A heading over the whole text that says something else than the title is of the answer.
      answer: [...(plainKey(head) === plainKey(title) ? [] : [headOf(head, 1)]), ...found.flatMap(blocksOf)],
      anchors: [...new Set(found.flatMap(({ anchors }) => anchors))],
      headings: [...new Set([title, ...headings])],
      topics: document.topics,
      chapter: document.chapter,
      place: { path, line: 1 },
    },
    ...whole.filter((part) => part.kind === 'dropped'),
  ];
}

/** A part of a document without questions as blocks of an answer. */
function blocksOf(part: FoundPart): readonly RootContent[] {
  if (part.kind !== 'prose') return [];
  return [...(part.title === undefined ? [] : [headOf(part.title, part.place.line)]), ...part.body];
}

function headOf(title: string, line: number): RootContent {
  return place({ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] }, line);
}

/** A title as the inline Markdown that it is, with its character references. */
function inlineOf(title: string): PhrasingContent[] {
  const [first, ...rest] = parseMarkdown(title.replace(/^(?=[#>+*-]|\d+[.)])/, '\\')).children;
  return first?.type === 'paragraph' && rest.length === 0 ? first.children : [{ type: 'text', value: title }];
}
