import type { Manifest } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { sha256 } from './assets.ts';
import { compareChanges } from './compare-changes.ts';
import { compareTwin } from './compare-twin.ts';
import { DOCUMENTS, type DocumentFacts } from './documents.ts';
import { safely } from './safely.ts';
import { readText, type TreeFiles } from './tree-files.ts';

/** Everything of a finished folder that is no answer and no page: lists, feeds, rules of servers, twins in Markdown. */
export async function compareDocuments(
  findings: Findings,
  files: TreeFiles,
  facts: DocumentFacts,
): Promise<void> {
  const { book, formats, paths } = facts;
  const { handbook } = book;
  const place = (path: string): string => ownPlace(handbook, path);
  const finished = paths.has(place('manifest.json')) && paths.has(place('handbook.json'));
  for (const { path: name, of, said, wanted, optional } of DOCUMENTS) {
    // What all volumes of a work have in common says more than one volume's handbook.
    if (handbook.volume && name !== 'pages.json') continue;
    const path = place(name);
    if (of !== 'tree' && !formats.includes(of)) continue;
    const about = { part: path, file: path };
    const text = await readText(files, path);
    if (finished && !optional)
      findings.holds('file', about, text !== undefined, path, '', `there is no ${path}`);
    if (text === undefined) continue;
    await safely(findings, path, () => {
      findings.sameList('documents', about, wanted(facts), said(text, facts), path);
    });
  }
  for (const [name, bytes] of facts.shipped ?? []) {
    const path = name.startsWith('context/') ? name : place(name);
    const is = paths.has(path) ? await files.read(path) : undefined;
    if (!is) continue;
    const same = Buffer.compare(is, bytes) === 0;
    const reason = `${path} is not what this version of Octavo puts into every folder`;
    findings.holds('documents', { part: path, file: path }, same, sha256(bytes), sha256(is), reason);
  }
  if (formats.includes('html'))
    for (const { number } of book.entries) await compareTwin(findings, files, book, number);
  await safely(findings, place('release.jsonld'), () => compareRelease(findings, files, place));
  if (handbook.volume) return;
  await safely(findings, 'feed/index.jsonld', () => compareFeed(findings, files, facts));
  await compareChanges(findings, files, facts);
  await compareHosting(findings, files, facts);
}

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
async function compareRelease(
  findings: Findings,
  files: TreeFiles,
  place: (path: string) => string,
): Promise<void> {
  const file = place('release.jsonld');
  const [text, list] = [await readText(files, file), await readText(files, place('manifest.json'))];
  if (text === undefined) return;
  const release = JSON.parse(text) as Release;
  const about = { part: 'release', file };
  const manifest = list === undefined ? undefined : (JSON.parse(list) as Manifest & Release);
  if (manifest) {
    const lines = ({ stateHash, stage }: Release): string[] => [stateHash ?? '', stage ?? ''];
    findings.sameList('documents', about, lines(manifest), lines(release), 'the state that was released');
    findings.same('documents', about, manifest.edition.version, release.releaseVersion ?? '', 'the version');
  }
  for (const { downloadURL = '', byteSize, checksum } of release.distribution ?? []) {
    const path = files.paths.find((one) => downloadURL.endsWith(`/${one}`));
    const bytes = path === undefined ? undefined : await files.read(path);
    const is = `${byteSize} bytes, sha256 ${checksum?.checksumValue}`;
    const wanted = bytes ? `${bytes.length} bytes, sha256 ${sha256(bytes)}` : '';
    findings.same('documents', about, wanted, is, `the distribution ${downloadURL}`);
  }
}

