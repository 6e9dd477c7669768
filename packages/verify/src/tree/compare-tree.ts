import type { Format, Handbook } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { compareManifest } from './compare-manifest.ts';
import { compareWork } from './compare-work.ts';
import { readText, type TreeFiles } from './tree-files.ts';

/**
 * Compares the folder's own files: manifest.json agrees with the handbook and lists every file with its size
 * and SHA-256, SHA256SUMS says the same, and handbook.json is the handbook as it was written. A folder without a
 * manifest is unfinished and is not compared.
 */
export async function compareTree(
  findings: Findings,
  files: TreeFiles,
  { handbook, source }: { readonly handbook: Handbook; readonly source: Handbook },
  formats: readonly Format[],
): Promise<void> {
  await compareHandbookDocument(findings, files, source);
  const manifest = await readText(files, ownPlace(handbook, 'manifest.json'));
  if (manifest === undefined) return;
  const work = await compareWork(findings, files, handbook);
  const sums = await readText(files, ownPlace(handbook, 'SHA256SUMS'));
  await compareManifest(findings, files, { manifest, sums, handbook, formats, work });
}

/** handbook.json, where there is one, is the handbook: the same values under the same keys. */
async function compareHandbookDocument(
  findings: Findings,
  files: TreeFiles,
  handbook: Handbook,
): Promise<void> {
  const file = ownPlace(handbook, 'handbook.json');
  const text = await readText(files, file);
  if (text === undefined) return;
  const own = findings.about({ file });
  await own.read(() => {
    const wanted: unknown = JSON.parse(JSON.stringify(handbook));
    const [path, should = '', is = ''] = firstDifference(wanted, JSON.parse(text)) ?? [];
    const entry = path === undefined ? undefined : entryAt(path, handbook);
    const place = entry === undefined ? own : own.about({ entry });
    place.holds('handbook', path === undefined, should, is, `${path} should be ${should} and is ${is}`);
  });
}

type ValueDifference = readonly [path: string, expected: string, found: string];

/** The first place where two JSON values differ, as a pointer. */
function firstDifference(expected: unknown, found: unknown, path = ''): ValueDifference | undefined {
  if (expected === found) return undefined;
  const both = [expected, found];
  if (both.every((value) => typeof value === 'object' && value !== null)) {
    const [one, two] = both as Readonly<Record<string, unknown>>[];
    for (const key of new Set([...Object.keys(one ?? {}), ...Object.keys(two ?? {})])) {
      const difference = firstDifference(one?.[key], two?.[key], `${path}/${key}`);
      if (difference) return difference;
    }
    return undefined;
  }
  return [path, brief(expected), brief(found)];
}

function brief(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

function entryAt(path: string, handbook: Handbook): string | undefined {
  const [, chapter, entry] = /^\/chapters\/(\d+)\/entries\/(\d+)/.exec(path) ?? [];
  return handbook.chapters[Number(chapter)]?.entries[Number(entry)]?.number;
}
