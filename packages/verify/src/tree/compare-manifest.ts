import { hash } from 'node:crypto';
import type { Format, Handbook, Manifest } from '@octavo/core';
import type { Case, Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { TreeFiles } from './tree-files.ts';

interface ManifestRequest {
  readonly manifest: string;
  readonly sums: string | undefined;
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
  /** Files at the root of the work, which no list of the volume names. */
  readonly work: readonly string[];
}

/** Files that are written after the manifest, by publishing, or by whoever signs or zips the folder; no list names them. */
const UNLISTED = /^(?:manifest\.json|SHA256SUMS(?:\..+)?|parity\.json|editions\.js|[^/]+\.zip(?:\..+)?)$/;

/** Files that git has in a web root under version control. */
const OF_GIT = /^\.git(?:$|\/|attributes$|ignore$)/;

/** Sizes and hashes of every file, both lists alike, no file unlisted; id, edition and counts are the handbook's. */
export async function compareManifest(
  findings: Findings,
  files: TreeFiles,
  { manifest: text, sums, handbook, formats, work }: ManifestRequest,
): Promise<void> {
  const file = ownPlace(handbook, 'manifest.json');
  const own = findings.about({ file });
  const manifest = parsed(text);
  own.holds('file', manifest !== undefined, 'a manifest', '', `${file} is no manifest`);
  if (!manifest) return;
  const facts = ({ id, iri, title, language, edition }: Handbook | Manifest): string[] => [
    id,
    iri,
    title,
    language,
    `${edition.version}, ${edition.date}`,
  ];
  own.about({ part: 'metadata' }).list('metadata', facts(handbook), facts(manifest), 'the manifest');
  const entries = handbook.chapters.reduce((sum, chapter) => sum + chapter.entries.length, 0);
  const wanted = `${handbook.chapters.length} chapters, ${entries} entries`;
  const counted = `${manifest.counts.chapters} chapters, ${manifest.counts.entries} entries`;
  own.about({ part: 'counts' }).same('metadata', wanted, counted, 'the manifest');
  for (const format of formats)
    own.holds('file', manifest.formats.includes(format), format, '', `the manifest has no ${format}`);
  // Sealed pages of earlier releases may be anywhere; those that are here must be as they were sealed.
  const sealed = (manifest.sealed ?? []).filter(({ path }) => files.paths.includes(path));
  const listed = new Set([...[...manifest.files, ...sealed].map((one) => one.path), ...work]);
  const folder = ownPlace(handbook, '');
  const unlisted = (path: string): boolean =>
    OF_GIT.test(path) || (path.startsWith(folder) && UNLISTED.test(path.slice(folder.length)));
  const tell = ({ bytes, sha256: sum }: { bytes: number; sha256: string }): string =>
    `${bytes} bytes, sha256 ${sum}`;
  for (const one of [...manifest.files, ...sealed]) {
    const bytes = await files.read(one.path);
    const place = findings.about({ file: one.path });
    if (!place.holds('file', bytes !== undefined, one.path, '', `${one.path} is missing`) || !bytes) continue;
    const is = tell({ bytes: bytes.length, sha256: hash('sha256', bytes) });
    place.holds('file', tell(one) === is, tell(one), is, `${one.path} is not what the manifest lists`);
  }
  for (const path of files.paths.filter((name) => !listed.has(name) && !unlisted(name)))
    findings.about({ file: path }).none('file', path, `${path} is in no manifest`);
  const sha256OfManifest = hash('sha256', new TextEncoder().encode(text));
  const all = [...manifest.files, { path: file, sha256: sha256OfManifest }];
  compareSums(findings.about({ file: ownPlace(handbook, 'SHA256SUMS') }), sums, all);
}

/** SHA256SUMS, in the form that `sha256sum --check` reads, says what the manifest says, and the manifest's own hash. */
function compareSums(
  own: Case,
  sums: string | undefined,
  files: readonly { readonly path: string; readonly sha256: string }[],
): void {
  if (!own.holds('file', sums !== undefined, 'SHA256SUMS', '', 'there is no SHA256SUMS')) return;
  const lines = new Map(
    [...(sums ?? '').matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, sum = '', path = '']) => [path, sum]),
  );
  for (const { path, sha256: sum } of files) {
    const is = lines.get(path) ?? '';
    own.holds('file', is === sum, sum, is, `SHA256SUMS says otherwise of ${path}`);
  }
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
