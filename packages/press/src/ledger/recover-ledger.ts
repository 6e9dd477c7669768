import { hash } from 'node:crypto';
import {
  asPrinted,
  bookFolder,
  type FormatDescriptor,
  type Handbook,
  type LedgerNotice,
  type LedgerRelease,
  type Manifest,
  type Tree,
} from '@octavo/core';
import { printRecord, recordName, sealHash } from '@octavo/core/ledger';
import { VFile } from 'vfile';
import { schemaFault } from '../contracts/published-schemas.ts';
import { type History, NO_HISTORY } from '../history/history.ts';
import { readWords } from '../history/read-words.ts';
import { parseSums } from '../release/evidence.ts';
import { seal } from '../release/seal.ts';

/** A release as it was published, from which its record is to be made again. */
export interface PublishedBook {
  /** As a user would name it. */
  readonly name: string;
  readonly manifest: Manifest;
  readonly handbook: Handbook;
  readonly sums: string;
}

/** A ledger that was made again. */
export interface Recovered {
  /** Its files by path, in the order in which they were first written. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly versions: readonly string[];
  /** What could not be recovered, each with the reason. */
  readonly lost: readonly string[];
}

/**
 * Reads a release from a published tree. Returns the reason in words when it cannot be read, and the version alone
 * when a notice stands in place of the release.
 */
export async function readPublishedBook(
  name: string,
  { read }: Tree,
  manifestPath: string,
): Promise<PublishedBook | { readonly replaced: string } | string> {
  const text = async (path: string): Promise<string> => new TextDecoder().decode(await read(path));
  const json = async (path: string): Promise<unknown> => JSON.parse((await text(path)) || 'null');
  try {
    const manifest = (await json(manifestPath)) as Manifest;
    const fault = schemaFault('manifest', manifest);
    if (fault !== undefined) return `its manifest.json is none: ${fault}`;
    if (manifest.retracted?.files === 'notice') return { replaced: manifest.edition.version };
    const own = manifestPath.slice(0, -'manifest.json'.length);
    const sums = await text(`${own}SHA256SUMS`);
    const bytes = await read(`${own}handbook.json`);
    if (!bytes || hash('sha256', bytes) !== parseSums(sums).get(`${own}handbook.json`))
      return 'its handbook.json is not as it was released';
    const handbook = JSON.parse(new TextDecoder().decode(bytes)) as Handbook;
    const other = schemaFault('handbook-document', handbook);
    if (other !== undefined) return `its handbook.json is none: ${other}`;
    if (bookFolder(handbook) !== own) return `it lies at "${own}" and not at "${bookFolder(handbook)}"`;
    return { name, manifest, handbook, sums };
  } catch {
    return 'a file of it is not JSON';
  }
}

/**
 * Makes a ledger again from published releases: what each record says follows from its handbook and from the
 * releases before it, and the seals from what was published. A record that comes out otherwise than a later
 * release remembers it (`history` in its manifest) is not recovered, and nor is one whose predecessor is missing.
 *
 * @param compile makes the record of a release: the format that makes the ledger's
 * @param more notices beside those that the releases knew; one that is not as it was sealed is left out
 * @param replaced the versions of releases in whose place a notice stands
 */
