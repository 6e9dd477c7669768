import { unzipSync } from 'fflate';
import { type Finding, finding } from '../model/finding.ts';
import type { SourceFile } from '../model/source.ts';

/** How the files of our own builds are told from those of others, and where they say their handbook's address. */
const MARKS: readonly {
  readonly what: string;
  readonly mark: RegExp;
  readonly iri?: RegExp;
}[] = [
  {
    what: 'a PDF',
    mark: /^%PDF-[\s\S]*<pdf:Producer>Octavo<\/pdf:Producer>/,
    iri: /<dc:identifier>(https?:[^<\s]+\/)<\/dc:identifier>/,
  },
  { what: 'an EPUB', mark: /class="made-with"[^>]*>Octavo · EPUB/, iri: /<dc:source>(https?:[^<\s]+\/)</ },
  { what: 'a page', mark: /<link rel="stylesheet" href="[^"]*static\/octavo\.css"/ },
  {
    what: 'JSON-LD',
    mark: /^\s*\{\s*"@context":\s*"[^"]+\/context\/v1\.jsonld"/,
    iri: /"@context":\s*"([^"]+\/)context\/v1\.jsonld"/,
  },
  {
    what: 'Markdown',
    mark: /^# (\S+) [^\n]*\n[\s\S]*\n[^\n]*<https?:\/\/\S+\/entry\/\1>\s*(?:\n\[\^[\s\S]*)?$/,
  },
];

/**
 * Says of a file that a build of ours made, and that does not lie in its folder any more, where what it was made
 * of can be found: the file alone tells less, and would come back as another book.
 */
export function ownFile({ path, bytes }: SourceFile): Finding | undefined {
  const text = textOf(bytes);
  const found = MARKS.find(({ mark }) => mark.test(text));
  if (!found) return undefined;
  const iri = found.iri?.exec(text)?.[1];
  const where =
    iri === undefined ? 'in the folder of its build' : `in the folder of its build, and at ${iri}`;
  return finding(
    'source-broken',
    'error',
    { path, line: 1 },
    `this is ${found.what} that Octavo made of a handbook, and it does not hold all of it`,
    `Import the handbook.json that is ${where}, or this file from that folder.`,
  );
}

/** The text in which marks are looked for: of an EPUB its package and its colophon. */
function textOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 60)).toString('latin1');
  if (!head.includes('mimetypeapplication/epub+zip'))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
      head.startsWith('%PDF') ? 'latin1' : 'utf8',
    );
  try {
    const wanted = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        /\/(?:content\.opf|colophon\.xhtml)$/.test(name) && originalSize < 1_000_000,
    });
    return Object.values(wanted)
      .map((part) => new TextDecoder().decode(part))
      .join('\n');
  } catch {
    return '';
  }
}
