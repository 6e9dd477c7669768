import type { Format, Handbook, Manifest } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { compareSums } from './compare-sums.ts';
import type { TreeFiles } from './tree-files.ts';

interface ManifestRequest {
  readonly manifest: string;
  readonly sums: string | undefined;
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
  /** At the root of the work: in no list of the volume. */
  readonly work: readonly string[];
  readonly hash: (bytes: Uint8Array) => string;
}

/** Written behind the manifest, or by those who sign or zip the folder: in no list. */
const UNLISTED = /^(?:manifest\.json|SHA256SUMS(?:\..+)?|parity\.json|[^/]+\.zip(?:\..+)?)$/;

/** What git has in a web root that it keeps. */
const OF_GIT = /^\.git(?:$|\/|attributes$|ignore$)/;

/** Sizes and hashes of every file, both lists alike, no file unlisted; id, edition and counts are the handbook's. */
export async function compareManifest(
  findings: Findings,
  files: TreeFiles,
  { manifest: text, sums, handbook, formats, work, hash }: ManifestRequest,
): Promise<void> {
  const file = ownPlace(handbook, 'manifest.json');
  const manifest = parsed(text);
  if (!findings.holds('file', { file }, manifest !== undefined, 'a manifest', '', `${file} is no manifest`))
    return;
  if (!manifest) return;
  const facts = (one: Pick<Manifest, 'id' | 'iri' | 'title' | 'language' | 'edition'>): string[] => [
    one.id,
    one.iri,
    one.title,
    one.language,
    `${one.edition.version}, ${one.edition.date}`,
  ];
  findings.sameList('metadata', { part: 'metadata', file }, facts(handbook), facts(manifest), 'the manifest');
  const entries = handbook.chapters.reduce((sum, chapter) => sum + chapter.entries.length, 0);
  const counts = (chapterCount: number, entryCount: number): string =>
    `${chapterCount} chapters, ${entryCount} entries`;
  findings.same(
    'metadata',
    { part: 'counts', file },
    counts(handbook.chapters.length, entries),
    counts(manifest.counts.chapters, manifest.counts.entries),
    'the manifest',
  );
  for (const format of formats)
    findings.holds(
      'file',
      { file },
      manifest.formats.includes(format),
      format,
      '',
      `the manifest has no ${format}`,
    );
  // Sealed pages of earlier releases may be anywhere: those that are here are as they were sealed.
  const sealed = (manifest.sealed ?? []).filter(({ path }) => files.paths.includes(path));
  const listed = new Set([...[...manifest.files, ...sealed].map((one) => one.path), ...work]);
  const own = ownPlace(handbook, '');
  const unlisted = (path: string): boolean =>
    OF_GIT.test(path) || (path.startsWith(own) && UNLISTED.test(path.slice(own.length)));
  for (const one of [...manifest.files, ...sealed]) {
    const bytes = await files.read(one.path);
    const about = { file: one.path };
    if (!findings.holds('file', about, bytes !== undefined, one.path, '', `${one.path} is missing`) || !bytes)
      continue;
    const wanted = `${one.bytes} bytes, sha256 ${one.sha256}`;
    const is = `${bytes.length} bytes, sha256 ${hash(bytes)}`;
    findings.holds('file', about, wanted === is, wanted, is, `${one.path} is not what the manifest lists`);
  }
  for (const path of files.paths.filter((name) => !listed.has(name) && !unlisted(name)))
    findings.holds('file', { file: path }, false, '', path, `${path} is in no manifest`);
  compareSums(findings, {
    sums,
    manifest,
    place: (path) => ownPlace(handbook, path),
    hashOfManifest: hash(new TextEncoder().encode(text)),
  });
}

function parsed(text: string): Manifest | undefined {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    const whole = value?.schemaVersion === 1 && Array.isArray(value.files) && Array.isArray(value.formats);
    return whole && value.counts && value.edition ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
