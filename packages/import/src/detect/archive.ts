import { unzipSync } from 'fflate';
import { type Finding, finding } from '../model/finding.ts';
import type { SourceFile } from '../model/source.ts';
import { whyBroken } from '../model/why-broken.ts';
import { isSourceName } from './kind.ts';
import { packedAs } from './package.ts';
import { isZip, unpackedWithin } from './zip.ts';

/** The most bytes that an archive may unpack to, inner archives included. */
const MAX_UNPACKED = 200_000_000;
const MAX_FILES = 10_000;
/** An export packs its parts, and no archive in these. */
const MAX_DEPTH = 2;

/** The documents of an archive that a program exports (Notion, Google Docs), and its other files by their paths. */
export interface Archive {
  readonly files: readonly SourceFile[];
  readonly find: (path: string) => Uint8Array | undefined;
  /** What of it cannot be read. It is broken as a whole where nothing in it can be imported. */
  readonly findings: readonly Finding[];
}

/** Unpacks a zip that is no document itself, with the archives in it (Notion packs its parts so). Returns undefined for a file that is no archive. */
export function archiveIn([only, ...others]: readonly SourceFile[]): Archive | undefined {
  if (!only || others.length > 0 || !isZip(only.bytes) || packedAs(only.bytes)) return undefined;
  // What a document's name is on is a document, damaged or not.
  if (isSourceName(only.path)) return undefined;
  const all = new Map<string, Uint8Array>();
  const place = { path: only.path, line: 1 };
  const broken = (reason: string, note: string): Archive => ({
    files: [],
    find: () => undefined,
    findings: [finding('source-broken', 'error', place, reason, note)],
  });
  const findings: Finding[] = [];
  try {
    unpack(only.bytes, all, 0, findings);
  } catch (error) {
    return broken(
      `this archive cannot be read: ${whyBroken(error)}`,
      'Unpack it with a program that you trust, and import the folder with what you want of it.',
    );
  }
  const paths = [...all.keys()];
  const own = paths.find((path) => /(?:^|\/)handbook\.ya?ml$/.test(path));
  if (own !== undefined)
    return broken(
      `this archive holds a handbook already: ${own}`,
      'Unpack it, and build the folder of that file: octavo build <folder>.',
    );
  const files = paths
    .filter(isSourceName)
    .map((path): SourceFile => ({ path, bytes: all.get(path) ?? NONE }));
  if (files.length === 0) {
    const [first] = findings;
    return broken(
      `this archive holds no document that can be imported${first ? `, and "${first.place.path}" in it cannot be read` : ''}`,
      'Pack documents: Markdown, text, pages, data, Word, OpenDocument, EPUB, …',
    );
  }
  return { files, find: (path) => all.get(path), findings };
}

const NONE = new Uint8Array();

/** Adds the files of an archive to `all`, those of the archives in it as well; one of these that cannot be read is told. Throws for an archive that cannot be read. */
function unpack(bytes: Uint8Array, all: Map<string, Uint8Array>, depth: number, findings: Finding[]): void {
  const before = [...all.values()].reduce((sum, { length }) => sum + length, 0);
  const counted = unpackedWithin(bytes, { bytes: MAX_UNPACKED - before, files: MAX_FILES - all.size });
  const found = unzipSync(bytes, {
    filter: (file) => {
      counted(file);
      return !/\/$|(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/))/.test(file.name);
    },
  });
  for (const [path, content] of Object.entries(found))
    if (!/\.(?:zip|t?gz|tar|7z|rar|bz2|xz)$/i.test(path)) all.set(freeName(path, all), content);
    else {
      const why = whyUnread(content, all, depth, findings);
      const note = 'Unpack it, and import what is in it as well.';
      if (why !== undefined)
        findings.push(
          finding(
            'unreadable',
            'warning',
            { path, line: 1 },
            `this archive in the archive is not read: ${why}`,
            note,
          ),
        );
    }
}

/** Why an archive in an archive is not read; undefined when it is. */
function whyUnread(
  bytes: Uint8Array,
  all: Map<string, Uint8Array>,
  depth: number,
  findings: Finding[],
): string | undefined {
  if (!isZip(bytes)) return 'it is no zip';
  if (packedAs(bytes)) return 'it is a document under the name of an archive';
  if (depth >= MAX_DEPTH) return 'it lies too deep';
  try {
    unpack(bytes, all, depth + 1, findings);
    return undefined;
  } catch (error) {
    return whyBroken(error);
  }
}

/** A path inside, without steps out of the archive; two parts of an export may each have a file of that name. */
function freeName(path: string, all: ReadonlyMap<string, unknown>): string {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\/(?:\.{1,2}\/)+/g, '/');
  let name = plain;
  for (let at = 2; all.has(name); at++) name = `${at}/${plain}`;
  return name;
}
