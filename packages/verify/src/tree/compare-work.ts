import type { Handbook } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';
import { ownPlace } from '../expected/book-place.ts';
import { readText, type TreeFiles } from './tree-files.ts';

/** A volume's part of a file at the root of its work, as work.json marks it. */
const PART = /\uFDD0([^\uFDD0]*)\uFDD0[^\uFDD1]*\uFDD1([^\uFDD2]*)\uFDD2/g;

/**
 * The files at the root of a work hold what this volume puts into them, by its work.json, beside what
 * others may. Returns their paths: they are in no list of the volume, since they are made of all.
 */
export async function compareWork(
  findings: Findings,
  files: TreeFiles,
  handbook: Handbook,
): Promise<readonly string[]> {
  const file = ownPlace(handbook, 'work.json');
  const text = handbook.volume ? await readText(files, file) : undefined;
  if (text === undefined) return [];
  try {
    const work = JSON.parse(text) as { files: readonly { path: string; text: string }[] };
    for (const { path, text: marked } of work.files) {
      const found = (await readText(files, path)) ?? '';
      for (const [, slot, part = ''] of marked.matchAll(PART)) {
        const reason = `${path} lacks what the volume puts into it (${slot})`;
        findings.holds('file', { file: path }, found.includes(part), part.slice(0, 120), '', reason);
      }
    }
    return work.files.map(({ path }) => path);
  } catch (error) {
    findings.holds('file', { file }, false, 'JSON', '', `${file} cannot be read: ${String(error)}`);
    return [];
  }
}
