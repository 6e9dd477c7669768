import { unzipSync } from 'fflate';

/** The parts of a Word document that say what is not in its text. */
export interface WordParts {
  /** The custom properties, by their names. */
  readonly properties: ReadonlyMap<string, string>;
  readonly document: string;
  readonly comments: string;
}

const WANTED = /^(?:docProps\/custom|word\/document|word\/comments)\.xml$/;
/** Larger parts are no text that anybody wrote. */
const MAX_BYTES = 30_000_000;

/** Reads those parts; of a file that is no such document, empty ones. */
export function wordParts(bytes: Uint8Array): WordParts {
  let files: Readonly<Record<string, Uint8Array>> = {};
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
      WANTED.test(name) && originalSize <= MAX_BYTES;
    files = unzipSync(bytes, { filter });
  } catch {
    // Whoever reads the document says what is wrong with it.
  }
  const text = (path: string) => new TextDecoder().decode(files[path] ?? new Uint8Array());
  const properties = text('docProps/custom.xml').matchAll(
    /<property\b[^>]*\bname="([^"]*)"[^>]*>\s*<vt:\w+>([^<]*)</g,
  );
  return {
    properties: new Map([...properties].map(([, name = '', value = '']) => [name, plain(value)])),
    document: text('word/document.xml'),
    comments: text('word/comments.xml'),
  };
}

/**
 * What reviewers say beside the text, each with the number of its entry: their comments, and how many tracked
 * changes there are, which are taken as accepted.
 */
export function remarksOf(
  { document, comments }: WordParts,
  numbers: ReadonlyMap<string, string>,
): readonly string[] {
  const texts = new Map(
    [...comments.matchAll(/<w:comment\b([^>]*)>([\s\S]*?)<\/w:comment>/g)].map(
      ([, marks = '', body = '']) => [
        attribute(marks, 'w:id'),
        `comment by ${attribute(marks, 'w:author') || 'somebody'}: ${wordsOf(body)}`,
      ],
    ),
  );
  const remarks: string[] = [];
  const tracked = new Map<string, number>();
  let number = '';
  for (const [, name, marks = ''] of document.matchAll(
    /<w:(bookmarkStart|commentReference|ins|del)\b([^>]*)>/g,
  )) {
    if (name === 'bookmarkStart') number = numbers.get(attribute(marks, 'w:name')) ?? number;
    else if (name === 'commentReference')
      remarks.push(`${number}: ${texts.get(attribute(marks, 'w:id')) ?? 'a comment that is not there'}`);
    else {
      const author = attribute(marks, 'w:author') || 'somebody';
      tracked.set(author, (tracked.get(author) ?? 0) + 1);
    }
  }
  for (const [author, count] of tracked)
    remarks.push(`${count} tracked ${count === 1 ? 'change' : 'changes'} by ${author}: taken as accepted`);
  return remarks;
}

function attribute(marks: string, name: string): string {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(marks)?.[1] ?? '');
}

function wordsOf(xml: string): string {
  const paragraphs = xml
    .split('</w:p>')
    .map((part) =>
      [...part.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)</g)].map(([, text = '']) => plain(text)).join(''),
    );
  return paragraphs.join(' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(xml: string): string {
  return xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, dec?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(dec) : Number.parseInt(hex, 16)))
      : (ENTITIES[name] ?? all),
  );
}
