import { hash } from 'node:crypto';
import type { Manifest } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import type { DocumentFacts } from './documents.ts';
import { readText, type TreeFiles } from './tree-files.ts';

interface Release {
  readonly stateHash?: string;
  readonly stage?: string;
  readonly releaseVersion?: string;
  readonly distribution?: readonly {
    readonly downloadURL?: string;
    readonly byteSize?: number;
    readonly checksum?: { readonly checksumValue?: string };
  }[];
}

/** The release describes the files that are there, and is the manifest's. */
export async function compareRelease(
  own: Case,
  files: TreeFiles,
  place: (path: string) => string,
): Promise<void> {
  const text = await readText(files, place('release.jsonld'));
  const list = await readText(files, place('manifest.json'));
  if (text === undefined) return;
  const release = JSON.parse(text) as Release;
  if (list !== undefined) {
    const manifest = JSON.parse(list) as Manifest & Release;
    const lines = ({ stateHash, stage }: Release): string[] => [stateHash ?? '', stage ?? ''];
    own.list('documents', lines(manifest), lines(release), 'the state that was released');
    own.same('documents', manifest.edition.version, release.releaseVersion ?? '', 'the version');
  }
  for (const { downloadURL = '', byteSize, checksum } of release.distribution ?? []) {
    const path = files.paths.find((one) => downloadURL.endsWith(`/${one}`));
    const bytes = path === undefined ? undefined : await files.read(path);
    const is = `${byteSize} bytes, sha256 ${checksum?.checksumValue}`;
    const wanted = bytes ? `${bytes.length} bytes, sha256 ${hash('sha256', bytes)}` : '';
    own.same('documents', wanted, is, `the distribution ${downloadURL}`);
  }
}

/** The feed of changes names its pages with their hashes; this release's pages hold what the documents hold. */
export async function compareFeed(own: Case, { files, book }: DocumentFacts): Promise<void> {
  const text = await readText(files, 'feed/index.jsonld');
  if (text === undefined) return;
  const { iri, edition } = book.handbook;
  const index = JSON.parse(text) as Release;
  const list = await readText(files, 'manifest.json');
  const facts = list === undefined ? undefined : (JSON.parse(list) as Release);
  // A feed tells of nothing that a release could not hold.
  const isTold = book.entries.every(({ entry: { status } }) => status !== 'draft');
  if (facts && isTold) own.same('documents', facts.stateHash ?? '', index.stateHash ?? '', 'the state');
  own.same('documents', isTold ? edition.version : '', index.releaseVersion ?? '', 'the version');
  for (const [, id = '', sum = ''] of text.matchAll(/"@id":\s*"([^"]+)",\s*"sha256":\s*"([0-9a-f]{64})"/g)) {
    const bytes = id.startsWith(iri) ? await files.read(id.slice(iri.length)) : undefined;
    if (bytes) own.same('documents', hash('sha256', bytes), sum, `the hash of ${id}`);
  }
  for (const file of files.paths.filter((one) => one.startsWith(`feed/${edition.version}/`)))
    await comparePage(own.about({ file }), (await readText(files, file)) ?? '{}', files, book.handbook);
}

/** What a page of the feed says of this release is what the documents say. */
async function comparePage(
  own: Case,
  text: string,
  files: TreeFiles,
  { iri, edition }: DocumentFacts['book']['handbook'],
): Promise<void> {
  const { member = [] } = JSON.parse(text) as {
    member?: { published?: string; '@graph'?: Record<string, unknown>[] }[];
  };
  for (const { '@graph': [node] = [], published = edition.date } of member) {
    const when = Date.parse(edition.date) === Date.parse(published);
    own.holds('documents', when, edition.date, published, `the feed says ${published}`);
    const id = String(node?.['@id'] ?? '');
    const document = id.startsWith(iri) ? await readText(files, `${id.slice(iri.length)}.jsonld`) : undefined;
    if (document === undefined || !node) continue;
    const { '@context': _context, ...known } = JSON.parse(document) as Record<string, unknown>;
    const same = Object.entries(node).every(([key, value]) => ordered(value) === ordered(known[key]));
    own.holds('documents', same, '', '', `the feed has another ${id} than its document`);
  }
}

/**
 * A value as text. Lists are sorted, because documents keep the reading order and the feed none; nodes of
 * other resources are replaced by their names, because documents contain them whole.
 */
function ordered(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(named).sort());
  return JSON.stringify(value) ?? '';
}

function named(value: unknown): string {
  const id = typeof value === 'object' && value !== null ? (value as { '@id'?: string })['@id'] : undefined;
  return id !== undefined && !id.includes('#')
    ? id
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}
