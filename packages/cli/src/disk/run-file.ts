import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { holdToSchema, schemaFault } from '@octavo/press/documents';
import type { RunReport } from '../run-report.generated.ts';
import { writeAtomic } from './write-file.ts';

/** The report of a run lies beside the tree, never in it, because a tree is the same whenever it is built. */
function runFile(tree: string): string {
  return `${tree}.run.json`;
}

/** Says whether a file beside a tree is the report of a run. */
export function isRunFile(name: string): boolean {
  return name.endsWith('.run.json');
}

/** Returns the report of the last run for a tree; undefined when there is none that can be read. */
export async function readRun(tree: string): Promise<RunReport | undefined> {
  try {
    const run: unknown = JSON.parse(await readFile(runFile(tree), 'utf8'));
    return schemaFault('run', run) === undefined ? (run as RunReport) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the report of a run beside its tree, by a rename. */
export async function writeRun(tree: string, run: RunReport): Promise<void> {
  const file = runFile(tree);
  holdToSchema(file, 'run', run);
  await writeAtomic(file, `${JSON.stringify(run, null, 2)}\n`);
}

/**
 * Removes the reports of previews and redlines from the output folder of a book and from those of its editions, and
 * returns how many there were. Those of releases stay.
 */
export async function removeRuns(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const below = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isDirectory());
  const found = [folder, ...below.map(({ name }) => join(folder, name))].flatMap((each) =>
    readdirSync(each)
      .filter((name) => isRunFile(name) && /^(?:preview|redline-)/.test(name))
      .map((name) => join(each, name)),
  );
  for (const path of found) await rm(path, { force: true });
  return found.length;
}
