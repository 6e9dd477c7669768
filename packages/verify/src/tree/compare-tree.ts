import type { Format, Handbook } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { compareHandbookDocument } from './compare-handbook-document.ts';
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
