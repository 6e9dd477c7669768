import { conflictLine, wideEncoding } from '@octavo/core/read';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Finding, finding } from '../model/finding.ts';
import type { SourceFile } from '../model/source.ts';
import { decode } from './decode.ts';
import { foreignMarkup } from './foreign-markup.ts';
import { isJson, isPlain } from './kind.ts';
import { packedAs } from './package.ts';
import { isZip } from './zip.ts';

/** The files of a handbook that are no documents: beside documents, without a handbook.yaml, they tell of one that is half there. */
export function isHandbookFile(path: string): boolean {
  return /^(?:handbook|topics|glossary)\.ya?ml$/i.test(path);
}

/**
 * What forbids to make anything of a source, of any kind: a merge that was not finished; a schemaVersion
 * that this Octavo does not know; a language of markup that is not read; and, among the files of a folder, JSON that
 * breaks off.
 */
export function brokenSource(file: SourceFile, among: boolean): readonly Finding[] {
  const broken = (line: number, reason: string, note: string) => [
    finding('source-broken', 'error', { path: file.path, line }, reason, note),
  ];
  const foreign = foreignBytes(file.bytes);
  if (foreign) return broken(1, foreign.reason, foreign.note);
  const packed = packedAs(file.bytes);
  if (packed && 'other' in packed) return broken(1, `this is ${packed.other}`, packed.note);
  if (isZip(file.bytes)) return [];
  const { text } = decode(file.path, file.bytes);
  const conflict = conflictLine(text);
  if (conflict !== undefined)
    return broken(
      conflict,
      'a merge was not finished here',
      'Keep the right lines and remove those of "<<<<<<<", "=======" and ">>>>>>>". In an example, indent them by a space.',
    );
  const markup = isPlain(file.path) ? foreignMarkup(file.path, text) : undefined;
  if (markup) return broken(1, markup.reason, markup.note);
  const isNamedJson = /\.json$/i.test(file.path);
  const sound = isNamedJson && isSound(text);
  // Alone, what is no JSON may be a text; of most JSON nothing more has to be known.
  if (
    isNamedJson ? (sound ? !text.includes('"schemaVersion"') : !among) : !(among && isHandbookFile(file.path))
  )
    return [];
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  if (isNamedJson ? !sound : error !== undefined) {
    const why = error ? `: ${error.message.split(/ at line|\n/, 1)[0]}` : '';
    return broken(
      lineAt(error?.pos[0] ?? text.trimEnd().length),
      `this is no ${isNamedJson ? 'JSON' : 'YAML'}${why}`,
      'Mend it, or move it out of the folder.',
    );
  }
  const root = document.contents;
  const pair = isMap(root) ? root.items.find(({ key }) => String(key) === 'schemaVersion') : undefined;
  const version = isScalar(pair?.value) ? pair.value.value : undefined;
  if (version !== undefined && version !== 1)
    return broken(
      lineAt((pair?.key as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0),
      `schemaVersion ${JSON.stringify(version)} is not known: this Octavo knows 1`,
      `Upgrade Octavo, or ${among ? 'move the file out of the folder' : 'remove the key if another tool wrote it'}.`,
    );
  const lone = 'this file of a handbook is not read: there is no handbook.yaml beside it';
  return isNamedJson ? [] : [finding('unreadable', 'warning', { path: file.path, line: 1 }, lone)];
}

/** Files of other programs by their first bytes: what each is, and what to do. */
const FOREIGN: readonly (readonly [RegExp, string, string])[] = [
  [
    /^%PDF-/,
    'this is a PDF, and what a PDF shows is not read back',
    'Import what it was made from: a Word document, a page, or the handbook.json that Octavo writes beside its PDF.',
  ],
  [
    /^\xd0\xcf/,
    'this is a document of Office before 2007, or one with a password',
    'Open it and save it as .docx, without a password.',
  ],
  [/^\{\\rtf/, 'this is Rich Text', 'Open it in a word processor and save it as .docx.'],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: gzip begins with one
    /^(?:\x1f\x8b|BZh\d|7z\xbc\xaf|Rar!|\xfd7zXZ|[\s\S]{257}ustar)/,
    'this is an archive of a kind that is not read',
    'Unpack it and import the folder, or pack it as a zip.',
  ],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*|MM\0)/, 'this is a picture', 'Import the text that it shows.'],
];

/** Why bytes are no document at all. */
function foreignBytes(bytes: Uint8Array): { readonly reason: string; readonly note: string } | undefined {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  const known = FOREIGN.find(([form]) => form.test(head));
  if (known) return { reason: known[1], note: known[2] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has many of them
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  const isText =
    wideEncoding(bytes) !== undefined ||
    head.startsWith('PK') ||
    controls <= Math.max(16, head.length * 0.04);
  return isText
    ? undefined
    : { reason: 'this is no text', note: 'Import a document: text, a page, data or Word.' };
}

/** Whether a text is JSON, or a line of JSON each. */
function isSound(text: string): boolean {
  if (isJson(text)) return true;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{/.test(line) && isJson(line));
}