/** The feed of changes names its pages with their hashes; this release's pages hold what the documents hold. */
async function compareFeed(findings: Findings, files: TreeFiles, { book }: DocumentFacts): Promise<void> {
  const file = 'feed/index.jsonld';
  const text = await readText(files, file);
  if (text === undefined) return;
  const { iri, edition } = book.handbook;
  const index = JSON.parse(text) as { stateHash?: string; releaseVersion?: string };
  const list = await readText(files, 'manifest.json');
  const about = { part: 'feed', file };
  const facts = list === undefined ? undefined : (JSON.parse(list) as Release);
  if (facts) findings.same('documents', about, facts.stateHash ?? '', index.stateHash ?? '', 'the state');
  findings.same('documents', about, edition.version, index.releaseVersion ?? '', 'the version');
  for (const [, id = '', sum = ''] of text.matchAll(/"@id":\s*"([^"]+)",\s*"sha256":\s*"([0-9a-f]{64})"/g)) {
    const bytes = id.startsWith(iri) ? await files.read(id.slice(iri.length)) : undefined;
    if (bytes) findings.same('documents', { part: 'feed', file }, sha256(bytes), sum, `the hash of ${id}`);
  }
  for (const path of files.paths.filter((one) => one.startsWith(`feed/${edition.version}/`))) {
    const page = JSON.parse((await readText(files, path)) ?? '{}') as {
      member?: { published?: string; '@graph'?: Record<string, unknown>[] }[];
    };
    for (const { '@graph': graph = [], published } of page.member ?? []) {
      const where = { part: 'feed', file: path };
      if (published !== undefined) {
        const when = Date.parse(edition.date) === Date.parse(published);
        findings.holds('documents', where, when, edition.date, published, `the feed says ${published}`);
      }
      const [node] = graph;
      const id = String(node?.['@id'] ?? '');
      const own = id.startsWith(iri) ? await readText(files, `${id.slice(iri.length)}.jsonld`) : undefined;
      if (own === undefined || !node) continue;
      const { '@context': _context, ...document } = JSON.parse(own) as Record<string, unknown>;
      const same = Object.entries(node).every(([key, value]) => ordered(value) === ordered(document[key]));
      findings.holds('documents', where, same, '', '', `the feed has another ${id} than its document`);
    }
  }
}

/**
 * A value as text; lists in an order of their own, since documents keep the reading order and the feed
 * none, and nodes of other resources by their names, which documents hold whole.
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

/** The rules for web servers name no other host, and give each kind of file the type that the manifest gives it. */
async function compareHosting(findings: Findings, files: TreeFiles, { book }: DocumentFacts): Promise<void> {
  const host = new URL(book.handbook.iri).host;
  const list = await readText(files, 'manifest.json');
  const types = new Map<string, Set<string>>();
  for (const { path, mediaType } of list === undefined
    ? []
    : ((JSON.parse(list) as Partial<Manifest>).files ?? [])) {
    const ending = path.slice(path.lastIndexOf('.') + 1);
    types.set(ending, (types.get(ending) ?? new Set()).add(mediaType.split(';')[0] ?? ''));
  }
  for (const file of ['_headers', ...files.paths.filter((path) => path.startsWith('hosting/'))]) {
    const text = await readText(files, file);
    if (text === undefined) continue;
    const about = { part: 'hosting', file };
    const rules = text.replace(/^\s*#.*$/gm, '');
    const hosts = [...rules.matchAll(/\bhttps?:\/\/([^\s/;"']+)/g)].map(([, name = '']) => name);
    const other = hosts.find((name) => name !== host);
    findings.holds(
      'documents',
      about,
      other === undefined,
      host,
      other ?? '',
      `${file} names the host ${other}`,
    );
    const runs =
      /\b(?:proxy_pass|reverse_proxy|fastcgi_pass|php_fastcgi|sub_filter|add_before_body|add_after_body|templates|exec|alias|auth_basic|deny)\b/.exec(
        rules,
      )?.[0];
    findings.holds('documents', about, runs === undefined, '', runs ?? '', `${file} has the rule ${runs}`);
    for (const [ending, type] of typesIn(rules)) {
      const wanted = types.get(ending);
      const is = wanted === undefined || wanted.has(type);
      const reason = `${file} gives .${ending} the type ${type}`;
      findings.holds('documents', about, is, [...(wanted ?? [])].join(', '), type, reason);
    }
  }
}

function typesIn(rules: string): readonly (readonly [ending: string, type: string])[] {
  const headers = [...rules.matchAll(/^\S*\*\.(\w+)\n(?: {2}\S.*\n)*? {2}Content-Type: ([\w/+.-]+)/gm)];
  const types = [...rules.matchAll(/^\s+([\w-]+\/[\w+.-]+) ([\w ]+);$/gm)].flatMap(
    ([, type = '', endings = '']) => endings.split(' ').map((ending) => [ending, type] as const),
  );
  return [...headers.map(([, ending = '', type = '']) => [ending, type] as const), ...types];
}
