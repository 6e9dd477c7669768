import { ownPlace } from '../expected/book-place.ts';
import { sha256 } from '../sha256.ts';
import { compareChanges } from './compare-changes.ts';
import { compareFeed, compareRelease } from './compare-feed.ts';
import { compareHosting } from './compare-hosting.ts';
import { compareTwin } from './compare-twin.ts';
import { DOCUMENTS, type DocumentFacts } from './documents.ts';
import { readText } from './tree-files.ts';

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
    findings.about({ part: path, file: path }).holds('documents', same, sha256(bytes), sha256(is), reason);
  }
  if (formats.includes('html')) for (const { number } of book.entries) await compareTwin(facts, number);
  const release = findings.about({ part: 'release', file: place('release.jsonld') });
  await release.read(() => compareRelease(release, files, place));
  if (handbook.volume) return;
  const feed = findings.about({ part: 'feed', file: 'feed/index.jsonld' });
  await feed.read(() => compareFeed(feed, facts));
  await compareChanges(facts);
  await compareHosting(facts);
}
