import { hash } from 'node:crypto';
import type { Manifest } from '@octavo/core';
import { ownPlace } from '../expected/book-place.ts';
import { compareChanges } from './compare-changes.ts';
import { compareFeed, compareRelease } from './compare-feed.ts';
import { compareHistory } from './compare-history.ts';
import { compareIntroTwin, compareTwin } from './compare-twin.ts';
import { DOCUMENTS, type DocumentFacts } from './documents.ts';
import { readText } from './tree-files.ts';

/** Rules that forward a request, run something, or rewrite or refuse what is asked for. */
const RUNS =
  /\b(?:proxy_pass|reverse_proxy|fastcgi_pass|php_fastcgi|sub_filter|add_before_body|add_after_body|templates|exec|alias|auth_basic|deny)\b/;

/**
 * Checks that the rules for web servers name no other host and give each kind of file the type that the
 * manifest gives it.
 */
async function compareHosting({ findings, files, book }: DocumentFacts): Promise<void> {
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
    const own = findings.about({ part: 'hosting', file });
    const rules = text.replace(/^\s*#.*$/gm, '');
    const hosts = [...rules.matchAll(/\bhttps?:\/\/([^\s/;"']+)/g)].map(([, name = '']) => name);
    const other = hosts.find((name) => name !== host);
    own.holds('documents', other === undefined, host, other ?? '', `${file} names the host ${other}`);
    const runs = RUNS.exec(rules)?.[0];
    own.none('documents', runs, `${file} has the rule ${runs}`);
    for (const [ending, type] of typesIn(rules)) {
      const wanted = types.get(ending);
      const is = wanted === undefined || wanted.has(type);
      const reason = `${file} gives .${ending} the type ${type}`;
      own.holds('documents', is, [...(wanted ?? [])].join(', '), type, reason);
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

/**
 * Compares everything in a finished folder that is neither an answer nor a page: lists, feeds, server rules,
 * Markdown twins.
 */
export async function compareDocuments(facts: DocumentFacts): Promise<void> {
  const { findings, files, book, formats, paths } = facts;
  const { handbook } = book;
  const place = (path: string): string => ownPlace(handbook, path);
  const finished = paths.has(place('manifest.json')) && paths.has(place('handbook.json'));
  for (const { path: name, of, said, wanted, optional } of DOCUMENTS) {
    // Files that the volumes of a work share say more than one volume's handbook does.
    if (handbook.volume && name !== 'pages.json') continue;
    const path = place(name);
    if (of !== 'tree' && !formats.includes(of)) continue;
    const own = findings.about({ part: path, file: path });
    const text = await readText(files, path);
    if (finished && !optional) own.holds('file', text !== undefined, path, '', `there is no ${path}`);
    if (text !== undefined)
      await own.read(() => own.list('documents', wanted(facts), said(text, facts), path));
  }
  for (const [name, bytes] of facts.shipped ?? []) {
    const path = name.startsWith('context/') ? name : place(name);
    const is = paths.has(path) ? await files.read(path) : undefined;
    if (!is) continue;
    const same = Buffer.compare(is, bytes) === 0;
    const reason = `${path} is not what this version of Octavo puts into every folder`;
    findings
      .about({ part: path, file: path })
      .holds('documents', same, hash('sha256', bytes), hash('sha256', is), reason);
  }
  if (formats.includes('html')) {
    for (const { number } of book.entries) await compareTwin(facts, number);
    for (const intro of book.intros) await compareIntroTwin(facts, intro);
  }
  if (formats.includes('jsonld')) for (const entry of book.entries) await compareHistory(facts, entry);
  const release = findings.about({ part: 'release', file: place('release.jsonld') });
  await release.read(() => compareRelease(release, files, place));
  if (handbook.volume) return;
  const feed = findings.about({ part: 'feed', file: 'feed/index.jsonld' });
  await feed.read(() => compareFeed(feed, facts));
  await compareChanges(facts);
  await compareHosting(facts);
}