export async function recoverLedger(
  books: readonly PublishedBook[],
  compile: FormatDescriptor['compile'],
  more: readonly unknown[] = [],
  replaced: ReadonlySet<string> = new Set(),
): Promise<Recovered> {
  const files = new Map<string, string | Uint8Array>();
  const remembered = new Map<string, string>();
  const notices = new Map<string, LedgerNotice>();
  for (const { manifest } of books)
    for (const { version, hash: sealed } of manifest.history ?? []) remembered.set(version, sealed);
  for (const notice of [...books.flatMap(({ manifest }) => manifest.notices ?? []), ...more])
    if (isNotice(notice)) notices.set(recordName(notice), notice);
  const lost: string[] = [];
  let history = NO_HISTORY;
  const texts: VFile[] = [];
  const inOrder = [...books].sort((a, b) => dateOf(a) - dateOf(b));
  for (const book of inOrder) {
    const { version } = book.manifest.edition;
    const known = knownTo(book.manifest, history, texts);
    const result = typeof known === 'string' ? known : await recordOf(book, known, compile);
    if (typeof result === 'string') {
      lost.push(`${version}: ${result}`);
      continue;
    }
    const sealed = remembered.get(version);
    if (sealed !== undefined && sealed !== result.record.hash) {
      lost.push(
        `${version}: its record comes out otherwise than later releases remember it; it was made by Octavo ${book.manifest.generator.version}`,
      );
      continue;
    }
    for (const [path, content] of result.files) files.set(path, content);
    const own = result.files.map(([path, content]) => new VFile({ path, value: content }));
    texts.push(...own);
    history = withRecord(history, result.record, own);
  }
  for (const version of replaced)
    lost.push(`${version}: a notice stands in place of its files, and only a backup of the ledger has it`);
  for (const version of remembered.keys())
    if (!replaced.has(version) && !books.some(({ manifest }) => manifest.edition.version === version))
      lost.push(`${version}: none of the folders holds it`);
  for (const [name, notice] of notices)
    if (notice.after.every((parent) => isThere(parent.name, files, notices)))
      files.set(`releases/${name}.json`, printRecord(notice));
  return { files, versions: history.ledger.map(({ version }) => version), lost };
}

function isNotice(value: unknown): value is LedgerNotice {
  return (
    schemaFault('ledger-notice', value) === undefined &&
    sealHash(value as LedgerNotice) === (value as LedgerNotice).hash
  );
}

function isThere(
  name: string,
  files: ReadonlyMap<string, unknown>,
  notices: ReadonlyMap<string, LedgerNotice>,
): boolean {
  const notice = notices.get(name);
  return notice
    ? notice.after.every((parent) => isThere(parent.name, files, notices))
    : files.has(`releases/${name}.json`);
}

function dateOf({ manifest: { edition } }: PublishedBook): number {
  return Date.parse(edition.date);
}

/** The history that a release was made with, of what was recovered; or what is missing of it. */
function knownTo(
  { history = [], notices = [] }: Manifest,
  all: History,
  texts: readonly VFile[],
): History | string {
  const known = new Map(all.ledger.map((release) => [release.version, release]));
  const missing = history.find(({ version, hash: sealed }) => known.get(version)?.hash !== sealed);
  if (missing) return `it follows ${missing.version}, which is not recovered`;
  const versions = new Set(history.map(({ version }) => version));
  const ledger = all.ledger.filter(({ version }) => versions.has(version));
  // Words that only a line had said which this release did not know are in its own file.
  const words = ledger.length < all.ledger.length ? readWords(texts, ledger) : all.words;
  return { ledger, notices: notices as readonly LedgerNotice[], words: words ?? NO_HISTORY.words };
}

interface Sealed {
  readonly record: LedgerRelease;
  readonly files: ReturnType<typeof seal>;
}

async function recordOf(
  { manifest, handbook, sums }: PublishedBook,
  history: History,
  compile: FormatDescriptor['compile'],
): Promise<Sealed | string> {
  const { ledger, notices } = history;
  const { record, stateHash, messages } = await compile(asPrinted(handbook), { ledger, notices });
  if (!record) return messages[0]?.reason ?? 'it makes no record';
  if (stateHash !== manifest.stateHash) return 'its data come out otherwise than they were published';
  const files = seal({
    handbook,
    record,
    history,
    generator: manifest.generator.version,
    sums,
    commit: manifest.source?.commit,
  });
  const [, printed] = files.at(-1) ?? [];
  return { record: JSON.parse(String(printed)) as LedgerRelease, files };
}

function withRecord(
  { ledger, notices, words }: History,
  record: LedgerRelease,
  files: readonly VFile[],
): History {
  const own = readWords(files, [record]);
  return {
    ledger: [...ledger, record],
    notices,
    words: {
      lines: new Map([...words.lines, ...(own?.lines ?? [])]),
      items: new Map([...words.items, ...(own?.items ?? [])]),
    },
  };
}
