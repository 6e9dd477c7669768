import { compareNumbers, type Handbook, type Manifest, numberKey } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { readText, type TreeFiles } from './tree-files.ts';

/** A slot of a file at the root of a work, with a volume's part of it (schemas/work.schema.json). */
const SLOT = /\uFDD0([^\uFDD0]*)\uFDD0([^\uFDD1]*)\uFDD1([^\uFDD2]*)\uFDD2/g;

/** work.json: what a volume puts into the files at the root of its work. */
interface Work {
  readonly id: string;
  readonly volume: { readonly first: string; readonly aliases?: readonly string[] };
  readonly edition: { readonly date: string };
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Checks that the files at the root of a work are what the work.json of all its volumes in the tree produce
 * together, and that no two volumes have a file of the same entry. Returns the paths that no list of the
 * volume names, because they belong to all volumes.
 */
export async function compareWork(
  findings: Findings,
  files: TreeFiles,
  handbook: Handbook,
): Promise<readonly string[]> {
  const file = ownPlace(handbook, 'work.json');
  if (!handbook.volume || !files.paths.includes(file)) return [];
  const shared = files.paths.filter((path) => /^volume\/[^/]+\/(?:work|manifest)\.json$/.test(path));
  const documents = await findings.about({ file }).read(async () => {
    const texts = shared.filter((path) => path.endsWith('/work.json')).map((path) => readText(files, path));
    const works = (await Promise.all(texts)).map((text) => JSON.parse(text ?? '') as Work);
    const made = madeOf(works, handbook.numbers);
    for (const [path, wanted] of made) {
      const is = (await readText(files, path)) ?? '';
      findings.about({ part: path, file: path }).same('documents', wanted, is, path);
    }
    return [...made.keys()];
  });
  for (const path of shared.filter((one) => one.endsWith('/manifest.json')))
    if (path !== ownPlace(handbook, 'manifest.json')) await compareClaims(findings, files, handbook, path);
  return [...(documents ?? []), ...shared];
}

/**
 * Builds the text of every file at the root: the latest edition's frame, with the parts of all volumes in
 * each slot, in order.
 */
function madeOf(works: readonly Work[], numbers: Handbook['numbers']): ReadonlyMap<string, string> {
  // A volume that was renamed goes on under its new name.
  const gone = new Set(works.flatMap(({ volume }) => volume.aliases ?? []));
  const volumes = works
    .filter(({ id }) => !gone.has(id))
    .sort((a, b) => compareNumbers(a.volume.first, b.volume.first, numbers) || (a.id < b.id ? -1 : 1));
  const frames = [...volumes].sort((a, b) => Date.parse(a.edition.date) - Date.parse(b.edition.date));
  const latest = new Map(frames.flatMap(({ files }) => files.map(({ path, text }) => [path, text] as const)));
  const partsOf = (path: string, slot: string): string[] =>
    volumes.flatMap(({ files }) =>
      files
        .filter((one) => one.path === path)
        .flatMap(({ text }) => [...text.matchAll(SLOT)].findLast(([, name]) => name === slot)?.[3] || []),
    );
  return new Map(
    [...latest].map(([path, frame]) => [
      path,
      frame.replace(SLOT, (_all, slot: string, between: string) => partsOf(path, slot).join(between)),
    ]),
  );
}

/** No entry of this volume is in another one too. */
async function compareClaims(
  findings: Findings,
  files: TreeFiles,
  handbook: Handbook,
  path: string,
): Promise<void> {
  const own = findings.about({ file: path });
  await own.read(async () => {
    const { id, files: theirs } = JSON.parse((await readText(files, path)) ?? '') as Manifest;
    const listed = new Set(theirs.map((one) => one.path));
    const renamed = handbook.volume?.aliases?.includes(id) ? [] : handbook.chapters;
    for (const { number } of renamed.flatMap(({ entries }) => entries)) {
      const twice = listed.has(`entry/${numberKey(number)}/index.html`) ? number : undefined;
      own.about({ entry: number }).none('presence', twice, `the volume “${id}” has an entry ${number} too`);
    }
  });
}
