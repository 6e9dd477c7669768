import { hash } from 'node:crypto';
import {
  type BuiltFrom,
  type Handbook,
  instant,
  type JsonValue,
  type LedgerNotice,
  type OutputFile,
  type ReleaseContent,
  type Sibling,
} from '@octavo/core';
import { linesOf, retractionsOf } from '@octavo/core/ledger';
import { documentBytes, jsonLdFile } from './documents/json-file.ts';
import { encodePath, type Iris } from './iris.ts';
import { compactObject } from './localised.ts';
import { type Scope, scopeOf } from './resources/scope.ts';

const OCTAVO = 'https://octavo.dev/ns#';

/** A file that the release offers. Without `sha256` its distribution has no checksum. */
export type ReleaseFile = Pick<Sibling, 'path' | 'mediaType' | 'bytes'> & { readonly sha256?: string };

/** What release.jsonld says about a release. All of it is input: nothing is looked up. */
export interface ReleaseFacts {
  /** A preview's description is not history. */
  readonly stage: 'preview' | 'release';
  /** In words, that it is a preview. */
  readonly note?: string | undefined;
  readonly files: readonly ReleaseFile[];
  readonly stateHash: string;
  /** The releases before this one. */
  readonly ledger: readonly ReleaseContent[];
  /** What became of releases by then. */
  readonly notices: readonly LedgerNotice[];
  /** The sources that were read, by path from the handbook's folder. */
  readonly sources?: readonly BuiltFrom[];
  /** The commit of the sources: an address, or a hash. */
  readonly commit?: string | undefined;
  /** Octavo's own version. */
  readonly generator?: { readonly version: string };
}

/**
 * release.jsonld: the release as a dcat:Dataset of the series of releases (DCAT 3), each file with
 * size and spdx:checksum, made by a prov:Activity from the given sources (PROV-O).
 */
export function releaseDocument(handbook: Handbook, facts: ReleaseFacts): OutputFile {
  const scope = scopeOf(handbook);
  const { iris, local } = scope;
  const { version, date } = handbook.edition;
  const previous = linesOf(handbook.edition, facts.ledger).line.findLast(
    (release) => release.version !== version,
  );
  const release = iris.release(version);
  const document = {
    '@context': iris.context,
    '@type': ['Dataset', 'Entity'],
    '@id': release,
    ...compactObject({
      title: local.one(`${handbook.title} ${version}`),
      releaseVersion: version,
      issued: instant(date),
      stage: facts.stage,
      [`${OCTAVO}note`]: facts.note === undefined ? undefined : local.all([facts.note]),
      prev: previous && iris.release(previous.version),
      inSeries: { '@type': 'DatasetSeries', '@id': iris.releases, title: local.one(handbook.title) },
      // Absolute: the context is published and never changes.
      [`${OCTAVO}retracted`]: [...retractionsOf(facts.notices)].map(([retracted, why]) => ({
        '@type': 'Entity',
        '@id': iris.release(retracted),
        description: local.one(why.reason),
        'http://www.w3.org/ns/prov#invalidatedAtTime': {
          '@value': why.date,
          '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        },
      })),
      about: [iris.book],
      datasetLicense: scope.license,
      datasetPublisher: handbook.publisher && `${iris.book}#publisher`,
      stateHash: facts.stateHash,
      distribution: facts.files.map((file) => distribution(file, release, iris)),
      wasGeneratedBy: build(handbook, facts, scope),
    }),
  };
  return jsonLdFile(`${iris.folder}release.jsonld`, documentBytes(document));
}

/** Describes a file of ours as a file of the release. Its content must be bytes. */
export function releaseFile(file: OutputFile): ReleaseFile {
  if (!(file.content instanceof Uint8Array))
    throw new TypeError(`${file.path} is a stream: its size is not known`);
  return {
    path: file.path,
    mediaType: file.mediaType,
    bytes: file.content.length,
    sha256: hash('sha256', file.content),
  };
}

function distribution(file: ReleaseFile, release: string, iris: Iris): JsonValue {
  const id = `${release}/${encodePath(file.path.slice(iris.folder.length))}`;
  return {
    '@type': 'Distribution',
    '@id': id,
    ...compactObject({
      downloadURL: iris.root + encodePath(file.path),
      mediaType: `https://www.iana.org/assignments/media-types/${file.mediaType.split(';')[0]?.trim()}`,
      byteSize: file.bytes,
      checksum:
        file.sha256 === undefined
          ? undefined
          : {
              '@type': 'Checksum',
              '@id': `${id}#sha256`,
              algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
              checksumValue: file.sha256,
            },
    }),
  };
}

function build(handbook: Handbook, facts: ReleaseFacts, { iris, local }: Scope): JsonValue {
  const id = iris.build(handbook.edition.version);
  const sources = (facts.sources ?? []).map((source) => ({
    '@type': 'Entity',
    '@id': `${id}/source/${encodePath(source.path)}`,
    ...compactObject({
      identifier: source.path,
      sha256: source.sha256,
      [`${OCTAVO}entry`]: source.entry === undefined ? undefined : { '@id': iris.entry(source.entry) },
      [`${OCTAVO}line`]: source.line,
      [`${OCTAVO}commit`]: source.commit,
    }),
  }));
  const commit =
    facts.commit === undefined
      ? []
      : [{ '@type': 'Entity', '@id': `${id}#commit`, identifier: facts.commit }];
  return {
    '@type': 'Activity',
    '@id': id,
    ...compactObject({
      used: [...commit, ...sources],
      wasAssociatedWith: {
        '@type': 'SoftwareAgent',
        '@id': 'https://octavo.dev/',
        ...compactObject({ name: local.one('Octavo'), version: facts.generator?.version }),
      },
    }),
  };
}
