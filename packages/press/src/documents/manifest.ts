import {
  bookPath,
  crossReferences,
  entryNodes,
  type Handbook,
  indexHandbook,
  type Manifest,
  type Volume,
} from '@octavo/core';
import { editionOrder, linesOf, toldIn } from '@octavo/core/ledger';
import type { History } from '../history/history.ts';
import type { PressFormat } from '../ports.ts';
import type { WrittenFile } from '../tally.ts';
import { VERSION } from '../version.ts';

/** What the manifest says of the build's history. */
interface ManifestFacts {
  readonly stateHash: string | undefined;
  readonly history: Pick<History, 'ledger' | 'notices'>;
  readonly release:
    | { readonly commit: string | undefined; readonly lockfile: string | undefined }
    | undefined;
}

/**
 * Makes manifest.json, the list of everything in the tree (schemas/manifest.schema.json). No file records its
 * own hash.
 */
export function manifestOf(
  handbook: Handbook,
  formats: readonly PressFormat[],
  files: Iterable<WrittenFile>,
  { stateHash, history: past, release }: ManifestFacts,
): Manifest {
  const { entries } = indexHandbook(handbook);
  const links = entries.flatMap((entry) => crossReferences(entryNodes(entry)));
  const before = past.ledger.filter((item) => item.version !== handbook.edition.version);
  const behind = linesOf(handbook.edition, past.ledger).isNewest
    ? undefined
    : editionOrder(before).at(-1)?.version;
  const history = before.map(({ version, hash, redacted, seal: { sums } }) => ({
    version,
    hash,
    sums,
    ...(redacted ? { was: redacted.map((redaction) => redaction.sums) } : {}),
  }));
  const gone = new Set(before.flatMap(({ redacted = [] }) => redacted.flatMap(({ files = [] }) => files)));
  const { version, date } = handbook.edition;
  const others = formats
    .filter(({ blame }) => blame)
    .map(({ name, title, mainFile }) => ({ format: name, title, file: mainFile(handbook) }));
  const sealed = toldIn(handbook.edition, before).flatMap(({ pages }) =>
    pages.map(({ path, bytes, sha256, was }) => ({
      path: bookPath(handbook, path),
      bytes,
      sha256,
      ...(was ? { was: [...was] } : {}),
    })),
  );
  return {
    schemaVersion: 1,
    id: handbook.id,
    iri: handbook.iri,
    title: handbook.title,
    language: handbook.language,
    edition: { version, date },
    ...(handbook.volume ? { volume: sliceOf(handbook.volume) } : {}),
    stage: release ? 'release' : 'preview',
    ...(history.length === 0 ? {} : { history }),
    ...(behind === undefined ? {} : { behind }),
    ...(past.notices.length === 0 ? {} : { notices: past.notices as NonNullable<Manifest['notices']> }),
    ...(release?.commit === undefined ? {} : { source: { commit: release.commit } }),
    ...(stateHash === undefined ? {} : { stateHash }),
    ...(handbook.license ? { license: handbook.license } : {}),
    formats: formats.map(({ name }) => name),
    ...(others.length > 0 ? { others } : {}),
    counts: { chapters: handbook.chapters.length, entries: entries.length, crossReferences: links.length },
    generator: {
      name: 'octavo',
      version: VERSION,
      ...(release?.lockfile === undefined ? {} : { lockfile: release.lockfile }),
    },
    ...(sealed.length > 0 ? { sealed } : {}),
    ...(gone.size > 0 ? { redacted: [...gone].sort() } : {}),
    files: [...files]
      .sort(byPath)
      .map(({ path, mediaType, format, bytes, sha256 }) => ({ path, mediaType, format, bytes, sha256 })),
  };
}

/** What publishing needs to know of a volume. */
export function sliceOf({ first, last, aliases }: Volume): NonNullable<Manifest['volume']> {
  return { first, last, ...(aliases?.length ? { aliases: [...aliases] } : {}) };
}

/** SHA256SUMS, in the form that `sha256sum --check` reads. */
export function checksums(files: Iterable<WrittenFile>): string {
  return [...files]
    .sort(byPath)
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

function byPath(a: WrittenFile, b: WrittenFile): number {
  return a.path < b.path ? -1 : 1;
}
