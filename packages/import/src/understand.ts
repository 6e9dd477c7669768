import type { PhrasingContent, RootContent } from 'mdast';
import { decode } from './detect/decode.ts';
import { kindOf } from './detect/kind.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { Finding } from './model/finding.ts';
import type { FoundDocument, FoundPart } from './model/found.ts';
import type { ReadDocument, Reader } from './model/read-document.ts';
import type { SourceFile, SourceKind, SourceText } from './model/source.ts';
import { textOf } from './model/text-of.ts';
import { readAsciidoc } from './readers/asciidoc.ts';
import { readCsv } from './readers/csv.ts';
import { readDocx } from './readers/docx.ts';
import { readEpub } from './readers/epub.ts';
import { readHtml } from './readers/html.ts';
import { readJson } from './readers/json.ts';
import { readMarkdown } from './readers/markdown.ts';
import { readMhtml } from './readers/mhtml.ts';
import { readOrg } from './readers/org.ts';
import { readRst } from './readers/rst.ts';
import { readText } from './readers/text.ts';
import { asks } from './recognise/asks.ts';
import type { Fields } from './recognise/fields.ts';
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
  epub: readEpub,
  mhtml: readMhtml,
};

/** Decodes, reads and understands one file. `among` others, a file without questions of its own may be one question. */
export async function understand(
  file: SourceFile,
  among: boolean,
  options: RecogniseOptions & { readonly encoding?: string; readonly columns?: Fields },
): Promise<FoundDocument> {
  const zip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  const decoded = zip ? { text: '', findings: [] } : decode(file.path, file.bytes, options.encoding);
  const kind = kindOf(file.path, decoded.text, file.bytes);
  const source: SourceText = {
    path: file.path,
    text: decoded.text,
    bytes: file.bytes,
    kind,
    ...(options.columns ? { columns: options.columns } : {}),
  };
  const { document, findings } = await readSafely(source);
  const { parts, title, findings: said } = recognise(document, file.path, options);
  const single = among ? asOneQuestion(document, parts, title, file.path) : undefined;
  // What a reader of the document sees counts for more than what its front matter or window says.
  const given = title ?? document.title;
  const { language, date, base, order } = document;
  return {
    path: file.path,
    kind,
    ...(given ? { title: given } : {}),
    ...(language ? { language } : {}),
    ...(date ? { date } : {}),
    ...(base ? { base } : {}),
    ...(order === undefined ? {} : { order }),
    parts: [...(single ?? parts), ...document.dropped],
    footnotes: document.footnotes,
    words: document.words,
    findings: [...decoded.findings, ...document.findings, ...findings, ...said],
  };
}

/** A parser's own fault must not cost a word: what it cannot read is read as plain text, and that is said. */
async function readSafely(
  source: SourceText,
): Promise<{ document: ReadDocument; findings: readonly Finding[] }> {
  try {
    return { document: await READERS[source.kind](source), findings: [] };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      document: readText({ ...source, kind: 'text' }),
      findings: [
        {
          kind: 'unreadable',
          severity: 'warning',
          place: { path: source.path, line: 1 },
          reason: `this cannot be read as ${source.kind} (${why}): read as plain text`,
        },
      ],
    };
  }
}

/** A question per file: the title (of the front matter, or the one heading) asks, or nothing in the file does. */
function asOneQuestion(
  document: ReadDocument,
  parts: readonly FoundPart[],
  heading: string | undefined,
  path: string,
): readonly FoundPart[] | undefined {
  if (document.content.kind !== 'blocks') return undefined;
  const questions = parts.filter((part) => part.kind === 'question');
  const title = document.title ?? heading;
  if (title === undefined || /(^|\/)(?:_?index|readme)\.\w+$/i.test(path)) return undefined;
  const titleAsks = asks(title) >= 0.6;
  // A line that asks under a title that the file declares is the beginning of its answer.
  const declared = document.title !== undefined && document.declared === true;
  const weak = questions.every(
    ({ question, headed }) => asks(textOf(question)) < 0.6 || (declared && questions.length === 1 && !headed),
  );
  if (!titleAsks && !(document.title !== undefined && weak) && questions.length > 0) return undefined;
  if (titleAsks && !weak && questions.length > 2) return undefined;
  const blocks: RootContent[] = [];
  const anchors: string[] = [];
  const headings: string[] = [title];
  for (const part of parts) {
    if (part.kind === 'dropped') continue;
    anchors.push(...part.anchors);
    if (part.kind === 'chapter') blocks.push(head(part.title, part.place.line));
    else {
      headings.push(...part.headings);
      if (part.kind === 'question') {
        const asked = { ...head('', part.place.line), children: [...part.question] };
        blocks.push((part.headed ? asked : { ...asked, type: 'paragraph' }) as RootContent, ...part.answer);
      } else blocks.push(...(part.title ? [head(part.title, part.place.line)] : []), ...part.body);
    }
  }
  const prefix = readNumber(title);
  const number = prefix?.number ?? document.number;
  const fileNumber = /(?:^|\/)(?!\d{4}-\d\d|\d{6,})0*([1-9]\d*)[-_. ][^/]*$/.exec(path)?.[1];
  const given = number ?? fileNumber;
  return [
    {
      kind: 'question',
      ...(given ? { number: given } : {}),
      question: inlineOf(title.slice(prefix?.length ?? 0) || title),
      answer: blocks,
      anchors: [...new Set(anchors)],
      headings: [...new Set(headings)],
      ...(document.topics ? { topics: document.topics } : {}),
      ...(document.chapter ? { chapter: document.chapter } : {}),
      place: { path, line: 1 },
    },
    ...parts.filter((part) => part.kind === 'dropped'),
  ];
}

/** A title as the inline Markdown that it is, with its character references. */
function inlineOf(title: string): PhrasingContent[] {
  const [first, ...rest] = parseMarkdown(title.replace(/^(?=[#>+*-]|\d+[.)])/, '\\')).children;
  return first?.type === 'paragraph' && rest.length === 0 ? first.children : [{ type: 'text', value: title }];
}

function head(text: string, line: number): RootContent {
  return {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: text }],
    position: { start: { line, column: 1 }, end: { line, column: 1 } },
  };
}
